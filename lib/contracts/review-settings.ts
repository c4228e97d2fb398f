import * as z from 'zod';
import { reviewSettingsSchema } from '@/lib/domain/review/checklist';

export const reviewSettingsViewSchema = reviewSettingsSchema.extend({
  /** 0 before they were ever saved. */
  lockVersion: z.number().int(),
});
export type ReviewSettingsView = z.infer<typeof reviewSettingsViewSchema>;

/** Ticks a line of the checklist, or takes the tick back. */
export const tickLineSchema = z.strictObject({ ticked: z.boolean() });
