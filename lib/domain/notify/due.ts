import { type Item, qualifiedName } from '../plan/item';
import type { Owner } from '../plan/parts';
import type { Snapshot } from '../plan/snapshot';

/** How many days before a date its owners are warned, the last warning first. */
export const leadDays = [1, 14] as const;

/** A date of an item that comes near. */
export interface Due {
  readonly item: Item;
  readonly owner: Owner;
  readonly what: 'review' | 'end';
  /** The day, `2026-12-05`. */
  readonly date: string;
  /** The warning it is time for. */
  readonly lead: (typeof leadDays)[number];
  /** What follows the name in a sentence: "is due for review on 5 December". */
  readonly words: string;
}

/**
 * Every owned item with a date that is no further away than a warning is early, with the latest warning it is time for:
 * who was not warned in time, as the date was set late or nobody was there to warn, is warned once still.
 */
export function dueOn(snapshot: Snapshot, today: string): Due[] {
  return [...snapshot.items.values()].flatMap((item) => {
    const { owner, lifecycle } = item.content;
    if (!owner || lifecycle.state === 'retired') return [];
    return datesOf(item).flatMap(({ what, date }): Due[] => {
      const days = daysBetween(today, date);
      const lead = days < 0 ? undefined : leadDays.find((early) => days <= early);
      return lead === undefined ? [] : [{ item, owner, what, date, lead, words: wordsOf(what, date) }];
    });
  });
}

function datesOf(item: Item): { what: Due['what']; date: string }[] {
  const { reviewBy } = item.content;
  const endsAt = item.kind === 'consumer' ? item.content.endsAt : null;
  return [
    ...(reviewBy === null ? [] : [{ what: 'review' as const, date: reviewBy }]),
    ...(endsAt === null ? [] : [{ what: 'end' as const, date: endsAt }]),
  ];
}

const dayMs = 86_400_000;

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

const dayWords = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

function wordsOf(what: Due['what'], date: string): string {
  const day = dayWords.format(new Date(`${date}T00:00:00Z`));
  if (what === 'review') return `is due for review on ${day}`;
  return `ends on ${day}`;
}

/** The moment from which a warning can be given, whenever it is. */
export function warnedFrom({ date, lead }: Due): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) - lead * dayMs);
}

/** What a warning is kept under: once per item, date and lead time. */
export function dueKey({ item, what, date, lead }: Due): string {
  return `due:${item.id}:${what}:${date}:${lead}`;
}

/** A warning as one sentence for somebody of its owner: "Order Completed is due for review on 5 December; it is yours". */
export function dueSentence(due: Due, team: string | null): string {
  return `${qualifiedName(due.item)} ${due.words}; ${team === null ? 'it is yours' : `${team} owns it`}`;
}
