import { dayWords } from '@/components/ui/time-words';

/** The state that an address asks for in words: `release 8`, `14 Aug 2026`. A day is one of UTC, as the address means it. */
export function asOfWords(at: string): string {
  if (isRelease(at)) return `release ${at}`;
  return dayWords(dateOf(at), 'en-GB');
}

/** What an address asks for, or null where that is neither a release nor a date. */
export function askedAt(at: string | null): string | null {
  return at !== null && (isRelease(at) || !Number.isNaN(dateOf(at).getTime())) ? at : null;
}

function dateOf(at: string): Date {
  return new Date(at.length === 10 ? `${at}T12:00:00Z` : at);
}

/** Whether an address asks for a release rather than for a date. */
export function isRelease(at: string): boolean {
  return /^\d+$/u.test(at);
}
