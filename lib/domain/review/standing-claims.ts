import { sameJson } from '../../kit/canonical';
import { fieldValue, type Item } from '../plan/item';
import type { Claim, StoredChange } from './change-request';

/**
 * The claims that outlive an edit which says nothing of them. A claim vouches for one wording, so it falls with the field
 * it is on when that says something else by the hand of somebody who may not have made the claim, or again what the plan says.
 */
export function standingClaims(
  old: Pick<StoredChange, 'item' | 'claims' | 'editedBy'>,
  next: Item | null,
  plan: Item | undefined,
  actorId: string,
): readonly Claim[] {
  const before = old.item;
  if (!before || !next) return old.claims;
  const isOwn = old.editedBy.every((id) => id === actorId);
  return old.claims.filter(({ field }) => {
    const says = fieldValue(next, field);
    if (sameJson(fieldValue(before, field), says)) return true;
    return isOwn && !(plan && sameJson(fieldValue(plan, field), says));
  });
}
