import * as z from 'zod';
import { itemIdSchema } from '@/lib/domain/plan/parts';
import { momentSchema, personRefSchema, textSchema } from './common';

/** Which announcements: those of one item and of the plan, or all of the plan. */
export const announcementQuerySchema = z.strictObject({
  item: itemIdSchema.optional().describe('Only those on this item, and those on the whole plan'),
});

/** What is pinned: Markdown, where, and from when until when. */
export const createAnnouncementSchema = z
  .strictObject({
    /** Null for the whole plan. */
    itemId: itemIdSchema.nullable().default(null),
    text: textSchema(2_000, 'Say what people should know'),
    startsAt: momentSchema,
    endsAt: momentSchema,
  })
  .refine(({ startsAt, endsAt }) => Date.parse(endsAt) > Date.parse(startsAt), {
    path: ['endsAt'],
    message: 'It must end after it starts',
  });
export type CreateAnnouncement = z.input<typeof createAnnouncementSchema>;

export const announcementViewSchema = z.object({
  id: z.string(),
  itemId: z.string().nullable(),
  text: z.string(),
  startsAt: momentSchema,
  endsAt: momentSchema,
  /** Whether it is shown at this moment; what is not begins later. */
  isShown: z.boolean(),
  by: personRefSchema,
  /** Whether the reader may end it before its time. */
  mayEnd: z.boolean(),
});
export type AnnouncementView = z.infer<typeof announcementViewSchema>;

export const announcementListSchema = z.object({
  items: z.array(announcementViewSchema),
  nextCursor: z.null(),
  total: z.number().int(),
});
