import * as z from 'zod';
import { sqlDialects } from '@/lib/domain/plan-query/warehouse-sql';

/** How a person likes the product to look and behave, the same in every browser they use. */
export const preferencesSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  density: z.enum(['compact', 'comfortable']).default('compact'),
  palette: z.enum(['standard', 'colour-blind']).default('standard'),
  singleKeys: z.enum(['on', 'off']).default('on'),
  /** IANA name; null follows the browser. */
  timeZone: z.string().max(64).nullable().default(null),
  /** The warehouse whose language queries are written in; null until one is chosen. */
  sqlDialect: z.enum(sqlDialects).nullable().default(null),
});
export type PreferencesView = z.infer<typeof preferencesSchema>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/** Absent leaves a preference as it is. */
export const updatePreferencesRequestSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).optional(),
  density: z.enum(['compact', 'comfortable']).optional(),
  palette: z.enum(['standard', 'colour-blind']).optional(),
  singleKeys: z.enum(['on', 'off']).optional(),
  timeZone: z.string().max(64).refine(isTimeZone, 'This is no time zone we know').nullable().optional(),
  sqlDialect: z.enum(sqlDialects).nullable().optional(),
});
export type UpdatePreferencesRequest = z.infer<typeof updatePreferencesRequestSchema>;
