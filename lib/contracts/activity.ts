import * as z from 'zod';
import { roleSchema } from '@/lib/domain/access/role-schema';
import { activityKinds } from '@/lib/domain/activity/activity';
import { changeRequestStatuses } from '@/lib/domain/review/change-request';
import { momentSchema, pageOf, pageQuerySchema, personRefSchema } from './common';
import { itemRefSchema } from './item-ref';

export const activityQuerySchema = pageQuerySchema.extend({
  kind: z.enum(activityKinds).optional().describe('Only what is of this kind'),
});
export type ActivityQuery = z.output<typeof activityQuerySchema>;

/** What an entry leads to: a change request, an item, or the plan itself. */
export const activityAboutSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('change-request'),
    number: z.number().int(),
    title: z.string(),
    status: z.enum(changeRequestStatuses),
  }),
  z.object({ type: z.literal('item'), item: itemRefSchema }),
  z.object({ type: z.literal('plan') }),
]);

/** One thing that somebody did: who, what as a sentence without the name, when, and what about. */
export const activityEntrySchema = z.object({
  id: z.string(),
  at: momentSchema,
  /** Null when the product itself acted. */
  who: personRefSchema.nullable(),
  kind: z.enum(activityKinds),
  words: z.string(),
  plan: z.object({ slug: z.string(), name: z.string() }),
  about: activityAboutSchema,
  /** The release that a merge made. */
  release: z.number().int().nullable(),
});
export type ActivityEntry = z.infer<typeof activityEntrySchema>;
export const activityPageSchema = pageOf(activityEntrySchema);

/** Somebody as the workspace knows them; role and teams end with the membership, what they did stays. */
export const personViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Null for somebody who has left. */
  role: roleSchema.nullable(),
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
  isYou: z.boolean(),
});
export type PersonView = z.infer<typeof personViewSchema>;
