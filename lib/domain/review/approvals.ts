import { coverOf, sameCover } from './change-digest';
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

/** The states whose approval counts for a change as it is now, as text. */
export function countingStates(change: StoredChange, policy: Pick<Policy, 'editorialEditKeepsApprovals'>): string[] {
  return countingCovers(change, policy).map(coverKey);
}

function countingCovers(change: StoredChange, policy: Pick<Policy, 'editorialEditKeepsApprovals'>): Cover[] {
  const now = coverOf(change);
  const wording = policy.editorialEditKeepsApprovals
    ? change.wordingOf.filter((cover) => cover.baseDigest === now.baseDigest)
    : [];
  return [now, ...wording];
}

/** Whose approval stands for each change as it is now, by item: members who may still approve and never contributed. */
export function approversByItem(
  request: ChangeRequest,
  policy: Policy,
  people: People,
): ReadonlyMap<string, ReadonlyMap<string, Person>> {
  const byItem = new Map<string, { readonly cover: Cover; readonly person: Person }[]>();
  for (const verdict of standingVerdicts(request)) {
    if (verdict.kind !== 'approve') continue;
    const person = people.persons.get(verdict.reviewerId);
    if (!person || person.role === 'viewer' || isContributor(request, person.id)) continue;
    for (const cover of verdict.covers) {
      const known = byItem.get(cover.itemId);
      if (known) known.push({ cover, person });
      else byItem.set(cover.itemId, [{ cover, person }]);
    }
  }
  return new Map(
    request.changes.map((change) => {
      const given = new Map<string, Person>();
      const read = byItem.get(change.itemId) ?? [];
      for (const state of countingCovers(change, policy))
        for (const { cover, person } of read) if (sameCover(cover, state)) given.set(person.id, person);
      return [change.itemId, given];
    }),
  );
}
