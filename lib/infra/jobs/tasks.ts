import * as z from 'zod';
import type { ReviewEvent } from '../../domain/review/event';

const reviewEventSchema = z.custom<ReviewEvent>(
  (value) => typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string',
);

/** Every job there is, with what it carries: little but ids, since the work reads the state as it is by then. */
export const tasks = {
  /** Tells everybody entitled what a move on a change request, such as its merge, means for them. */
  tell: z.strictObject({
    workspaceId: z.string(),
    planId: z.string(),
    requestId: z.string(),
    actorId: z.string(),
    events: z.array(reviewEventSchema),
  }),
  /** Tells members whom a note beside an item names. */
  'tell-named': z.strictObject({
    workspaceId: z.string(),
    planId: z.string(),
    noteId: z.string(),
    actorId: z.string(),
    userIds: z.array(z.string()),
    at: z.string(),
  }),
  /** Wakes the senders of the process that takes it: something is due. */
  deliver: z.strictObject({}),
  /** Makes digests of what waits and is due. */
  digest: z.strictObject({}),
  /** Warns owners of dates that come near. */
  warn: z.strictObject({}),
  /** Reminds people of reviews they were asked for and have not answered. */
  remind: z.strictObject({}),
  /** Counts what the plans of releases lacked, of those that are not counted yet. */
  'count-health': z.strictObject({ workspaceId: z.string(), planId: z.string() }),
  /** Removes what has run out: keys, counters, uploads. */
  sweep: z.strictObject({}),
} as const;

export type TaskName = keyof typeof tasks;
/** What a job of a name carries. */
export type TaskPayload<N extends TaskName> = z.output<(typeof tasks)[N]>;
/** The work behind each job; it may run more than once and must then change nothing. */
export type TaskHandlers = { readonly [N in TaskName]: (payload: TaskPayload<N>) => Promise<void> };
