import * as z from 'zod';
import { itemIdSchema } from '@/lib/domain/plan/parts';

/** The ways in which a change is read as code. */
export const codeViews = ['json-schema', 'snippet'] as const;
export type CodeViewName = (typeof codeViews)[number];

export const changeCodeQuerySchema = z.object({
  view: z.enum(codeViews).describe('The schemas that exports write, or the calls that send events'),
  source: itemIdSchema.optional().describe('Calls of this source only'),
});

/** What a change does to code: every text that becomes another, and nothing that stays. */
export const changeCodeViewSchema = z.object({
  view: z.enum(codeViews),
  pieces: z.array(
    z.object({
      key: z.string(),
      /** A file, or an event and the source whose call it is. */
      label: z.string(),
      /** `null` for what is not there. */
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
  /** Further events that the item reaches, which were not compared. */
  more: z.number().int(),
});
export type ChangeCodeView = z.infer<typeof changeCodeViewSchema>;
