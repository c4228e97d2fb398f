import type { Item } from '../plan/item';
import type { FieldConflict } from './merge-items';

interface About {
  /** Stable while neither side moves on, so that a choice survives a reload. */
  readonly key: string;
  readonly itemId: string;
}

/** What two sides cannot settle by themselves; `yours` is the change request, `theirs` the plan that moved. */
export type Conflict = About &
  (
    | ({ readonly type: 'field' } & FieldConflict)
    /** Both renamed the item, differently. */
    | ({ readonly type: 'rename-rename' } & FieldConflict)
    /** You edit what they removed. */
    | { readonly type: 'edit-delete'; readonly base: Item; readonly yours: Item }
    /** You remove what they edited. */
    | { readonly type: 'delete-edit'; readonly base: Item; readonly theirs: Item }
    /** Both created an item with one identity. */
    | { readonly type: 'both-created'; readonly theirs: Item; readonly yours: Item }
    /** Another item of the kind bears the name by now. */
    | { readonly type: 'name-taken'; readonly name: string; readonly otherId: string }
    /** Your item points at what they removed. */
    | { readonly type: 'reference-removed'; readonly field: string; readonly missing: Item }
    /** They point at what you remove: `usedById` is their item. */
    | {
        readonly type: 'removed-in-use';
        readonly usedById: string;
        readonly usedByName: string;
        readonly field: string;
      }
    /** Both sides are right alone, and together the source of truth is no source of the event. */
    | { readonly type: 'source-of-truth'; readonly sourceId: string }
  );

export type ConflictType = Conflict['type'];

/** The answer to a conflict: what the plan says, what the request says, or something written for the purpose. */
export type Choice =
  | { readonly take: 'theirs' }
  | { readonly take: 'yours' }
  | { readonly take: 'written'; readonly value: unknown };
