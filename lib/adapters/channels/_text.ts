import type { Notice, Story } from '@/lib/domain/notify/notice';
import { outcomeOf } from '@/lib/domain/notify/retry';
import type { HttpAnswer, Sent } from './define';

// Controls, and the marks that reorder or hide text: a name with them could look like another.
const unsafe = /[\p{Cc}\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]+/gu;

/** Anybody's text on one line: breaks, tabs and invisible marks become a space. */
export function oneLine(text: string): string {
  return text.replace(unsafe, ' ').replace(/ {2,}/g, ' ').trim();
}

/** Anybody's text with its line breaks and without other controls. */
export function lines(text: string): string {
  return text
    .split(/\r\n|\r|\n|\u2028|\u2029/u)
    .map(oneLine)
    .join('\n')
    .trim();
}

/** At most `max` characters, an ellipsis where something was left out; never half of a character. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, max - 1).replace(/[\ud800-\udbff]$/u, '')}…`;
}

/** The host of an address, which may be shown where the rest of it is a secret. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

/** What an answer over HTTP means, in words for the log. */
export function sentOver(answer: HttpAnswer, now: Date): Sent {
  const outcome = outcomeOf(answer.status, answer.retryAfter, now);
  const said = cut(oneLine(answer.body), 200);
  const words = outcome.kind === 'delivered' ? 'Delivered' : (refusals[answer.status] ?? `Answered ${answer.status}`);
  return { outcome, status: answer.status, words: outcome.kind === 'delivered' || !said ? words : `${words}: ${said}` };
}

const refusals: Readonly<Record<number, string>> = {
  301: 'Answered with a redirect, which is not followed',
  302: 'Answered with a redirect, which is not followed',
  303: 'Answered with a redirect, which is not followed',
  307: 'Answered with a redirect, which is not followed',
  308: 'Answered with a redirect, which is not followed',
  404: 'Answered 404: there is nothing at this address',
  410: 'Answered 410: the receiver is gone',
  429: 'Answered 429: asked us to slow down',
};

const dayWords = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The day of a moment: "21 November 2026". */
export function dayOf(at: string): string {
  return dayWords.format(new Date(at));
}

/** Who did what by which request, on one line; for what comes by the calendar, only where. */
export function byLine(story: Story): string {
  const { actor, words, plan, request } = story;
  if (!request) return oneLine(plan.name);
  return `${oneLine(actor)} ${oneLine(words)} · ${oneLine(plan.name)} · #${request.number} ${oneLine(request.title)}`;
}

/** What stands above the whole of it: of several things only how many, since each has a heading of its own. */
export function headingOf({ form, title, stories }: Notice): string {
  return form === 'digest' && stories.length > 1 ? `${stories.length} things to know` : title;
}
