import 'server-only';
import type * as z from 'zod';
import type { SplitOptionsView, SplitView, splitSchema } from '@/lib/contracts/request-splits';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import type { ChangeRequest } from '@/lib/domain/review/change-request';
import { needsIn } from '@/lib/domain/review/needs';
import { splitRequest } from '@/lib/domain/review/split';
import { inTransaction, type Tx } from '@/lib/infra/db/transaction';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import { createChangeRequest, readChangeRequestById, saveChangeRequest } from '@/lib/store/change-requests';
import { lockPlan, takeChangeRequestNumber } from '@/lib/store/plans';
import { createRequestSplit, moveThreads } from '@/lib/store/request-splits';
import { type Opened, openRequest, type RequestError, type RequestPlace, saveMove, withDetail } from './make-move';
import { findRequest } from './read-change-request';
import { recordMove } from './record-move';
import { requestView } from './request-view';

/** What a partial merge could leave out: which changes hold together, and why. */
export async function readSplitOptions(
  actor: Actor,
  input: RequestPlace,
): Promise<Result<SplitOptionsView, RequestError>> {
  const allowed = can(actor, 'change-request.read');
  if (!allowed.ok) return allowed;
  return inTransaction<Result<SplitOptionsView, RequestError>>(async (tx) => {
    const found = await findRequest(tx, actor, input);
    if (!found.ok) return found;
    const { request, world } = found.value;
    return ok({ lockVersion: request.lockVersion, needs: needsIn(request, world.head) });
  });
}

/**
 * Leaves some items of a request for a follow-up request, in one transaction under both locks: changes, discussions and
 * the approvals that still hold go along, and each side tells of the other.
 */
export async function splitChangeRequest(
  actor: Actor,
  input: RequestPlace & z.output<typeof splitSchema>,
): Promise<Result<SplitView, RequestError>> {
  for (const action of ['change-request.edit', 'change-request.create'] as const) {
    const allowed = can(actor, action);
    if (!allowed.ok) return allowed;
  }
  return inTransaction<Result<SplitView, RequestError>>(async (tx) => {
    const opened = await openRequest(tx, actor, input);
    if (!opened.ok) return opened;
    const { plan, before, context } = opened.value;
    if (!(await lockPlan(tx, actor.workspaceId, plan.id))) return err({ code: 'plan.not-found' });
    const title = input.title ?? `${before.title} (follow-up)`.slice(0, 200);
    const followUp = { id: newId('cr'), number: 0, title, reason: before.reason, lockVersion: 1 };
    const split = { stays: input.stays, followUp, newId: () => newId('rv') };
    // Asked before a number is taken, which a refusal would waste.
    const allowed = splitRequest(before, split, context);
    if (!allowed.ok) return err(withDetail(allowed.error));
    const empty = await startFollowUp(tx, actor, opened.value, followUp);
    const decided = splitRequest(before, { ...split, followUp: { ...followUp, number: empty.number } }, context);
    if (!decided.ok) return err(withDetail(decided.error));
    const { stays, followUp: made, movedItemIds: itemIds } = decided.value;
    const at = new Date(context.at);
    // What leaves is taken out of the one before it is put into the other: a change is in one place at any time.
    if (!(await saveMove(tx, actor, opened.value, stays))) return err({ code: 'conflict' });
    if (!(await saveChangeRequest(tx, actor.workspaceId, empty, made.request, { at })))
      return err({ code: 'conflict' });
    await moveThreads(tx, actor.workspaceId, { fromId: before.id, toId: empty.id, itemIds });
    const pair = { fromId: before.id, followUpId: empty.id, planId: plan.id };
    await createRequestSplit(tx, actor.workspaceId, { ...pair, itemIds, byUserId: actor.userId, createdAt: at });
    await recordMove(tx, actor, plan, stays);
    await recordMove(tx, actor, plan, made, {
      type: 'change-request.created',
      words: `started it as the follow-up of #${before.number}`,
    });
    return ok({
      request: await requestView(tx, actor, plan, before.number, context.world),
      followUp: await requestView(tx, actor, plan, empty.number, context.world),
    });
  });
}

/** The follow-up as it begins: of the same author, without anything in it. */
async function startFollowUp(
  tx: Tx,
  actor: Actor,
  { plan, before, context }: Opened,
  { id, title, reason }: Pick<ChangeRequest, 'id' | 'title' | 'reason'>,
): Promise<ChangeRequest> {
  const { authorId, baseRelease, origin, originDetail } = before;
  await createChangeRequest(tx, actor.workspaceId, {
    ...{ id, title, reason },
    planId: plan.id,
    number: await takeChangeRequestNumber(tx, actor.workspaceId, plan.id),
    origin,
    ...(originDetail === null || originDetail === undefined ? {} : { originDetail }),
    authorId,
    baseRelease,
    createdAt: new Date(context.at),
  });
  const empty = await readChangeRequestById(tx, actor.workspaceId, id);
  if (!empty) throw new Error(`follow-up ${id} was not stored`);
  return empty;
}
