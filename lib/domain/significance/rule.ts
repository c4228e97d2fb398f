import type { Difference } from '../diff/difference';
import type { Names } from '../diff/words';
import type { ContentByKind, Item } from '../plan/item';
import type { ItemKind } from '../plan/kinds/define';
import type { Snapshot } from '../plan/snapshot';
import type { Effect } from './classified';

/** What a rule is told beside the two values. */
export interface At {
  readonly difference: Difference;
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly names: Names;
  /** The difference in words, which most rules give as their reason. */
  readonly sentence: string;
}

export type ValueRule<V> = (before: V, after: V, at: At) => Effect;
export type MemberRule<M> = (member: M, at: At) => Effect;

/** The part of a member that is its identity, by field; the other parts need a rule each. */
interface MemberKeys {
  properties: 'propertyId';
  allowedValues: 'value';
  examples: 'title';
  screenshots: 'url';
  links: 'url';
  extras: 'key';
  uses: 'key';
  nameMapping: 'itemId';
}

type MemberOf<V> = NonNullable<V> extends readonly (infer M)[] ? M : never;
type PartOf<F, M> = Exclude<keyof M, F extends keyof MemberKeys ? MemberKeys[F] : never>;

interface MemberRules<M> {
  readonly added: MemberRule<M>;
  readonly removed: MemberRule<M>;
}

type ListRule<F, V, M> = MemberRules<M> &
  (null extends V ? { readonly whole: ValueRule<V> } : object) &
  ([M] extends [object] ? { readonly parts: { readonly [P in PartOf<F, M>]: ValueRule<M[P]> } } : object);

export type RuleFor<F, V> = [MemberOf<V>] extends [never] ? ValueRule<V> : ListRule<F, V, MemberOf<V>>;

/** A rule for each field of a kind; a field without one does not compile. */
export type FieldRules<K extends ItemKind> = {
  readonly [F in keyof ContentByKind[K]]-?: RuleFor<F, ContentByKind[K][F]>;
} & { readonly name: ValueRule<string>; readonly namespace: ValueRule<string | null> };

/** All rules of a kind: for the item as a whole and for each of its fields. */
export interface KindRules<K extends ItemKind> {
  readonly added: MemberRule<Item<K>>;
  readonly removed: MemberRule<Item<K>>;
  readonly fields: FieldRules<K>;
}
