import * as z from 'zod';
import { significances } from '../plan/significance';

/**
 * When a channel speaks: `each` at once for everything, `urgent` at once for what waits for the reader or changes
 * numbers and the rest in a digest, `urgent-only` without the rest, `digest` only once a day.
 */
export const paces = ['each', 'urgent', 'urgent-only', 'digest'] as const;
export type Pace = (typeof paces)[number];

/** Whether a channel gathers what can wait into a digest. */
export function hasDigest(pace: Pace): boolean {
  return pace === 'urgent' || pace === 'digest';
}

/** Whether a channel speaks at all; `disabled` is our own doing, after its receiver said that it is gone. */
export const channelStates = ['active', 'paused', 'disabled'] as const;
export type ChannelState = (typeof channelStates)[number];

/** What a channel of a workspace can hear of. */
export const channelEvents = ['released', 'review-asked', 'due'] as const;
export type ChannelEvent = (typeof channelEvents)[number];

/** What of a plan's news a channel passes on. Members of a list are alternatives, an empty list restricts nothing, and the lists hold together for one item. */
export const channelFilterSchema = z.strictObject({
  significances: z.array(z.enum(significances)).max(4).default([]),
  /** Ids of plans. */
  plans: z.array(z.string().max(60)).max(50).default([]),
  /** Ids of teams and people. */
  owners: z.array(z.string().max(60)).max(50).default([]),
  tags: z.array(z.string().max(300)).max(50).default([]),
  /** Ids of sources. */
  sources: z.array(z.string().max(60)).max(50).default([]),
  events: z.array(z.enum(channelEvents)).max(channelEvents.length).default(['released']),
});
export type ChannelFilter = z.infer<typeof channelFilterSchema>;

/** A channel as the rules see it. */
export interface ChannelRule {
  readonly id: string;
  /** Whose it is; null for one of the workspace. */
  readonly userId: string | null;
  readonly pace: Pace;
  readonly state: ChannelState;
  readonly filter: ChannelFilter;
}
