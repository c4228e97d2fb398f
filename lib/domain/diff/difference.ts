import type { Item } from '../plan/item';
import type { ItemKind } from '../plan/kinds/define';

interface About {
  readonly itemId: string;
  readonly kind: ItemKind;
}

/**
 * One difference between two states of a plan. Identity is the item's id and a member's key, so a rename is one
 * difference and a reorder none.
 */
export type Difference =
  | (About & { readonly type: 'item-added'; readonly after: Item })
  | (About & { readonly type: 'item-removed'; readonly before: Item })
  /** A field that is compared as a whole: prose, values, and keyed lists or sets that were or became `null`. */
  | (About & {
      readonly type: 'field-changed';
      readonly field: string;
      readonly before: unknown;
      readonly after: unknown;
    })
  /** A member of a set or of a keyed list; `member` is its key as text. */
  | (About & {
      readonly type: 'member-added';
      readonly field: string;
      readonly member: string;
      readonly after: unknown;
    })
  | (About & {
      readonly type: 'member-removed';
      readonly field: string;
      readonly member: string;
      readonly before: unknown;
    })
  /** A part of a member of a keyed list. */
  | (About & {
      readonly type: 'member-changed';
      readonly field: string;
      readonly member: string;
      readonly part: string;
      readonly before: unknown;
      readonly after: unknown;
    });

export type DifferenceType = Difference['type'];
