import 'server-only';
import type * as z from 'zod';
import type { addItemSchema, ChangeView, editChangeSchema } from '@/lib/contracts/change-requests';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { itemOf } from '@/lib/domain/merge/changes-between';
import type { Change } from '@/lib/domain/plan/change';
import { fieldValue, type Item } from '@/lib/domain/plan/item';
import { fieldOf } from '@/lib/domain/plan/kinds/list';
import type { Claim } from '@/lib/domain/review/change-request';
import { editChanges } from '@/lib/domain/review/edit-changes';
import { inTransaction, type Tx } from '@/lib/infra/db/transaction';
import { sameJson } from '@/lib/kit/canonical';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import { ensureItems, isFreeItemId } from '@/lib/store/items';
import { changeView } from './change-view';
import { checkItem, type ItemInvalid } from './check-item';
import { evaluate } from './evaluate';
import { type Opened, openRequest, type RequestError, type RequestPlace, saveMove, withDetail } from './make-move';
import { recordMove } from './record-move';

/** Somebody else changed a field meanwhile: what it says now, so that neither text is lost. */
export interface FieldMoved {
  readonly code: 'change.field-moved';
  readonly detail: string;
  readonly fields: readonly { readonly field: string; readonly label: string; readonly theirs: unknown }[];
}

type EditError =
  | RequestError
  | ItemInvalid
  | FieldMoved
  | { readonly code: 'change.not-found' }
  | { readonly code: 'item.not-found' }
  | { readonly code: 'item.id-taken' };

/** Proposes a new item in a request; one that was taken out of it comes back under the id it had, with what was said of it. */
export function addItem(
  actor: Actor,
  input: RequestPlace & z.output<typeof addItemSchema>,
): Promise<Result<ChangeView, EditError>> {
  return edit(actor, input, async ({ plan }, tx) => {
    const item = checkItem(input);
    if (item.ok && input.itemId && !(await isFreeItemId(tx, actor.workspaceId, { ...item.value, planId: plan.id })))
      return err({ code: 'item.id-taken' });
    return item.ok
      ? ok({ change: { operation: 'create', itemId: item.value.id, item: item.value, base: null } })
      : item;
  });
}

/** Edits fields of one item; fields that somebody else changed since they were seen are refused with what they say now. */
export function editChange(
  actor: Actor,
  input: RequestPlace & { itemId: string } & z.output<typeof editChangeSchema>,
): Promise<Result<ChangeView, EditError>> {
  return edit(actor, input, ({ before, context }) => {
    const head = context.world.head.items.get(input.itemId);
    const stored = before.changes.find((change) => change.itemId === input.itemId);
    const current: Item | undefined = stored?.item ?? (head && itemOf(head));
    if (!current) return err({ code: 'item.not-found' });
    const moved = Object.entries(input.expected).filter(
      ([key, seen]) =>
        key in input.fields &&
        !sameJson(fieldValue(current, key), seen) &&
        !sameJson(fieldValue(current, key), input.fields[key]),
    );
    if (moved.length > 0) {
      const fields = moved.map(([field]) => ({
        field,
        label: fieldOf(current.kind, field)?.label ?? field,
        theirs: fieldValue(current, field),
      }));
      return err({
        code: 'change.field-moved',
        detail: `${fields.map((one) => one.label).join(', ')} changed while you were writing. Both texts are kept.`,
        fields,
      });
    }
    const { name = current.name, namespace = current.namespace, ...content } = input.fields;
    const item = checkItem({
      itemId: current.id,
      kind: current.kind,
      name: String(name),
      namespace: namespace === null ? null : String(namespace),
      content: { ...current.content, ...content },
    });
    if (!item.ok) return item;
    const base = stored ? stored.base : head ? { revisionId: head.revisionId, digest: head.digest } : null;
    const change: Change =
      base === null
        ? { operation: 'create', itemId: current.id, item: item.value, base }
        : { operation: 'update', itemId: current.id, item: item.value, base };
    const claims = input.claims?.map((claim): Claim => ({ kind: 'clarification', ...claim }));
    return ok({ change, ...(claims ? { claims } : {}) });
  });
}

/** Proposes that an item is removed. */
export function removeItem(
  actor: Actor,
  input: RequestPlace & { itemId: string },
): Promise<Result<ChangeView, EditError>> {
  return edit(actor, input, ({ context }) => {
    const head = context.world.head.items.get(input.itemId);
    if (!head) return err({ code: 'item.not-found' });
    return ok({
      change: {
        operation: 'remove',
        itemId: head.id,
        item: null,
        base: { revisionId: head.revisionId, digest: head.digest },
      },
    });
  });
}

/** Takes an item's change out of a request. */
export async function dropChange(
  actor: Actor,
  input: RequestPlace & { itemId: string },
): Promise<Result<{ done: true }, RequestError | { readonly code: 'change.not-found' }>> {
  const allowed = can(actor, 'change-request.edit');
  if (!allowed.ok) return allowed;
  return inTransaction<Result<{ done: true }, RequestError | { readonly code: 'change.not-found' }>>(async (tx) => {
    const opened = await openRequest(tx, actor, input);
    if (!opened.ok) return opened;
    const { before, context, plan } = opened.value;
    if (!before.changes.some((change) => change.itemId === input.itemId)) return err({ code: 'change.not-found' });
    const moved = editChanges(before, { put: [], drop: [input.itemId] }, context);
    if (!moved.ok) return err(withDetail(moved.error));
    if (!(await saveMove(tx, actor, opened.value, moved.value))) return err({ code: 'conflict' });
    await recordMove(tx, actor, plan, moved.value);
    return ok({ done: true });
  });
}

interface Edit {
  readonly change: Change;
  readonly claims?: readonly Claim[];
}

async function edit(
  actor: Actor,
  place: RequestPlace,
  decide: (opened: Opened, tx: Tx) => Result<Edit, EditError> | Promise<Result<Edit, EditError>>,
): Promise<Result<ChangeView, EditError>> {
  const allowed = can(actor, 'change-request.edit');
  if (!allowed.ok) return allowed;
  return inTransaction<Result<ChangeView, EditError>>(async (tx) => {
    const opened = await openRequest(tx, actor, place);
    if (!opened.ok) return opened;
    const { plan, before, context } = opened.value;
    const decided = await decide(opened.value, tx);
    if (!decided.ok) return decided;
    const moved = editChanges(before, { put: [{ id: newId('ch'), ...decided.value }], drop: [] }, context);
    if (!moved.ok) return err(withDetail(moved.error));
    const { request } = moved.value;
    const { change } = decided.value;
    if (request !== before) {
      if (change.item) await ensureItems(tx, actor.workspaceId, plan.id, [change.item]);
      if (!(await saveMove(tx, actor, opened.value, moved.value))) return err({ code: 'conflict' });
      await recordMove(tx, actor, plan, moved.value);
    }
    const stored = request.changes.find((one) => one.itemId === change.itemId);
    if (!stored) return err({ code: 'change.not-found' });
    return ok(changeView(stored, await evaluate(tx, actor.workspaceId, request, context.world), context.world));
  });
}
