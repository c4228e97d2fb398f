/** A formatter costs more than a hundred uses of it, and a list has a moment a row. */
function kept<T>(make: (locale: string | undefined) => T): (locale: string | undefined) => T {
  const made = new Map<string | undefined, T>();
  return (locale) => {
    const before = made.get(locale);
    if (before) return before;
    const fresh = make(locale);
    made.set(locale, fresh);
    return fresh;
  };
}

const relative = kept((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
const exact = kept((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' }));
const day = kept((locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }));

const steps: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** How long before or after `now` a moment is, in words of the locale: "3 days ago", "in 2 hours". */
export function relativeWords(at: Date, now: Date, locale = readersLocale()): string {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const isEnglish = locale !== undefined && /^en\b/u.test(locale);
  const words = (value: number, unit: Intl.RelativeTimeFormatUnit) =>
    isEnglish ? englishWords(value, unit) : relative(locale).format(value, unit);
  const step = steps.find(([, size]) => Math.abs(seconds) >= size);
  if (!step) return Math.abs(seconds) < 10 ? 'now' : words(Math.round(seconds), 'second');
  return words(Math.trunc(seconds / step[1]), step[0]);
}

function readersLocale(): string | undefined {
  return typeof navigator === 'undefined' ? undefined : navigator.language;
}

/** What `Intl.RelativeTimeFormat` says for whole numbers but 0; the first one of a page takes longer to make than a screen of text. */
export function englishWords(value: number, unit: Intl.RelativeTimeFormatUnit): string {
  const count = Math.abs(value);
  if (count === 1 && unit === 'day') return value < 0 ? 'yesterday' : 'tomorrow';
  if (count === 1 && /^(?:week|month|year)$/u.test(unit)) return `${value < 0 ? 'last' : 'next'} ${unit}`;
  const words = `${count} ${unit}${count === 1 ? '' : 's'}`;
  return value < 0 ? `${words} ago` : `in ${words}`;
}

/** A moment in full, in the reader's locale and time zone, with the zone named. */
export function exactWords(at: Date, locale?: string): string {
  return exact(locale).format(at);
}

/** A day such as "3 May 2026", in the reader's locale. */
export function dayWords(at: Date, locale?: string): string {
  return day(locale).format(at);
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/** A day such as "3 May 2026", without asking the locale: the first formatter of a page takes a while to make. */
export function plainDay(at: Date): string {
  return `${at.getDate()} ${months[at.getMonth()]} ${at.getFullYear()}`;
}
