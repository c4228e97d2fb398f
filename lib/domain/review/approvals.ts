import { coverOf } from './change-digest';
import type { ChangeRequest, Cover, StoredChange, Verdict } from './change-request';
import type { People, Person } from './people';
import type { Policy } from './policy';
import { isContributor } from './rights';

/** Verdicts that nobody took back and nobody dismissed. */
export function standingVerdicts(request: Pick<ChangeRequest, 'verdicts' | 'lifts'>): Verdict[] {
  const lifted = new Set(request.lifts.map((lift) => lift.verdictId));
  return request.verdicts.filter((verdict) => !lifted.has(verdict.id));
}

/** Requests for changes that block. */
export function standingBlocks(request: Pick<ChangeRequest, 'verdicts' | 'lifts'>): Verdict[] {
  return standingVerdicts(request).filter((verdict) => verdict.kind === 'request-changes');
}

/** One state of one change as text. */
export function coverKey(cover: Cover): string {
  return `${cover.itemId} ${cover.digest} ${cover.baseDigest ?? '-'}`;
}

/** The states whose approval counts for a change as it is now. */
export function countingStates(change: StoredChange, policy: Pick<Policy, 'editorialEditKeepsApprovals'>): string[] {
  const now = coverOf(change);
  const wording = policy.editorialEditKeepsApprovals
    ? change.wordingOf.filter((cover) => cover.baseDigest === now.baseDigest)
    : [];
  return [now, ...wording].map(coverKey);
}

/** Whose approval stands for each change as it is now, by item: members who may still approve and never contributed. */
export function approversByItem(
  request: ChangeRequest,
  policy: Policy,
  people: People,
): ReadonlyMap<string, ReadonlyMap<string, Person>> {
  const byState = new Map<string, Person[]>();
  for (const verdict of standingVerdicts(request)) {
    if (verdict.kind !== 'approve') continue;
    const person = people.persons.get(verdict.reviewerId);
    if (!person || person.role === 'viewer' || isContributor(request, person.id)) continue;
    for (const cover of verdict.covers) {
      const key = coverKey(cover);
      const known = byState.get(key);
      if (known) known.push(person);
      else byState.set(key, [person]);
    }
  }
  return new Map(
    request.changes.map((change) => {
      const given = new Map<string, Person>();
      for (const state of countingStates(change, policy))
        for (const person of byState.get(state) ?? []) given.set(person.id, person);
      return [change.itemId, given];
    }),
  );
}
