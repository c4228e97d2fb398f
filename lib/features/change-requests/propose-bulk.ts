import 'server-only';
import type * as z from 'zod';
import type { BulkDone, BulkPlanView, bulkPreviewSchema, bulkSchema } from '@/lib/contracts/grid';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { type BulkChange, type BulkError, type BulkPlan, bulkTitle, planBulk } from '@/lib/domain/bulk/bulk-action';
import { gridColumns } from '@/lib/domain/grid/columns';
import { gridNames } from '@/lib/domain/grid/names';
import { canonicalItem } from '@/lib/domain/plan/canonical-item';
import { fieldValue, type Item } from '@/lib/domain/plan/item';
import { fieldOf } from '@/lib/domain/plan/kinds/list';
import type { Json } from '@/lib/domain/plan/parts';
import { itemsOfKind, overlay, type Snapshot } from '@/lib/domain/plan/snapshot';
import { mentionOf } from '@/lib/domain/plan-query/item-ref';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { readChangeRequest } from '@/lib/store/change-requests';
import { type OwnerNames, readOwnerNames } from '@/lib/store/owner-names';
import { type PlanAtError, readPlanAt } from '@/lib/store/read-plan-at';
import { proposeItems } from './propose-items';

const mostShown = 100;

/** What an action would change in a selection; nothing is proposed yet. */
export async function previewBulk(
  actor: Actor,
  input: { plan: string } & z.output<typeof bulkPreviewSchema>,
): Promise<
  Result<BulkPlanView, AccessDenied | PlanAtError | BulkError | { readonly code: 'change-request.not-found' }>
> {
  const allowed = can(actor, 'item.read');
  if (!allowed.ok) return allowed;
  const tx = prisma();
  const opened = await readPlanAt(tx, actor.workspaceId, input.plan, undefined);
  if (!opened.ok) return opened;
  let { snapshot } = opened.value;
  if (input.number !== null) {
    const request = await readChangeRequest(tx, actor.workspaceId, opened.value.plan.id, input.number);
    if (!request) return err({ code: 'change-request.not-found' });
    snapshot = overlay(snapshot, request.changes);
  }
  const planned = planBulk(snapshot, input.itemIds, input.action);
  if (!planned.ok) return planned;
  const says = sentences(snapshot, await readOwnerNames(tx, actor.workspaceId));
  return ok({
    total: planned.value.changes.length,
    items: planned.value.changes.slice(0, mostShown).flatMap((change) => {
      const item = snapshot.items.get(change.after.id);
      return item ? [{ item: mentionOf(item), changes: says(change) }] : [];
    }),
    left: leftOf(snapshot, planned.value),
  });
}

/** Proposes an action for a selection in one request, with what takes it back. */
export async function proposeBulk(actor: Actor, input: { plan: string } & z.output<typeof bulkSchema>) {
  const { plan, number, itemIds, action, reason } = input;
  const names = await readOwnerNames(prisma(), actor.workspaceId);
  const opened = await readPlanAt(prisma(), actor.workspaceId, plan, undefined);
  const nameOf = (id: string) =>
    (opened.ok ? opened.value.snapshot.items.get(id)?.name : undefined) ?? names.nameOfId(id);
  let changes: readonly BulkChange[] = [];
  const proposed = await proposeItems<BulkError>(actor, {
    plan,
    number,
    title: input.title ?? bulkTitle(action, new Set(itemIds).size, nameOf),
    reason,
    items: (snapshot) => {
      const planned = planBulk(snapshot, itemIds, action);
      if (!planned.ok) return planned;
      changes = planned.value.changes;
      return ok(changes.map((change) => change.after));
    },
  });
  if (!proposed.ok) return proposed;
  const view = proposed.value;
  return ok<BulkDone>({
    number: view.number,
    lockVersion: view.lockVersion,
    isNew: number === null,
    total: changes.length,
    // What a request starts with is taken back by closing it.
    undo: number === null ? { edits: [], drop: [] } : undoOf(changes, view.changes),
  });
}

function undoOf(changes: readonly BulkChange[], now: readonly { readonly itemId: string }[]): BulkDone['undo'] {
  const there = new Set(now.map((change) => change.itemId));
  const edits = changes
    .filter(({ after }) => there.has(after.id))
    .map(({ before, after, fields }) => ({
      itemId: after.id,
      fields: valuesOf(before, fields),
      expected: valuesOf(canonicalItem(after), fields),
    }));
  return { edits, drop: [] };
}

function valuesOf(item: Item, fields: readonly string[]): Record<string, Json> {
  return Object.fromEntries(fields.map((field) => [field, (fieldValue(item, field) ?? null) as Json]));
}

function leftOf(snapshot: Snapshot, { left }: BulkPlan): BulkPlanView['left'] {
  return [...Map.groupBy(left, (one) => one.why)].map(([why, of]) => ({
    why,
    count: of.length,
    names: of.slice(0, 5).map(({ itemId }) => snapshot.items.get(itemId)?.name ?? itemId),
  }));
}

/** Both sides of each changed field as a grid would write them. */
function sentences(snapshot: Snapshot, owners: OwnerNames) {
  const choices = (kind: Item['kind']) => itemsOfKind(snapshot, kind).map(({ id, name }) => ({ id, name }));
  const lists = { sources: choices('source'), destinations: [], groups: [], stages: [], owners: [] };
  const names = new Map<Item['kind'], ReturnType<typeof gridNames>>();
  return ({ before, after, fields }: BulkChange) => {
    const own = names.get(before.kind) ?? gridNames({ ...lists, items: choices(before.kind) });
    names.set(before.kind, own);
    const columns = gridColumns(before.kind, 'items');
    return fields.flatMap((field) => {
      const label = fieldOf(before.kind, field)?.label ?? field;
      const writing = columns.filter((column) => column.field === field && column.key !== 'owner');
      const text = (item: Item) => {
        const value = (fieldValue(item, field) ?? null) as Json;
        if (field === 'owner') return item.content.owner ? owners.nameOf(item.content.owner) : '';
        return writing
          .map((column) => column.text({ [field]: value }, own))
          .filter(Boolean)
          .join(', replaced by ');
      };
      const [was, is] = [text(before), text(after)];
      return [{ label, before: was, after: was === is ? 'changes' : is }];
    });
  };
}
