import * as z from 'zod';

/** Every job there is, with what it carries: ids only, since the work reads the state as it is by then. */
export const tasks = {
  /** Tells everybody entitled of a release. */
  'tell-release': z.strictObject({ workspaceId: z.string(), planId: z.string(), release: z.int().min(1) }),
  /** Tells people what a move on a change request means for them. */
  'tell-review': z.strictObject({
    workspaceId: z.string(),
    changeRequestId: z.string(),
    actorId: z.string(),
    at: z.iso.datetime(),
    event: z.string(),
    /** Who must hear when the move itself names them. */
    userIds: z.array(z.string()).default([]),
    words: z.string(),
  }),
  /** Removes what has run out: sessions, keys, counters, uploads. */
  sweep: z.strictObject({}),
} as const;

export type TaskName = keyof typeof tasks;
export type TaskPayload<N extends TaskName> = z.output<(typeof tasks)[N]>;
export type TaskInput<N extends TaskName> = z.input<(typeof tasks)[N]>;
/** The work behind each job; it may run more than once and must then change nothing. */
export type TaskHandlers = { readonly [N in TaskName]: (payload: TaskPayload<N>) => Promise<void> };
