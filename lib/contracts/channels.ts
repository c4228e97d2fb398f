import * as z from 'zod';
import { channelFilterSchema, channelStates, paces } from '@/lib/domain/notify/channel';
import { isTimeZone } from '@/lib/domain/notify/digest-time';
import { lineSchema, momentSchema, pageOf, pageQuerySchema, personRefSchema } from './common';
import { entryNewsSchema, newsReasons, newsSchema } from './inbox';

/** A kind of channel, for the form that makes one. */
export const channelTypeSchema = z.object({
  id: z.string(),
  label: z.string(),
  summary: z.string(),
  /** It has words for a whole day at once. */
  digests: z.boolean(),
  /** Its messages are signed with a secret that is shown once. */
  signs: z.boolean(),
  /** It is an address that its reader asks. */
  isFeed: z.boolean(),
  /** False where this instance lacks what it needs, such as a mail server. */
  isAvailable: z.boolean(),
  /** JSON Schema of what a person fills in. */
  settings: z.record(z.string(), z.unknown()),
});
export type ChannelTypeView = z.infer<typeof channelTypeSchema>;

export const channelViewSchema = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  /** Where it goes, as much of it as may be shown. */
  hint: z.string(),
  /** The reader's own; otherwise the workspace's. */
  isOwn: z.boolean(),
  pace: z.enum(paces),
  filter: channelFilterSchema,
  digestHour: z.number().int(),
  timeZone: z.string().nullable(),
  state: z.enum(channelStates),
  /** Why it is not active. */
  stateReason: z.string(),
  /** Since when no attempt has succeeded. */
  failingAt: momentSchema.nullable(),
  createdBy: personRefSchema,
  createdAt: momentSchema,
  lockVersion: z.number().int(),
});
export type ChannelView = z.infer<typeof channelViewSchema>;

export const channelListSchema = z.object({ items: z.array(channelViewSchema), types: z.array(channelTypeSchema) });
export type ChannelList = z.infer<typeof channelListSchema>;

const namedSchema = z.object({ id: z.string(), name: z.string() });

/** What the filter of a channel can name. */
export const filterChoicesSchema = z.object({
  plans: z.array(namedSchema),
  owners: z.array(namedSchema.extend({ type: z.enum(['team', 'person']) })),
  /** Each with the plan it belongs to. */
  sources: z.array(namedSchema.extend({ plan: z.string() })),
  tags: z.array(z.string()),
});
export type FilterChoices = z.infer<typeof filterChoicesSchema>;

const settingsSchema = z.record(z.string().max(40), z.string().max(2_000));
const digestHourSchema = z.number().int().min(0).max(23);
const timeZoneSchema = z.string().max(64).refine(isTimeZone, 'This is no time zone we know').nullable();

export const createChannelRequestSchema = z.strictObject({
  type: z.string().max(40),
  name: lineSchema(80),
  own: z.boolean().default(true).describe('For yourself; otherwise for the workspace, which takes an admin'),
  settings: settingsSchema.default({}),
  pace: z.enum(paces).optional(),
  filter: channelFilterSchema.optional(),
  digestHour: digestHourSchema.default(9),
  timeZone: timeZoneSchema.default(null),
});
export type CreateChannelRequest = z.infer<typeof createChannelRequestSchema>;

/** The answer to making one: the only time the secret and the address of a feed are shown. */
export const createdChannelViewSchema = channelViewSchema.extend({
  secret: z.string().nullable(),
  feedUrl: z.string().nullable(),
});
export type CreatedChannelView = z.infer<typeof createdChannelViewSchema>;

export const updateChannelRequestSchema = z.strictObject({
  name: lineSchema(80).optional(),
  settings: settingsSchema.optional(),
  pace: z.enum(paces).optional(),
  filter: channelFilterSchema.optional(),
  digestHour: digestHourSchema.optional(),
  timeZone: timeZoneSchema.optional(),
  state: z.enum(['active', 'paused']).optional(),
});
export type UpdateChannelRequest = z.infer<typeof updateChannelRequestSchema>;

/** A new signing secret; messages carry both signatures until the old one ends. */
export const rotatedSecretSchema = z.object({ secret: z.string(), previousValidUntil: momentSchema });

export const deliveryStatuses = ['waiting', 'gathered', 'pending', 'delivered', 'dead', 'skipped'] as const;

export const attemptViewSchema = z.object({
  number: z.number().int(),
  at: momentSchema,
  outcome: z.enum(['delivered', 'gone', 'failed']),
  status: z.number().int().nullable(),
  words: z.string(),
  durationMs: z.number().int(),
});
export type AttemptView = z.infer<typeof attemptViewSchema>;

export const deliveryViewSchema = z.object({
  id: z.string(),
  form: z.enum(['news', 'digest', 'test']),
  title: z.string(),
  status: z.enum(deliveryStatuses),
  statusReason: z.string(),
  happenedAt: momentSchema,
  /** When it is tried next, or when its digest is due; null once it is settled. */
  nextAttemptAt: momentSchema.nullable(),
  settledAt: momentSchema.nullable(),
  attemptCount: z.number().int(),
  attempts: z.array(attemptViewSchema),
});
export type DeliveryView = z.infer<typeof deliveryViewSchema>;
export const deliveryPageSchema = pageOf(deliveryViewSchema);

export const deliveryQuerySchema = pageQuerySchema.extend({ status: z.enum(deliveryStatuses).optional() });
export type DeliveryQuery = z.infer<typeof deliveryQuerySchema>;

/** Which of a channel's deliveries are sent again: by id, or all of a range of time. */
export const replayRequestSchema = z
  .strictObject({
    ids: z.array(z.string().max(60)).min(1).max(500).optional(),
    since: momentSchema.optional(),
    until: momentSchema.optional(),
    statuses: z
      .array(z.enum(['delivered', 'dead', 'skipped']))
      .min(1)
      .default(['dead']),
  })
  .refine((replay) => replay.ids !== undefined || replay.since !== undefined, {
    path: ['since'],
    message: 'Name deliveries, or since when',
  });
export type ReplayRequest = z.infer<typeof replayRequestSchema>;
export const replayedSchema = z.object({ replayed: z.number().int() });

/** What is stored of a delivery of news: enough to say it later without asking what has become of it. */
export const deliveryPayloadSchema = z.object({
  plan: z.object({ slug: z.string(), name: z.string() }),
  reasons: z.array(z.enum(newsReasons)),
  news: entryNewsSchema,
});
export type DeliveryPayload = z.infer<typeof deliveryPayloadSchema>;

/** What a signed link from a message asks to acknowledge. */
export const acknowledgementViewSchema = z.object({
  workspace: z.object({ slug: z.string(), name: z.string() }),
  plan: z.object({ slug: z.string(), name: z.string() }),
  person: z.string(),
  news: newsSchema,
  acknowledgedAt: momentSchema.nullable(),
});
export type AcknowledgementView = z.infer<typeof acknowledgementViewSchema>;

/** What a link at the foot of a message offers to end. */
export const unsubscriptionViewSchema = z.object({
  workspace: z.object({ slug: z.string(), name: z.string() }),
  /** Whose channel it is; null for one of the workspace. */
  person: z.string().nullable(),
  channel: z.string(),
  kind: z.enum(['digest', 'reasons', 'channel']),
  /** What ends, each: "tag checkout"; empty unless it came for reasons that can be ended one by one. */
  names: z.array(z.string()),
  /** "Stop the daily digest". */
  words: z.string(),
  /** Whether it has ended. */
  isDone: z.boolean(),
});
export type UnsubscriptionView = z.infer<typeof unsubscriptionViewSchema>;
