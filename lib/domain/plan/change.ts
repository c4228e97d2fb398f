import type { Item } from './item';

/** What a change request proposes for one item: a new one, a new state of one, or its removal. */
export type Change =
  | { readonly operation: 'create'; readonly itemId: string; readonly item: Item; readonly base: null }
  | { readonly operation: 'update'; readonly itemId: string; readonly item: Item; readonly base: BaseRevision }
  | { readonly operation: 'remove'; readonly itemId: string; readonly item: null; readonly base: BaseRevision };

/** The revision a change was made from. */
export interface BaseRevision {
  readonly revisionId: string;
  readonly digest: string;
}
