import { foldName } from '../../kit/fold';
import { wordsOf } from '../conventions/casing';
import { senseOf } from '../conventions/stem';
import type { Revision } from '../plan/item';
import { itemOfKind, itemsOfKind, type Snapshot } from '../plan/snapshot';
import { nearestItems } from './nearest';

export type Confusion = 'name' | 'meaning' | 'trigger';

/** An event that is easily taken for another, and what makes them alike. */
export interface ConfusableEvent {
  readonly event: Revision<'event'>;
  readonly because: readonly Confusion[];
}

const nearName = 0.62;
/** Shares of rare words in common, by which two sentences say nearly the same. */
const nearSentence = { meaning: 0.5, trigger: 0.75 } as const;
/** Too few words say too little to be alike. */
const fewestWords = 3;

/** Events that are easily taken for this one: a near name, nearly the same meaning, or the same moment; the most alike first. */
export function confusableEvents(snapshot: Snapshot, event: Revision<'event'>, limit: number): ConfusableEvent[] {
  const found = new Map<string, { because: Confusion[]; likeness: number }>();
  const add = (id: string, because: Confusion, likeness: number) => {
    if (id === event.id) return;
    const known = found.get(id);
    if (known) {
      known.because.push(because);
      known.likeness += likeness;
    } else found.set(id, { because: [because], likeness });
  };
  for (const near of nearestItems(snapshot, 'event', event.name, limit * 3, nearName))
    add(near.item.id, 'name', near.likeness);
  const sentences = sentencesOf(snapshot);
  for (const { id, likeness } of sentences.meaning.near(event.content.meaning, nearSentence.meaning))
    add(id, 'meaning', likeness);
  for (const { id, likeness } of sentences.trigger.near(event.content.firesWhen, nearSentence.trigger))
    add(id, 'trigger', likeness);
  return [...found]
    .sort(([a, one], [b, other]) => other.likeness - one.likeness || (a < b ? -1 : 1))
    .flatMap(([id, { because }]) => {
      const other = itemOfKind(snapshot, 'event', id);
      return other && other.content.lifecycle.state !== 'retired' ? [{ event: other, because }] : [];
    })
    .slice(0, limit);
}

class Sentences {
  private readonly words = new Map<string, ReadonlySet<string>>();
  private readonly holders = new Map<string, string[]>();
  private readonly weights = new Map<string, number>();
  private readonly totals = new Map<string, number>();

  constructor(texts: readonly (readonly [id: string, text: string])[]) {
    for (const [id, text] of texts) {
      const senses = sensesOf(text);
      if (senses.size < fewestWords) continue;
      this.words.set(id, senses);
      for (const sense of senses) {
        const list = this.holders.get(sense);
        if (list) list.push(id);
        else this.holders.set(sense, [id]);
      }
    }
    for (const [sense, list] of this.holders) this.weights.set(sense, this.weightOfShared(list.length));
    for (const [id, senses] of this.words) this.totals.set(id, this.weightOf(senses));
  }

  /** Sentences that share most of the weight of their words, where a rare word weighs more than a common one. */
  near(text: string, atLeast: number): { id: string; likeness: number }[] {
    const own = sensesOf(text);
    if (own.size < fewestWords) return [];
    const ownWeight = this.weightOf(own);
    return [...this.candidates(own, (atLeast * ownWeight) / (2 - atLeast))].flatMap((id) => {
      const senses = this.words.get(id) ?? own;
      let common = 0;
      for (const sense of own) if (senses.has(sense)) common += this.weight(sense);
      const likeness = (2 * common) / (ownWeight + (this.totals.get(id) ?? ownWeight));
      return likeness >= atLeast ? [{ id, likeness }] : [];
    });
  }

  /** Who may have `needed` of the weight in common: nobody who shares only the common words that remain at the end. */
  private candidates(own: ReadonlySet<string>, needed: number): ReadonlySet<string> {
    const found = new Set<string>();
    let left = this.weightOf(own);
    for (const sense of [...own].sort((a, b) => this.weight(b) - this.weight(a))) {
      // The sums are taken in another order than above, which may differ in the last digit.
      if (left < needed - 1e-9) break;
      for (const id of this.holders.get(sense) ?? []) found.add(id);
      left -= this.weight(sense);
    }
    return found;
  }

  private weight(sense: string): number {
    return this.weights.get(sense) ?? this.weightOfShared(0);
  }

  private weightOfShared(holders: number): number {
    return Math.log(1 + (this.words.size + 1) / (holders + 1));
  }

  private weightOf(senses: ReadonlySet<string>): number {
    let sum = 0;
    for (const sense of senses) sum += this.weight(sense);
    return sum;
  }
}

function sensesOf(text: string): ReadonlySet<string> {
  return new Set(
    wordsOf(text)
      .map(foldName)
      .filter((word) => word.length > 2)
      .map(senseOf),
  );
}

// Kept with the snapshot, which never changes.
const kept = new WeakMap<Snapshot, { readonly meaning: Sentences; readonly trigger: Sentences }>();

function sentencesOf(snapshot: Snapshot) {
  let known = kept.get(snapshot);
  if (!known) {
    const events = itemsOfKind(snapshot, 'event');
    known = {
      meaning: new Sentences(events.map(({ id, content }) => [id, content.meaning])),
      trigger: new Sentences(events.map(({ id, content }) => [id, content.firesWhen])),
    };
    kept.set(snapshot, known);
  }
  return known;
}
