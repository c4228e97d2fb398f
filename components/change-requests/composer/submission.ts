import type { NewItem, Proposal, ProposedClaim } from '@/lib/client/propose';
import type { Item } from '@/lib/domain/plan/item';
import { contents } from '@/lib/domain/plan/kinds/contents';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { kinds } from '@/lib/domain/plan/kinds/list';
import { newId } from '@/lib/kit/id';
import { changedKeys, type Draft, editOf, type NewProperty, proposedTitle } from './draft';

export interface SubmissionInput {
  readonly kind: ItemKind;
  readonly before: Item | null;
  readonly draft: Draft;
  /** The request it is added to; `null` starts one. */
  readonly number: number | null;
  readonly submit: boolean;
  /** The claims the item had when the form was loaded. */
  readonly loadedClaims: readonly ProposedClaim[];
  /** The id of the new item; kept over attempts, so that trying again makes no second one. */
  readonly newItemId: string;
}

/** What is sent for a form: new properties that are in use, then the item or the edit of it. */
export function submissionOf(input: SubmissionInput): Proposal {
  const { kind, before, draft, number, submit } = input;
  const used = JSON.stringify(draft.content);
  const properties = draft.newProperties.filter((property) => used.includes(`"${property.id}"`)).map(propertyItem);
  const item: NewItem = {
    itemId: input.newItemId,
    kind,
    namespace: draft.namespace,
    name: draft.name.trim(),
    content: { ...draft.content },
  };
  return {
    number,
    submit,
    title: draft.title.trim() || proposedTitle(kind, before, draft),
    reason: draft.reason.trim(),
    newItems: before ? properties : [...properties, item],
    edit: before ? { itemId: before.id, ...editOf(before, draft), ...claimsOf(input) } : null,
  };
}

function propertyItem(property: NewProperty): NewItem {
  const content = { ...contents.property.parse({ type: property.type, meaning: property.meaning }) };
  return { itemId: property.id, kind: 'property', namespace: null, name: property.name, content };
}

/** The claims to send, when the author changed any: those of members stay as they were. */
function claimsOf({ draft, loadedClaims }: SubmissionInput): { claims?: ProposedClaim[] } {
  const whole = loadedClaims.filter((claim) => claim.member === null).map((claim) => claim.field);
  const same = whole.length === draft.claims.length && whole.every((field) => draft.claims.includes(field));
  if (same) return {};
  const ofMembers = loadedClaims.filter((claim) => claim.member !== null);
  return { claims: [...draft.claims.map((field) => ({ field, member: null, part: null })), ...ofMembers] };
}

/** Whether there is anything to send. */
export function hasAnything({ kind, before, draft, loadedClaims, ...rest }: SubmissionInput): boolean {
  if (!before || changedKeys(kind, before, draft).length > 0) return true;
  return claimsOf({ kind, before, draft, loadedClaims, ...rest }).claims !== undefined;
}

/** An id for an item of a kind that is being written. */
export function newItemId(kind: ItemKind): string {
  return newId(kinds[kind].idPrefix);
}
