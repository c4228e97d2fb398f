import { includesRole } from '../access/roles';
import { fieldValue, type Item } from '../plan/item';
import type { Owner } from '../plan/parts';
import type { Snapshot } from '../plan/snapshot';
import { coverOf } from './change-digest';
import type { ChangeRequest, Cover } from './change-request';
import type { Person } from './people';
import type { ApprovalFrom, Policy } from './policy';

/** Who is accountable for an item. */
export function ownerOf(item: Item | undefined): Owner | null {
  return item ? (fieldValue(item, 'owner') as Owner | null) : null;
}

/** Whether a person is an owner or one of the owning team. */
export function isOwner(person: Person, owner: Owner | null): boolean {
  if (owner === null) return false;
  return owner.type === 'person' ? owner.id === person.id : person.teamIds.includes(owner.id);
}

/** Whether somebody ever had a hand in a request: such a person never approves it, whatever their role or door. */
export function isContributor(request: Pick<ChangeRequest, 'contributors' | 'authorId'>, userId: string): boolean {
  return request.authorId === userId || request.contributors.includes(userId);
}

/** Whether a person's approval is one that a rule asks for; ownership is that of the plan's head, never of the change. */
export function counts(person: Person, from: ApprovalFrom, owner: Owner | null): boolean {
  if (person.role === 'viewer') return false;
  switch (from.type) {
    case 'owners':
      return isOwner(person, owner);
    case 'team':
      return person.teamIds.includes(from.teamId);
    case 'role':
      return includesRole(person.role, from.role) || (from.role !== 'admin' && isOwner(person, owner));
  }
}

/** Whether a person may approve a change at all: an approver, an owner of the item, or somebody a rule of the policy names. */
export function mayReview(person: Person, headItem: Item | undefined, policy: Policy): boolean {
  if (person.role === 'viewer') return false;
  const owner = ownerOf(headItem);
  if (includesRole(person.role, 'approver') || isOwner(person, owner)) return true;
  return policy.rules.some((rule) => rule.require.from.type !== 'owners' && counts(person, rule.require.from, owner));
}

/** The present digests of the changes a person may approve; empty for a viewer and for whoever contributed. */
export function coverableBy(person: Person, request: ChangeRequest, head: Snapshot, policy: Policy): Cover[] {
  if (isContributor(request, person.id)) return [];
  return request.changes.filter((change) => mayReview(person, head.items.get(change.itemId), policy)).map(coverOf);
}
