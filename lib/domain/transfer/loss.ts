import * as z from 'zod';

/** What a format has no words for: shown beside the export, never dropped in silence. */
export const lossSchema = z.strictObject({
  /** Stable: what was lost. */
  code: z.string(),
  words: z.string(),
  /** The item it is about; `null` for the plan as a whole. */
  itemId: z.string().nullable(),
  name: z.string(),
  field: z.string().nullable(),
});
export type Loss = z.infer<typeof lossSchema>;
