import 'server-only';
import type * as z from 'zod';
import type { ChangeRequestView, createChangeRequestSchema } from '@/lib/contracts/change-requests';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import type { Change } from '@/lib/domain/plan/change';
import type { Item } from '@/lib/domain/plan/item';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import type { ChangeRequestOrigin } from '@/lib/domain/review/change-request';
import { editChanges } from '@/lib/domain/review/edit-changes';
import type { MoveContext, Moved } from '@/lib/domain/review/move';
import { submit } from '@/lib/domain/review/submit';
import { now } from '@/lib/infra/clock';
import { inTransaction, type Tx } from '@/lib/infra/db/transaction';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import { readChangeRequestById, createChangeRequest as storeChangeRequest } from '@/lib/store/change-requests';
import { ensureItems } from '@/lib/store/items';
import { readPlan, takeChangeRequestNumber } from '@/lib/store/plans';
import { readReviewSettings } from '@/lib/store/review-settings';
import { checkItem, type ItemInvalid } from './check-item';
import { type Opened, type RequestError, saveMove, withDetail } from './make-move';
import { recordMove } from './record-move';
import { requestView } from './request-view';
import { readWorld } from './world';

/** Starts a request: empty, or with items as they shall be. */
export async function createChangeRequest(
  actor: Actor,
  input: { plan: string } & z.output<typeof createChangeRequestSchema>,
): Promise<Result<ChangeRequestView, RequestError | ItemInvalid>> {
  const items: Item[] = [];
  for (const [index, written] of input.items.entries()) {
    const checked = checkItem(written);
    if (!checked.ok)
      return err({
        ...checked.error,
        errors: checked.error.errors.map((error) => ({ ...error, path: `items.${index}.${error.path}` })),
      });
    items.push(checked.value);
  }
  return startRequest(actor, {
    plan: input.plan,
    title: input.title,
    reason: input.reason,
    origin: actor.via.kind === 'token' ? 'api' : 'editor',
    submit: input.submit,
    changes: (head) => items.map((item) => changeTo(head, item)),
  });
}

/** The change that makes an item of the plan what is written. */
export function changeTo(head: Snapshot, item: Item): Change {
  const before = head.items.get(item.id);
  if (!before) return { operation: 'create', itemId: item.id, item, base: null };
  return { operation: 'update', itemId: item.id, item, base: { revisionId: before.revisionId, digest: before.digest } };
}

interface Start {
  readonly plan: string;
  readonly title: string;
  readonly reason: string;
  readonly origin: ChangeRequestOrigin;
  readonly originDetail?: unknown;
  readonly submit: boolean;
  readonly changes: (head: Snapshot) => readonly Change[];
}

/** Starts a request from changes against the plan's head; a viewer's is a proposal. */
export async function startRequest(actor: Actor, start: Start): Promise<Result<ChangeRequestView, RequestError>> {
  const allowed = can(actor, 'change-request.create');
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const opened = await openNew(tx, actor, start);
    if (!opened.ok) return opened;
    const { plan, before, context } = opened.value;
    const made = make(opened.value, start, context);
    if (!made.ok) return err(withDetail(made.error));
    if (made.value.request !== before) {
      const items = made.value.request.changes.flatMap((change) => change.item ?? []);
      await ensureItems(tx, actor.workspaceId, plan.id, items);
      if (!(await saveMove(tx, actor, opened.value, made.value))) return err({ code: 'conflict' });
    }
    const created = { type: 'change-request.created' as const, words: 'started it' };
    await recordMove(tx, actor, plan, made.value, created);
    return ok(await requestView(tx, actor, plan, before.number, context.world));
  });
}

function make({ before }: Opened, start: Start, context: MoveContext) {
  const put = start.changes(context.world.head).map((change) => ({ id: newId('ch'), change }));
  const edited =
    put.length === 0 ? ok<Moved>({ request: before, events: [] }) : editChanges(before, { put, drop: [] }, context);
  if (!edited.ok || !start.submit) return edited;
  const sent = submit(edited.value.request, {}, context);
  // What has to be ticked first is ticked on the draft.
  if (!sent.ok && sent.error.code === 'review.checklist') return edited;
  return sent.ok
    ? ok<Moved>({ request: sent.value.request, events: [...edited.value.events, ...sent.value.events] })
    : sent;
}

async function openNew(tx: Tx, actor: Actor, start: Start): Promise<Result<Opened, RequestError>> {
  const plan = await readPlan(tx, actor.workspaceId, start.plan);
  if (!plan || plan.archivedAt) return err({ code: 'plan.not-found' });
  const world = await readWorld(tx, plan);
  if (!world.ok) return world;
  const person = world.value.people.persons.get(actor.userId);
  if (!person) return err({ code: 'access.denied', action: 'change-request.create', needs: 'viewer' });
  const { template } = await readReviewSettings(tx, actor.workspaceId, plan.id);
  const id = newId('cr');
  const number = await takeChangeRequestNumber(tx, actor.workspaceId, plan.id);
  await storeChangeRequest(tx, actor.workspaceId, {
    id,
    planId: plan.id,
    number,
    title: start.title,
    reason: start.reason.trim() === '' ? template : start.reason,
    origin: person.role === 'viewer' ? 'proposal' : start.origin,
    ...(start.originDetail === undefined ? {} : { originDetail: start.originDetail }),
    authorId: actor.userId,
    baseRelease: plan.headRelease,
    createdAt: now(),
  });
  const before = await readChangeRequestById(tx, actor.workspaceId, id);
  if (!before) throw new Error(`change request ${id} was not stored`);
  return ok({ plan, before, context: { actor: person, at: now().toISOString(), world: world.value } });
}
