import * as z from 'zod';

/** Something that somebody changed in a workspace, told to the open screens: what to read again, never what it says. */
export const liveChangeSchema = z.object({
  /** How far the workspace's record of changes has come with it; null for what the record does not hold. */
  seq: z.number().int().nullable(),
  /** `noun.verb`, as in the record of changes. */
  action: z.string(),
  /** The plan's slug. */
  plan: z.string().nullable(),
  /** The change request's number. */
  number: z.number().int().nullable(),
});
export type LiveChange = z.infer<typeof liveChangeSchema>;

/** From here on nothing is missed; a reader whose last change has another number has missed something before. */
export const liveReadySchema = z.object({ seq: z.number().int() });
