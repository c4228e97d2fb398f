import * as z from 'zod';
import { itemIdSchema } from '@/lib/domain/plan/parts';
import { changeRequestViewSchema } from './change-requests';
import { lineSchema } from './common';

/** Which items stay in a request; all others leave for a follow-up. */
export const splitSchema = z.strictObject({
  stays: z.array(itemIdSchema).min(1).max(10_000),
  title: lineSchema(200).optional().describe('Of the follow-up; absent takes that of the request'),
});

/** Which changes of a request hold together, each with a sentence that names both. */
export const splitOptionsViewSchema = z.object({
  lockVersion: z.number().int(),
  needs: z.array(z.object({ itemId: z.string(), needs: z.string(), words: z.string() })),
});
export type SplitOptionsView = z.infer<typeof splitOptionsViewSchema>;

/** Both requests as they stand after a split. */
export const splitViewSchema = z.object({ request: changeRequestViewSchema, followUp: changeRequestViewSchema });
export type SplitView = z.infer<typeof splitViewSchema>;
