import 'server-only';
import type { EmergencyView } from '@/lib/contracts/emergency-merges';
import type { ChangeRequest } from '@/lib/domain/review/change-request';
import { confirmRefusal, followUpRefusal } from '@/lib/domain/review/emergency';
import type { MoveContext } from '@/lib/domain/review/move';
import { personName } from '@/lib/domain/review/people';
import type { EmergencyMerge } from '@/lib/store/emergency-merges';

/** An emergency merge as a reader may see and act on it. */
export function emergencyView(merge: EmergencyMerge, request: ChangeRequest, context: MoveContext): EmergencyView {
  const { people } = context.world;
  const named = (id: string) => ({ id, name: personName(people, id) });
  const state = stateOf(merge, request, context.at);
  const gone = wordsOf[state];
  const confirm = state === 'waiting' ? confirmRefusal(request, merge, context)?.words : gone;
  const withdraw = state !== 'waiting' ? gone : mayWithdraw(merge, context) ? undefined : withdrawWords;
  const review =
    state === 'merged' && merge.confirmedBy
      ? followUpRefusal(request, { askedBy: merge.askedBy, confirmedBy: merge.confirmedBy }, context)?.words
      : gone;
  const may = (whyNot: string | undefined) => ({ enabled: whyNot === undefined, whyNot: whyNot ?? null });
  return {
    id: merge.id,
    number: merge.request.number,
    title: merge.request.title,
    state,
    askedBy: named(merge.askedBy),
    reason: merge.reason,
    at: merge.at,
    expiresAt: merge.expiresAt,
    missing: merge.missing.map((one) => one.words),
    confirmedBy: merge.confirmedBy === null ? null : named(merge.confirmedBy),
    release: merge.mergedRelease,
    mergedAt: merge.mergedAt?.toISOString() ?? null,
    reviewedBy: merge.reviewedBy === null ? null : named(merge.reviewedBy),
    reviewedAt: merge.reviewedAt?.toISOString() ?? null,
    note: merge.reviewNote,
    may: { confirm: may(confirm), withdraw: may(withdraw), review: may(review) },
  };
}

const withdrawWords = 'Whoever asked for it, or an admin, takes it back.';

/** Whether somebody may take an ask back: who asked, and admins. */
export function mayWithdraw(merge: Pick<EmergencyMerge, 'askedBy'>, { actor }: MoveContext): boolean {
  return actor.id === merge.askedBy || actor.role === 'admin';
}

const wordsOf: Record<EmergencyView['state'], string> = {
  waiting: 'It waits for a second person.',
  expired: 'The hour to confirm it is over.',
  withdrawn: 'It was taken back.',
  merged: 'It is merged.',
  reviewed: 'It is reviewed.',
};

function stateOf(merge: EmergencyMerge, request: ChangeRequest, at: string): EmergencyView['state'] {
  if (merge.reviewedAt) return 'reviewed';
  if (merge.mergedAt) return 'merged';
  if (merge.withdrawnAt) return 'withdrawn';
  const isOver = request.status === 'merged' || request.status === 'closed';
  return isOver || Date.parse(at) > Date.parse(merge.expiresAt) ? 'expired' : 'waiting';
}
