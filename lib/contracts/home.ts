import * as z from 'zod';
import { momentSchema } from './common';
import { itemRefSchema } from './item-ref';

/** Something that waits for a person: a review, an acknowledgement, a reply, a conflict. */
export const waitingSchema = z.object({
  reason: z.enum(['review', 'acknowledge', 'reply', 'conflict', 'changes-requested']),
  planSlug: z.string(),
  number: z.number().int(),
  title: z.string(),
  since: momentSchema,
  authorName: z.string(),
});
export type Waiting = z.infer<typeof waitingSchema>;

export const draftSchema = z.object({
  planSlug: z.string(),
  number: z.number().int(),
  title: z.string(),
  status: z.string(),
  updatedAt: momentSchema,
});

export const watchedChangeSchema = z.object({
  planSlug: z.string(),
  item: itemRefSchema,
  release: z.number().int(),
  at: momentSchema,
  significance: z.string(),
});
export type WatchedChange = z.infer<typeof watchedChangeSchema>;

/** What is unfinished in a plan: each row a filter that lists it. */
export const healthSchema = z.object({
  planSlug: z.string(),
  planName: z.string(),
  rows: z.array(
    z.object({
      label: z.string(),
      count: z.number().int(),
      of: z.number().int(),
      section: z.string(),
      filter: z.string(),
    }),
  ),
  /** How many items nobody answers for: without an owner, or with one who is gone. */
  orphans: z.object({ nobody: z.number().int(), gone: z.number().int() }),
});
export type Health = z.infer<typeof healthSchema>;

/** A section of the home page as it is, or that it failed: one never takes the others along. */
const section = <T extends z.ZodType>(rows: T) =>
  z.discriminatedUnion('state', [
    z.object({ state: z.literal('ready'), rows }),
    z.object({ state: z.literal('failed') }),
  ]);

/** How far a workspace has come on the way to being used. */
export const progressSchema = z.object({
  planIn: z.boolean(),
  proposed: z.boolean(),
  approved: z.boolean(),
  /** How many things the reader watches. */
  watching: z.number().int(),
});
export type Progress = z.infer<typeof progressSchema>;

export const homeSchema = z.object({
  progress: section(z.array(progressSchema)),
  waiting: section(z.array(waitingSchema)),
  drafts: section(z.array(draftSchema)),
  watched: section(z.array(watchedChangeSchema)),
  health: section(z.array(healthSchema)).nullable(),
});
export type Home = z.infer<typeof homeSchema>;
