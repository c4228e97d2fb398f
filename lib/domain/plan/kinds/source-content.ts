import * as z from 'zod';
import { commonFields, shortTextSchema } from '../parts';

export const runtimes = ['client', 'server'] as const;

export const sourceContentSchema = z.strictObject({
  ...commonFields,
  /** Where its code runs: on the user's machine or on ours. */
  runtime: z.enum(runtimes).default('client'),
  /** Web, iOS, Android, Node … */
  platform: shortTextSchema.default(''),
});
/** A place that fires events. */
export type SourceContent = z.infer<typeof sourceContentSchema>;
