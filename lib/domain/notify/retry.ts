const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long each attempt waits after the one before it, in milliseconds; after the last one the letter is dead. */
export const retryDelaysMs: readonly number[] = [
  0,
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];

/** A receiver that asks for more patience than this is asked again anyway. */
const longestWaitMs = 24 * hour;

/** What one attempt came to. */
export type Outcome =
  | { readonly kind: 'delivered' }
  /** The receiver says that it is no more. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly retryAfterMs?: number | undefined };

/** What follows from an attempt. */
export type NextStep =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'disable' }
  | { readonly kind: 'retry'; readonly at: Date }
  | { readonly kind: 'dead' };

/**
 * What follows from attempt number `attempt` (from 1) made at `at`.
 * @param jitter 0 to 1, moves the wait by up to 20 % either way, so that receivers that recover are not met all at once
 */
export function nextStep(outcome: Outcome, attempt: number, at: Date, jitter: number): NextStep {
  if (outcome.kind === 'delivered') return { kind: 'delivered' };
  if (outcome.kind === 'gone') return { kind: 'disable' };
  const delay = retryDelaysMs[attempt];
  if (delay === undefined) return { kind: 'dead' };
  const planned = delay * (0.8 + 0.4 * jitter);
  const asked = Math.min(outcome.retryAfterMs ?? 0, longestWaitMs);
  return { kind: 'retry', at: new Date(at.getTime() + Math.round(Math.max(planned, asked))) };
}

/** What an HTTP answer means for its delivery: 2xx arrived, 410 ends the channel, all else, redirects too, is a failure. */
export function outcomeOf(status: number, retryAfter: string | null, at: Date): Outcome {
  if (status >= 200 && status < 300) return { kind: 'delivered' };
  if (status === 410) return { kind: 'gone' };
  return { kind: 'failed', retryAfterMs: retryAfterMs(retryAfter, at) };
}

/** `Retry-After` as milliseconds: seconds or a date, undefined when it says neither. */
function retryAfterMs(header: string | null, at: Date): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * second;
  // A bare number with a sign or a point is no date, though the parser would take it for a year.
  const moment = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - at.getTime());
}
