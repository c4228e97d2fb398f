import type { Difference } from '../diff/difference';
import type { ItemVersion } from '../plan/item';
import type { ItemKind } from '../plan/kinds/define';
import type { Significance } from '../plan/significance';
import type { Snapshot } from '../plan/snapshot';

/** Whom a breaking difference reaches: those who send the event, those who read it. */
export interface Breaks {
  readonly senders: boolean;
  readonly readers: boolean;
}

/** What a rule says of one difference; several classes can hold at once, a rename with a new meaning is both. */
export interface Effect {
  /** Loudest first, at least one. */
  readonly significances: readonly Significance[];
  readonly breaks: Breaks;
  /** One sentence in the product's words. */
  readonly why: string;
  /** An edit of prose, whose author may declare it a clarification. */
  readonly claimable: boolean;
}

/** A difference with its class and the sentence that says why. */
export interface Classified extends Effect {
  readonly difference: Difference;
  /** The loudest of `significances`. */
  readonly significance: Significance;
  /** "Numbers before and after are not comparable", "Senders must change" … */
  readonly consequence: string;
  /** It is `editorial` only because its author declares it a clarification. */
  readonly claimed: boolean;
}

/** What a rule may look at beside the difference itself. */
export interface ClassifyContext {
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** Keys (see `claimKey`) of the edits of prose that their author declares to be clarifications. */
  readonly claims: ReadonlySet<string>;
}

/** What a difference of another item does to an item that uses it. */
export interface Transitive {
  /** The item that changed: a property, a group, a source or a destination. */
  readonly itemId: string;
  readonly kind: ItemKind;
  /** The group by which the item uses the property, when it does so indirectly. */
  readonly through: string | null;
  readonly significance: Significance;
  readonly significances: readonly Significance[];
  readonly breaks: Breaks;
  readonly why: string;
  readonly consequence: string;
}

/** All that a plan's differences do to one item. */
export interface ItemChange {
  readonly itemId: string;
  readonly kind: ItemKind;
  /** With its namespace, as it is called afterwards, or was before it was removed. */
  readonly name: string;
  /** `affected`: the item itself says what it said, but something it uses changed. */
  readonly operation: 'added' | 'changed' | 'removed' | 'affected';
  readonly differences: readonly Classified[];
  readonly via: readonly Transitive[];
  /** The loudest of its own differences; `null` when it is only affected. */
  readonly own: Significance | null;
  /** The loudest of its own differences and of what reaches it through others. */
  readonly significance: Significance;
  readonly significances: readonly Significance[];
  readonly breaks: Breaks;
  readonly consequence: string;
  readonly versionBefore: ItemVersion | null;
  /** The version of its next revision, moved by its own differences only; `null` when removed. */
  readonly version: ItemVersion | null;
}

/** The name under which a claim of clarification is kept for a difference: item, field, and member and part where there are any. */
export function claimKey(difference: Difference): string {
  const parts: string[] = [difference.itemId];
  if ('field' in difference) parts.push(difference.field);
  if ('member' in difference) parts.push(difference.member);
  if ('part' in difference) parts.push(difference.part);
  return parts.join(' ');
}
