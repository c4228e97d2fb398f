import type * as z from 'zod';
import type { Notice, Story } from '@/lib/domain/notify/notice';
import type { Outcome } from '@/lib/domain/notify/retry';

/** A POST to a receiver. */
export interface HttpMessage {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a receiver answered, as much of it as is read. */
export interface HttpAnswer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: string;
}

/** A letter, both parts saying the same. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Unique and the same for every attempt. */
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The ways out of the process, handed in: private addresses, time limits and sizes are settled there once. */
export interface Outside {
  /** Throws when there is no answer. */
  readonly http: (message: HttpMessage) => Promise<HttpAnswer>;
  /** Throws when the letter is not taken. */
  readonly mail: (letter: Letter) => Promise<void>;
  readonly now: Date;
}

/** How a sending went: what follows from it, and words for the log. */
export interface Sent {
  readonly outcome: Outcome;
  readonly status: number | null;
  readonly words: string;
}

/** What goes with a channel's own settings when it sends. */
export interface Credentials {
  /** The secrets that are valid now, newest first. */
  readonly secrets: readonly string[];
}

interface Common<S extends z.ZodType> {
  /** The name of its file. */
  readonly id: string;
  readonly label: string;
  readonly summary: string;
  /** What a person fills in. */
  readonly settings: S;
  /** Where it goes, as much of it as may be shown: such an address is often itself the secret. */
  readonly hint: (settings: z.output<S>) => string;
}

/** A channel that we send to. */
export interface PushChannel<S extends z.ZodType = z.ZodType, M = unknown> extends Common<S> {
  readonly direction: 'push';
  /** Which way out it takes; those that take the mail server share its limits. */
  readonly way: 'web' | 'mail';
  /** Everybody has one of their own from the beginning, to their own address. */
  readonly forEveryone: boolean;
  /** Whether it has words for a whole day at once. */
  readonly digests: boolean;
  /** Whether its messages are signed with a secret that we make. */
  readonly signs: boolean;
  /** Addresses that we will call, to be checked when they are saved. */
  readonly urls: (settings: z.output<S>) => readonly string[];
  readonly render: (notice: Notice) => M;
  readonly send: (message: M, settings: z.output<S>, outside: Outside, credentials: Credentials) => Promise<Sent>;
}

/** A release as a feed tells it. */
export interface FeedStory extends Story {
  /** The notes of the release where somebody edited them: they stand in place of what the product says. */
  readonly notes?: { readonly text: string; readonly editedAt: string } | undefined;
}

/** What a feed is of. */
export interface FeedAbout {
  readonly id: string;
  readonly title: string;
  /** Of the feed itself, and of the page it stands for. */
  readonly selfUrl: string;
  readonly pageUrl: string;
  readonly updatedAt: string;
}

/** A channel that its reader asks. */
export interface PullChannel<S extends z.ZodType = z.ZodType> extends Common<S> {
  readonly direction: 'pull';
  readonly contentType: string;
  readonly feed: (about: FeedAbout, stories: readonly FeedStory[]) => string;
}

export type ChannelAdapter = PushChannel | PullChannel;

/** Types a channel by its settings and its message, and forgets the types where the family's list holds it. */
export function definePush<S extends z.ZodType, M>(channel: Omit<PushChannel<S, M>, 'direction'>): PushChannel {
  return {
    ...channel,
    direction: 'push',
    hint: (settings) => channel.hint(channel.settings.parse(settings)),
    urls: (settings) => channel.urls(channel.settings.parse(settings)),
    // What is sent is what the same channel rendered.
    send: (message, settings, outside, credentials) =>
      channel.send(message as M, channel.settings.parse(settings), outside, credentials),
  };
}

/** The same for a channel that is asked. */
export function definePull<S extends z.ZodType>(channel: Omit<PullChannel<S>, 'direction'>): PullChannel {
  return { ...channel, direction: 'pull', hint: (settings) => channel.hint(channel.settings.parse(settings)) };
}
