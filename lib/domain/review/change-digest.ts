import { digestOf } from '../../kit/digest';
import { itemDigest } from '../plan/canonical-item';
import type { Item } from '../plan/item';
import type { Claim, Cover, StoredChange } from './change-request';

/** What stands for the content of a removal. */
export const removedDigest = 'removed';

/**
 * The digest of what a change proposes: that of the item's content, `removed` for a removal, and with claims a digest
 * over both, since a claim added later is something its approvers have not read.
 */
export function changeDigest(item: Item | null, claims: readonly Claim[]): string {
  const content = item === null ? removedDigest : itemDigest(item);
  return claims.length === 0 ? content : digestOf({ content, claims: claims.map(claimKey).sort() });
}

/** The identity of a claim within its change. */
export function claimKey(claim: Pick<Claim, 'field' | 'member' | 'part'>): string {
  return JSON.stringify([claim.field, claim.member, claim.part]);
}

/** The present state of a change as an approval would cover it. */
export function coverOf(change: StoredChange): Cover {
  return { itemId: change.itemId, digest: change.digest, baseDigest: change.base?.digest ?? null };
}

/** Whether two covers are the same item in the same state on the same base. */
export function sameCover(a: Cover, b: Cover): boolean {
  return a.itemId === b.itemId && a.digest === b.digest && a.baseDigest === b.baseDigest;
}
