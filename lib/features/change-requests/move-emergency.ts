import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { askForEmergency, confirmEmergency, followUpRefusal } from '@/lib/domain/review/emergency';
import type { ReviewEvent } from '@/lib/domain/review/event';
import { decideMerge } from '@/lib/domain/review/merge-decision';
import { told } from '@/lib/domain/review/move';
import { now } from '@/lib/infra/clock';
import { inTransaction, type Tx } from '@/lib/infra/db/transaction';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import {
  createEmergency,
  type EmergencyMerge,
  listEmergencies,
  lockWaitingEmergency,
  saveEmergencyMerged,
  saveEmergencyReviewed,
  withdrawEmergency,
} from '@/lib/store/emergency-merges';
import { mayWithdraw } from './emergency-view';
import { type Opened, openRequest, type RequestError, type RequestPlace, withDetail } from './make-move';
import { type Merged, mergeUnderLocks } from './merge-change-request';
import { recordMove } from './record-move';

type Failure =
  | RequestError
  | { readonly code: 'emergency.not-found' }
  | { readonly code: 'emergency.waiting' }
  | { readonly code: 'emergency.reviewed' };
type Done = Promise<Result<{ done: true }, Failure>>;

/** Asks for an emergency merge with a reason; nothing merges before a second person confirms. */
export function askEmergency(actor: Actor, input: RequestPlace & { reason: string }): Done {
  return move(actor, input, 'emergency.ask', async (tx, opened) => {
    const { plan, before, context } = opened;
    if (await lockWaitingEmergency(tx, actor.workspaceId, before.id, now())) return err({ code: 'emergency.waiting' });
    const asked = askForEmergency(before, { id: newId('em'), reason: input.reason }, context);
    if (!asked.ok) return err(withDetail(asked.error));
    const place = { planId: plan.id, changeRequestId: before.id };
    await createEmergency(tx, actor.workspaceId, place, asked.value.ask);
    return ok(asked.value.events);
  });
}

/** Takes an ask back. */
export function withdrawEmergencyOf(actor: Actor, input: RequestPlace): Done {
  return move(actor, input, 'emergency.withdraw', async (tx, { before, context }) => {
    const merge = await lockWaitingEmergency(tx, actor.workspaceId, before.id, now());
    if (!merge) return err({ code: 'emergency.not-found' });
    if (!mayWithdraw(merge, context)) return err(withDetail(notTheirs));
    await withdrawEmergency(tx, actor.workspaceId, merge.id, now());
    const words = 'took the ask for an emergency merge back';
    const type = 'change-request.emergency-withdrawn' as const;
    return ok([told(before, context, { type, emergencyId: merge.id, words })]);
  });
}

const notTheirs = {
  code: 'review.not-allowed' as const,
  words: 'Whoever asked for the emergency merge, or an admin, takes it back.',
};

/**
 * Confirms an emergency merge and merges, all under the locks of a merge: what is passed by is what is missing at that
 * moment and was named when it was asked for, and nothing else.
 */
export async function confirmEmergencyOf(actor: Actor, input: RequestPlace): Promise<Result<Merged, Failure>> {
  const allowed = can(actor, 'emergency.confirm');
  if (!allowed.ok) return allowed;
  return inTransaction<Result<Merged, Failure>>(async (tx) => {
    const failed: { error?: Failure } = {};
    const merged = await mergeUnderLocks(
      tx,
      actor,
      input,
      async ({ before, context }) => {
        const ask = await lockWaitingEmergency(tx, actor.workspaceId, before.id, new Date(context.at));
        if (!ask) {
          failed.error = { code: 'emergency.not-found' };
          return err({ code: 'conflict' });
        }
        const confirmed = confirmEmergency(before, ask, context);
        if (!confirmed.ok) return err(withDetail(confirmed.error));
        const decision = decideMerge(before, context, confirmed.value);
        return decision.ok ? decision : err(withDetail(decision.error));
      },
      async ({ context }, { release, emergency }) => {
        if (!emergency) throw new Error('an emergency merge was decided without its record');
        const at = new Date(context.at);
        const said = { confirmedById: actor.userId, mergedRelease: release, mergedAt: at, missing: emergency.passedBy };
        if (!(await saveEmergencyMerged(tx, actor.workspaceId, emergency.id, said)))
          throw new Error(`emergency merge ${emergency.id} moved under its lock`);
      },
    );
    return !merged.ok && failed.error ? err(failed.error) : merged;
  });
}

/** Does the follow-up review of an emergency merge, which ends its banner. */
export function reviewEmergency(actor: Actor, input: RequestPlace & { note: string }): Done {
  return move(actor, input, 'emergency.review', async (tx, { plan, before, context }) => {
    const merge = await mergedOf(tx, actor, plan.id, before.id);
    if (!merge?.confirmedBy) return err({ code: 'emergency.not-found' });
    if (merge.reviewedAt) return err({ code: 'emergency.reviewed' });
    const two = { askedBy: merge.askedBy, confirmedBy: merge.confirmedBy };
    const refused = followUpRefusal(before, two, context);
    if (refused) return err(withDetail(refused));
    const review = { reviewedById: actor.userId, reviewedAt: now(), reviewNote: input.note.trim() };
    if (!(await saveEmergencyReviewed(tx, actor.workspaceId, merge.id, review)))
      return err({ code: 'emergency.reviewed' });
    const note = input.note.trim();
    const words = note === '' ? 'reviewed the emergency merge' : `reviewed the emergency merge: ${note}`;
    const type = 'change-request.emergency-reviewed' as const;
    return ok([told(before, context, { type, emergencyId: merge.id, words })]);
  });
}

async function mergedOf(
  tx: Tx,
  actor: Actor,
  planId: string,
  changeRequestId: string,
): Promise<EmergencyMerge | undefined> {
  const all = await listEmergencies(tx, actor.workspaceId, { planId, changeRequestId });
  return all.find((one) => one.mergedAt !== null);
}

/** Allow, lock the request, decide and write, tell. The request itself stays as it is. */
async function move(
  actor: Actor,
  input: RequestPlace,
  action: 'emergency.ask' | 'emergency.withdraw' | 'emergency.review',
  act: (tx: Tx, opened: Opened) => Promise<Result<readonly ReviewEvent[], Failure>>,
): Done {
  const allowed = can(actor, action);
  if (!allowed.ok) return allowed;
  return inTransaction<Result<{ done: true }, Failure>>(async (tx) => {
    const opened = await openRequest(tx, actor, input);
    if (!opened.ok) return opened;
    const events = await act(tx, opened.value);
    if (!events.ok) return events;
    await recordMove(tx, actor, opened.value.plan, { request: opened.value.before, events: events.value });
    return ok({ done: true });
  });
}
