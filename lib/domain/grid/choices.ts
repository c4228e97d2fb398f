import { foldName } from '../../kit/fold';
import { err, ok, type Result } from '../../kit/result';
import { type CellFault, fault } from './fault';

/** Something that cells name: a person, a team, an item. */
export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** How ids are written in cells and read back; every choice has a text of its own. */
export interface Choices {
  readonly labels: readonly string[];
  readonly labelOf: (id: string) => string;
  readonly find: (text: string) => Result<string, CellFault>;
}

/** Choices by name; where two are called alike, each says its id too, and what is not among them is its id. */
export function choicesOf(list: readonly Choice[], noun: string): Choices {
  const counts = new Map<string, number>();
  for (const { name } of list) counts.set(foldName(name), (counts.get(foldName(name)) ?? 0) + 1);
  const labels = new Map<string, string>();
  const exact = new Map<string, string>();
  const folded = new Map<string, string>();
  for (const { id, name } of list) {
    const isOwn = counts.get(foldName(name)) === 1 && !isId.test(name) && name === name.trim() && name !== '';
    const label = isOwn ? name : `${name.trim()} (${id})`;
    labels.set(id, label);
    exact.set(label, id);
    folded.set(foldName(label), id);
  }
  const all = [...labels.values()];
  return {
    labels: all,
    labelOf: (id) => labels.get(id) ?? id,
    find: (text) => {
      const wanted = text.trim();
      const id = exact.get(wanted) ?? folded.get(foldName(wanted)) ?? (isId.test(wanted) ? wanted : undefined);
      if (id !== undefined) return ok(id);
      return err(fault(`No ${noun} is called “${shortened(wanted)}”.`, closest(wanted, all)));
    },
  };
}

const isId = /^(?:(?:team|person):)?[a-z]{2}_[0-9a-z]+$/u;

/** The labels that a mistyped text most likely means, best first. */
export function closest(text: string, labels: readonly string[], most = 3): string[] {
  const wanted = pairsOf(foldName(text));
  if (wanted.size === 0) return labels.slice(0, most);
  return labels
    .map((label) => ({ label, likeness: likeness(wanted, pairsOf(foldName(label))) }))
    .filter((one) => one.likeness > 0.25)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map((one) => one.label);
}

function pairsOf(text: string): Set<string> {
  const padded = ` ${text} `;
  const pairs = new Set<string>();
  if (text === '') return pairs;
  for (let at = 0; at < padded.length - 1; at += 1) pairs.add(padded.slice(at, at + 2));
  return pairs;
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return (2 * shared) / (a.size + b.size || 1);
}

/** A text as a sentence quotes it. */
export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
