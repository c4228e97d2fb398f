import * as z from 'zod';
import { type Item, itemSchema } from './item';
import { itemIdSchema } from './parts';

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

const baseRevisionSchema = z.strictObject({ revisionId: z.string().min(1), digest: z.string().min(1) });

/** A change as it is stored. */
export const changeSchema: z.ZodType<Change> = z.discriminatedUnion('operation', [
  z.strictObject({ operation: z.literal('create'), itemId: itemIdSchema, item: itemSchema, base: z.null() }),
  z.strictObject({ operation: z.literal('update'), itemId: itemIdSchema, item: itemSchema, base: baseRevisionSchema }),
  z.strictObject({ operation: z.literal('remove'), itemId: itemIdSchema, item: z.null(), base: baseRevisionSchema }),
]);
