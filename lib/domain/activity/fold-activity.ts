import type { ActivityKind } from './activity';

/** One thing that somebody did. */
export interface Done {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  /** Null when nobody did it but the product itself. */
  readonly who: { readonly id: string; readonly name: string } | null;
  readonly kind: ActivityKind;
  readonly words: string;
}

/** What somebody did to one thing in one go, as one sentence. */
export interface ActivityRow<T extends Done> {
  /** The last of what was done. */
  readonly last: T;
  readonly words: string;
  /** How many entries it tells. */
  readonly count: number;
}

/** A day and what was done on it, the latest first. */
export interface ActivityDay<T extends Done> {
  readonly day: string;
  readonly rows: readonly ActivityRow<T>[];
}

/**
 * Entries, the latest first, by day; what one person did to one thing without anybody between is one sentence.
 * @param dayOf the reader's day of a moment  @param aboutOf what an entry is about, as a key
 */
export function activityDays<T extends Done>(
  entries: readonly T[],
  dayOf: (at: string) => string,
  aboutOf: (entry: T) => string,
): ActivityDay<T>[] {
  const days: { day: string; runs: T[][] }[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.at);
    let last = days.at(-1);
    if (last?.day !== day) {
      last = { day, runs: [] };
      days.push(last);
    }
    const run = last.runs.at(-1);
    const newer = run?.at(-1);
    if (run && newer && newer.who?.id === entry.who?.id && aboutOf(newer) === aboutOf(entry)) run.push(entry);
    else last.runs.push([entry]);
  }
  return days.map(({ day, runs }) => ({ day, rows: runs.flatMap(rowOf) }));
}

function rowOf<T extends Done>(run: readonly T[]): ActivityRow<T>[] {
  const [last] = run;
  return last ? [{ last, words: sentenceOf([...run].reverse()), count: run.length }] : [];
}

/** Said of several things one after the other, the beginning is said once: "acknowledged for A, B and C". */
function withoutBeginning(words: string, before: string): string {
  const begins = /^\S+ for (?=\S)/u;
  const [beginning] = begins.exec(words) ?? [];
  return beginning && before !== words && before.startsWith(beginning) ? words.slice(beginning.length) : words;
}

/** More than this many things in one sentence are counted. */
const mostParts = 4;

/** What was done in the order it was done: many edits are counted, and what was done again is said once. */
function sentenceOf(run: readonly Done[]): string {
  const edits = run.filter(({ kind }) => kind === 'edited').length;
  const parts: string[] = [];
  let before = '';
  for (const { kind, words } of run) {
    const part = kind === 'edited' && edits > 1 ? `made ${edits} edits` : withoutBeginning(words, before);
    if (!parts.includes(part)) parts.push(part);
    before = words;
  }
  // What came last says where it stands, so that is what is kept.
  const more = parts.length - mostParts;
  const kept = more > 0 ? [`did ${more + 1} more things`, ...parts.slice(more + 1)] : parts;
  const end = kept.at(-1) ?? '';
  return kept.length > 1 ? `${kept.slice(0, -1).join(', ')} and ${end}` : end;
}
