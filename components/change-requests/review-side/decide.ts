import type { ChangeRequestView, ChangeRow, VerdictView } from '@/lib/contracts/change-requests';
import { includesRole, type Role } from '@/lib/domain/access/roles';
import type { VerdictKind } from '@/lib/domain/review/change-request';

/** Who decides. */
export interface Decider {
  readonly userId: string;
  readonly role: Role;
}

/** One state of one change, as it was read. */
export type Read = Pick<ChangeRow, 'itemId' | 'digest' | 'baseDigest'>;

/** Whether a move can be made, and if not, why. */
export function moveOf(view: Pick<ChangeRequestView, 'moves'>, move: string): { enabled: boolean; whyNot: string } {
  const found = view.moves.find((one) => one.move === move);
  return { enabled: found?.enabled ?? false, whyNot: found?.whyNot ?? '' };
}

/**
 * The changes an approval would cover: all of them for an approver, for others those that a requirement waits for from
 * them. `null` where only the server knows, which then covers all that they may approve.
 */
export function coverable(view: Pick<ChangeRequestView, 'changes' | 'requirements'>, who: Decider): ChangeRow[] | null {
  if (includesRole(who.role, 'approver')) return view.changes;
  const asked = new Set(
    view.requirements
      .filter((one) => !one.met && (one.code === 'review.approvals' || one.code === 'review.owner-approval'))
      .filter((one) => one.who.userIds.includes(who.userId))
      .flatMap((one) => one.itemIds),
  );
  const rows = view.changes.filter((row) => asked.has(row.itemId));
  return rows.length > 0 ? rows : null;
}

/** The changes that are not, or not any more, what was read. */
export function changedSince(read: readonly Read[], now: readonly ChangeRow[]): ChangeRow[] {
  const known = new Map(read.map((one) => [one.itemId, one]));
  return now.filter((row) => {
    const before = known.get(row.itemId);
    return !before || before.digest !== row.digest || before.baseDigest !== row.baseDigest;
  });
}

/** The request with a verdict that is on its way to the server; the server alone says which requirements it meets. */
export function withVerdict(
  view: ChangeRequestView,
  given: {
    readonly kind: VerdictKind;
    readonly body: string;
    readonly mentions: VerdictView['mentions'];
    readonly covers: number;
  },
  who: Decider,
  at: Date,
): ChangeRequestView {
  const verdict: VerdictView = {
    id: `sent ${at.toISOString()}`,
    reviewer: { id: who.userId, name: 'You' },
    kind: given.kind,
    body: given.body,
    mentions: given.mentions,
    at: at.toISOString(),
    covers: given.covers,
    voided: [],
    lifted: null,
    discounted: null,
  };
  return { ...view, verdicts: [...view.verdicts, verdict] };
}

/** Whether a verdict is only foreseen, so that nothing can be done with it yet. */
export function isOnItsWay(verdict: Pick<VerdictView, 'id'>): boolean {
  return verdict.id.startsWith('sent ');
}

/** Whether the reader's approval of everything it covered still stands, so that there is nothing to approve again. */
export function hasApproved(view: Pick<ChangeRequestView, 'verdicts'>, userId: string): boolean {
  return view.verdicts.some(
    (one) => one.reviewer.id === userId && one.kind === 'approve' && !one.lifted && one.voided.length === 0,
  );
}

/** The one thing a reader is most likely to do next; it gets the loud button. */
export function mainMove(
  view: Pick<ChangeRequestView, 'moves' | 'status'>,
  hasApproved: boolean,
): 'submit' | 'merge' | 'verdict' | 'reopen' {
  if (view.status === 'draft') return 'submit';
  if (view.status === 'closed') return 'reopen';
  if (moveOf(view, 'merge').enabled) return 'merge';
  return moveOf(view, 'approve').enabled && !hasApproved ? 'verdict' : 'merge';
}

/** The kind of verdict to begin with: the wanted one, or a comment where that is not open to the reader. */
export function startKind(view: Pick<ChangeRequestView, 'moves'>, wanted: VerdictKind): VerdictKind {
  return moveOf(view, wanted).enabled ? wanted : 'comment';
}
