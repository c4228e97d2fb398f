import { grouped } from '@/lib/kit/grouped';
import 'server-only';
import type * as z from 'zod';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import type { EditedMany, editManySchema } from '@/lib/contracts/grid';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { editMany as decideMany, type RefusedValue } from '@/lib/domain/bulk/edit-many';
import { itemDigest } from '@/lib/domain/plan/canonical-item';
import type { Change } from '@/lib/domain/plan/change';
import { itemByName, nameKey, overlay, type Snapshot } from '@/lib/domain/plan/snapshot';
import type { StoredChange } from '@/lib/domain/review/change-request';
import { editChanges } from '@/lib/domain/review/edit-changes';
import { prisma } from '@/lib/infra/db/client';
import { inTransaction, type Tx } from '@/lib/infra/db/transaction';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import { ensureItems, isFreeItemId } from '@/lib/store/items';
import { readPlanAt } from '@/lib/store/read-plan-at';
import { checkItem } from './check-item';
import { changeTo, startRequest } from './create-change-request';
import { openRequest, type RequestError, saveMove, withDetail } from './make-move';
import { recordMove } from './record-move';
import { requestView } from './request-view';

type Input = { plan: string; ifMatch?: number | undefined } & z.output<typeof editManySchema>;

/** Edits many items of a request in one transaction, or starts one with them; each value is taken or refused for itself. */
export async function editMany(actor: Actor, input: Input): Promise<Result<EditedMany, RequestError>> {
  const allowed = can(actor, input.number === null ? 'change-request.create' : 'change-request.edit');
  if (!allowed.ok) return allowed;
  return input.number === null ? startWith(actor, input) : editIn(actor, input, input.number);
}

async function startWith(actor: Actor, input: Input): Promise<Result<EditedMany, RequestError>> {
  const opened = await readPlanAt(prisma(), actor.workspaceId, input.plan, undefined);
  if (!opened.ok) return err({ code: 'plan.not-found' });
  const { plan, snapshot } = opened.value;
  const taken = await takenIds(prisma(), actor.workspaceId, plan.id, input);
  const decided = decide(snapshot, [], input, taken);
  // Where nothing can be taken there is nothing to start a request for.
  if (decided.changes.length === 0)
    return ok({ number: null, title: '', lockVersion: 0, changes: 0, counts: nothing, refused: [...decided.refused] });
  let { refused } = decided;
  const started = await startRequest(actor, {
    plan: input.plan,
    title: input.title ?? titleOf(decided.changes.length),
    reason: '',
    origin: actor.via.kind === 'token' ? 'api' : 'editor',
    submit: false,
    // Decided again within the transaction, in which the plan may have moved.
    changes: (head) => {
      const again = decide(head, [], input, taken);
      refused = again.refused;
      return again.changes;
    },
  });
  return started.ok ? ok(answer(started.value, refused)) : started;
}

function editIn(actor: Actor, input: Input, number: number): Promise<Result<EditedMany, RequestError>> {
  return inTransaction<Result<EditedMany, RequestError>>(async (tx) => {
    const opened = await openRequest(tx, actor, { plan: input.plan, number, ifMatch: input.ifMatch });
    if (!opened.ok) return opened;
    const { plan, before, context } = opened.value;
    const { head } = context.world;
    const taken = await takenIds(tx, actor.workspaceId, plan.id, input);
    const { changes, same, refused } = decide(head, before.changes, input, taken);
    const put = changes.map((change) => ({ id: newId('ch'), change }));
    const putIds = new Set(changes.map((change) => change.itemId));
    const drop = [...new Set([...input.drop, ...same])].filter((id) => !putIds.has(id));
    const moved = editChanges(before, { put, drop }, context);
    if (!moved.ok) return err(withDetail(moved.error));
    if (moved.value.request !== before) {
      await ensureItems(
        tx,
        actor.workspaceId,
        plan.id,
        changes.flatMap((change) => change.item ?? []),
      );
      if (!(await saveMove(tx, actor, opened.value, moved.value))) return err({ code: 'conflict' });
      await recordMove(tx, actor, plan, moved.value);
    }
    return ok(answer(await requestView(tx, actor, plan, number, context.world), refused));
  });
}

interface Decided {
  readonly changes: readonly Change[];
  /** Items that say what the plan says again, so that the request has nothing to propose for them. */
  readonly same: readonly string[];
  readonly refused: readonly RefusedValue[];
}

function decide(head: Snapshot, stored: readonly StoredChange[], input: Input, taken: ReadonlySet<string>): Decided {
  const plan = overlay(head, stored);
  const edited = decideMany(plan, input.edits, (item) => {
    const checked = checkItem({ ...item, itemId: item.id, content: item.content });
    return checked.ok ? { item: checked.value } : { errors: checked.error.errors };
  });
  const made = createdItems(plan, input, taken);
  const known = new Map(stored.map((change) => [change.itemId, change]));
  const all = [...edited.items, ...made.items];
  const same = all.filter((item) => head.items.get(item.id)?.digest === itemDigest(item)).map((item) => item.id);
  const isSame = new Set(same);
  const changes = all.flatMap((item): Change | [] => {
    if (isSame.has(item.id)) return [];
    const before = known.get(item.id);
    if (!before) return changeTo(head, item);
    const { base } = before;
    return base === null
      ? { operation: 'create', itemId: item.id, item, base }
      : { operation: 'update', itemId: item.id, item, base };
  });
  return { changes, same, refused: [...edited.refused, ...made.refused] };
}

function createdItems(plan: Snapshot, input: Input, taken: ReadonlySet<string>) {
  const refused: RefusedValue[] = [];
  const named = new Set<string>();
  const items = input.create.flatMap((written) => {
    const refuse = (field: string, words: string) => {
      refused.push({ itemId: written.itemId, propertyId: null, field, code: 'invalid', words, theirs: null });
      return [];
    };
    if (taken.has(written.itemId)) return refuse('name', 'It exists already.');
    const key = nameKey(written);
    if (named.has(key) || itemByName(plan, written.kind, written.namespace, written.name))
      return refuse('name', `“${written.name}” exists already.`);
    named.add(key);
    const checked = checkItem(written);
    if (checked.ok) return [checked.value];
    for (const { path, message } of checked.error.errors)
      refuse(path.replace(/^content\./u, '').split('.')[0] || 'name', message);
    return [];
  });
  return { items, refused };
}

/** Ids of items to be created that something else has. */
async function takenIds(tx: Tx, workspaceId: string, planId: string, { create }: Input): Promise<Set<string>> {
  const taken = new Set<string>();
  for (const { itemId: id, kind } of create)
    if (!(await isFreeItemId(tx, workspaceId, { id, kind, planId }))) taken.add(id);
  return taken;
}

const nothing = { breaking: 0, meaning: 0, additive: 0, editorial: 0 };

function answer(view: ChangeRequestView, refused: readonly RefusedValue[]): EditedMany {
  const { number, title, lockVersion, changes, counts } = view;
  return { number, title, lockVersion, changes: changes.length, counts, refused: [...refused] };
}

function titleOf(count: number): string {
  return `Edit ${count === 1 ? 'one item' : `${grouped(count)} items`} in the grid`;
}
