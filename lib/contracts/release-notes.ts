import * as z from 'zod';
import { momentSchema, personRefSchema } from './common';

/** The notes of a release, as the product wrote them and as they are shown. */
export const releaseNotesSchema = z.object({
  text: z.string().describe('Markdown'),
  generated: z.string().describe('As the product writes them'),
  edited: z.object({ by: personRefSchema, at: momentSchema }).nullable(),
  lockVersion: z.number().int(),
});
export type ReleaseNotesView = z.infer<typeof releaseNotesSchema>;

export const editReleaseNotesSchema = z.strictObject({
  text: z
    .string()
    .max(50_000)
    .refine((text) => text.trim() !== '', 'Write something, or restore what the product wrote'),
});
