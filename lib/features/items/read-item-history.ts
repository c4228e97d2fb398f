import 'server-only';
import { differenceView } from '@/lib/contracts/difference-view';
import type { HistoryEntry, ItemHistory } from '@/lib/contracts/items';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { fieldKeyOf } from '@/lib/domain/diff/changed-field-keys';
import { fieldValue, versionText } from '@/lib/domain/plan/item';
import { fieldsOf } from '@/lib/domain/plan/kinds/list';
import { type RevisionStep, revisionSteps } from '@/lib/domain/significance/revision-steps';
import { prisma } from '@/lib/infra/db/client';
import { ok, type Result } from '@/lib/kit/result';
import { readItemIdentity } from '@/lib/store/items';
import { readOwnerNames } from '@/lib/store/owner-names';
import { readPlanHistory } from '@/lib/store/plan-history';
import { type At, readPlanAt } from '@/lib/store/read-plan-at';
import { listRevisions, type RevisionRecord } from '@/lib/store/revisions';
import type { ReadItemError } from './errors';
import { findItem } from './find-item';
import { itemMissing } from './item-missing';

type Step = RevisionStep<RevisionRecord>;

/** Every state an item had until a release or a day, newest first, and who had last changed each of its fields by then. */
export async function readItemHistory(
  actor: Actor,
  input: { plan: string; item: string; at?: At | undefined },
): Promise<Result<ItemHistory, ReadItemError>> {
  const allowed = can(actor, 'item.read');
  if (!allowed.ok) return allowed;
  const tx = prisma();
  const { workspaceId } = actor;
  const opened = await readPlanAt(tx, workspaceId, input.plan, input.at);
  if (!opened.ok) return opened;
  const { plan, snapshot } = opened.value;
  const found = findItem(snapshot, await readPlanHistory(tx, workspaceId, snapshot), input.item, undefined);
  const itemId = found?.item.id ?? input.item;
  const identity = await readItemIdentity(tx, workspaceId, itemId);
  const records = (identity?.planId === plan.id ? await listRevisions(tx, workspaceId, itemId) : []).filter(
    ({ fromRelease }) => fromRelease <= snapshot.release,
  );
  if (records.length === 0) return itemMissing(tx, workspaceId, snapshot, input.item, undefined);
  const steps = revisionSteps(snapshot, records);
  const owners = await readOwnerNames(tx, workspaceId);
  const names = (id: string) => snapshot.items.get(id)?.name ?? owners.nameOfId(id);
  return ok({ itemId, entries: steps.map((step) => entryOf(step, names)).reverse(), blame: blameOf(steps, names) });
}

function originOf({ record }: Step) {
  const { number, title, reason } = record.changeRequest;
  return {
    release: { number: record.fromRelease, at: record.at.toISOString() },
    changeRequest: { number, title, reason },
    author: record.author,
  };
}

function entryOf(step: Step, names: (id: string) => string): HistoryEntry {
  const { record, differences } = step;
  return {
    ...originOf(step),
    revisionId: record.revisionId,
    namespace: record.item.namespace,
    name: record.item.name,
    version: versionText(record.version),
    until: record.toRelease,
    significance: record.significance,
    differences: differences.map((one) => differenceView(one, names)),
  };
}

function blameOf(steps: readonly Step[], names: (id: string) => string): ItemHistory['blame'] {
  const blame = new Map<string, ItemHistory['blame'][string]>();
  for (const step of steps) {
    const { record, before, differences } = step;
    const fields = before ? new Set(differences.map((one) => fieldKeyOf(one.difference))) : filledFields(record.item);
    for (const field of fields) {
      const told = differences.filter((one) => 'field' in one.difference && one.difference.field === field);
      const words = told.map((one) => differenceView(one, names).sentence).join('; ') || 'first written';
      blame.set(field, { ...originOf(step), version: versionText(record.version), words });
    }
  }
  return Object.fromEntries(blame);
}

function filledFields(item: RevisionRecord['item']): string[] {
  return fieldsOf(item.kind)
    .map((field) => field.key)
    .filter((key) => {
      const value = fieldValue(item, key);
      return value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
    });
}
