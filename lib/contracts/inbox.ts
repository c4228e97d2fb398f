import * as z from 'zod';
import { itemKindSchema } from '@/lib/domain/plan/item-kind-schema';
import { significances } from '@/lib/domain/plan/significance';
import { differenceViewSchema } from './change-requests';
import { momentSchema, pageOf, pageQuerySchema } from './common';
import { inboxTabs } from './inbox-tabs';

/** Why somebody hears, the most pressing first. */
export const newsReasons = [
  'review-asked',
  'mentioned',
  'consumer',
  'own',
  'watch',
  'author',
  'contributor',
  'reviewer',
  'channel',
] as const;
export type NewsReason = (typeof newsReasons)[number];

/** What happened: the last thing a person has to know of a change request, or a release. */
export const newsKinds = [
  'released',
  'review-asked',
  'mentioned',
  'approval-voided',
  'changes-requested',
  'approved',
  'commented',
  'taken-over',
  'closed',
  'dismissed',
  'claim-overturned',
  'delivery-failed',
  'due',
] as const;
export type NewsKind = (typeof newsKinds)[number];

/** What takes the place of something that is deprecated or retired with the news. */
const successorSchema = z.object({
  /** The name of what it replaces; null where that is the item the news is about. */
  of: z.string().nullable(),
  itemId: z.string(),
  kind: itemKindSchema,
  namespace: z.string().nullable(),
  name: z.string(),
});
export type Successor = z.infer<typeof successorSchema>;

/** One item of the news: what it says now and what it said before. */
export const newsItemSchema = z.object({
  itemId: z.string(),
  kind: itemKindSchema,
  namespace: z.string().nullable(),
  name: z.string(),
  operation: z.enum(['added', 'changed', 'removed', 'affected', 'due', 'noted']),
  /** Of the item, as MAJOR.MINOR.PATCH; null where there was none, and of what was told before versions were. */
  versionBefore: z.string().nullable().default(null),
  version: z.string().nullable().default(null),
  significance: z.enum(significances),
  consequence: z.string(),
  /** What changed in words, loudest first; of what it uses, when it is only affected. */
  sentences: z.array(z.string()),
  differences: z.array(differenceViewSchema),
  /** What to use instead of it, or instead of what it uses. */
  instead: z.array(successorSchema).default([]),
});
export type NewsItem = z.infer<typeof newsItemSchema>;

/** One change in one line: where, and what stood there before and after. */
export const newsLineSchema = z.object({
  name: z.string(),
  label: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  sentence: z.string(),
});
export type NewsLine = z.infer<typeof newsLineSchema>;

/** One reason in words, and what is stopped to be rid of it. */
export const becauseSchema = z.object({
  reason: z.enum(['consumer', 'own', 'watch']),
  /** "You watch tag checkout". */
  words: z.string(),
  /** A target of watches: the watch that ends, or the item that is muted; null where it is not one thing. */
  target: z.string().nullable(),
  name: z.string(),
});
export type BecauseView = z.infer<typeof becauseSchema>;

/** What is stored of a piece of news, in words as of when it was told. */
export const newsSchema = z.object({
  kind: z.enum(newsKinds),
  /** Somebody's turn, or numbers that change: it stands under Important. */
  important: z.boolean(),
  /** Who did it. */
  actor: z.string(),
  /** What they did: "merged it as release 7". */
  words: z.string(),
  request: z.object({ number: z.number().int(), title: z.string(), reason: z.string() }),
  release: z.object({ number: z.number().int(), at: momentSchema }).nullable(),
  significance: z.enum(significances).nullable(),
  /** "Numbers before and after are not comparable". */
  consequence: z.string(),
  line: newsLineSchema.nullable(),
  items: z.array(newsItemSchema),
  /** Items beyond those listed. */
  omitted: z.number().int(),
  /** Why its reader hears of it, the most pressing first; empty where the reasons say all. */
  because: z.array(becauseSchema).default([]),
});
export type News = z.infer<typeof newsSchema>;

/** The same as an inbox holds it: what comes by the calendar stands in no change request. */
export const entryNewsSchema = newsSchema.extend({ request: newsSchema.shape.request.nullable() });
export type EntryNews = z.infer<typeof entryNewsSchema>;

/** Something a person watches and may stop watching from the entry. */
export const watchedTargetSchema = z.object({
  target: z.string(),
  name: z.string(),
  /** How much of it they hear, so that stopping can be undone. */
  level: z.enum(['all', 'meaning']),
});

/** A reason in words, and what ends it. */
export const stopSchema = z.object({
  /** "You watch tag checkout". */
  words: z.string(),
  /** A target of watches; null where nothing ends it. */
  target: z.string().nullable(),
  /** What that is called. */
  name: z.string(),
  /** Whether a watch ends or something is muted. */
  act: z.enum(['unwatch', 'mute']).nullable(),
  /** Whether it has been ended or muted. */
  isStopped: z.boolean(),
  /** How it was watched before, so that stopping can be undone; null where it was not. */
  before: z.enum(['all', 'meaning']).nullable(),
});
export type Stop = z.infer<typeof stopSchema>;

export const inboxEntrySchema = z.object({
  id: z.string(),
  plan: z.object({ slug: z.string(), name: z.string() }),
  reasons: z.array(z.enum(newsReasons)),
  news: entryNewsSchema,
  /** Why it came, each with how to stop it. */
  stops: z.array(stopSchema),
  /** What about it the reader watches. */
  watched: z.array(watchedTargetSchema),
  /** When it last went on. */
  at: momentSchema,
  readAt: momentSchema.nullable(),
  doneAt: momentSchema.nullable(),
  snoozedUntil: momentSchema.nullable(),
  acknowledgedAt: momentSchema.nullable(),
});
export type InboxEntry = z.infer<typeof inboxEntrySchema>;

export const inboxQuerySchema = pageQuerySchema.extend({ tab: z.enum(inboxTabs).default('important') });
export type InboxQuery = z.infer<typeof inboxQuerySchema>;

export const inboxPageSchema = pageOf(inboxEntrySchema).extend({
  /** Of the whole inbox, whichever tab is read. */
  unread: z.number().int(),
  /** When the first snoozed entry comes back. */
  nextSnoozedAt: momentSchema.nullable(),
});
export type InboxPage = z.infer<typeof inboxPageSchema>;

export const inboxCountSchema = z.object({ unread: z.number().int() });

export const triageActions = ['done', 'undone', 'read', 'unread', 'snooze', 'unsnooze', 'acknowledge'] as const;
export type TriageAction = (typeof triageActions)[number];

/** What is done with an entry; `until` goes with `snooze`. */
export const triageSchema = z
  .strictObject({
    action: z.enum(triageActions),
    until: momentSchema.optional().describe('When it comes back, for snooze'),
  })
  .refine((triage) => (triage.action === 'snooze') === (triage.until !== undefined), {
    path: ['until'],
    message: 'Say until when, and only with snooze',
  });
export type Triage = z.infer<typeof triageSchema>;

/** The same for several entries at once. */
export const bulkTriageSchema = z
  .strictObject({
    ids: z.array(z.string().max(60)).min(1).max(200),
    action: z.enum(triageActions),
    until: momentSchema.optional(),
  })
  .refine((triage) => (triage.action === 'snooze') === (triage.until !== undefined), {
    path: ['until'],
    message: 'Say until when, and only with snooze',
  });

export const bulkTriagedSchema = z.object({ marked: z.number().int(), unread: z.number().int() });
