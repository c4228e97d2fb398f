import { senseOf } from '../conventions/stem';
import { lettersOf } from './distance';
import { isFunctionWord } from './function-words';
import { field, fieldCount, type SearchDocument } from './search-document';
import { inflectionStem, rootStem } from './stem';
import { wordsOf } from './words';

/** One distinct word and the documents that hold it. */
export interface Entry {
  readonly word: string;
  readonly letters: number;
  readonly stem: string;
  readonly root: string;
  /** One for all words of the same deed. */
  readonly sense: string;
  /** `document * 8 + field`, rising by document. */
  readonly places: number[];
}

const kindOrder = ['event', 'property', 'property-group', 'consumer', 'source', 'destination'];
const lifecycleOrder = ['live', 'planned', 'deprecated', 'retired'];
const orderOf = (order: readonly string[], value: string) => Math.max(0, order.indexOf(value));

const fadedShare = 0.9;
const otherKindShare = 0.92;

function isFaded({ lifecycle }: SearchDocument): boolean {
  return orderOf(lifecycleOrder, lifecycle) >= 2;
}

function shareOf(document: SearchDocument): number {
  return (isFaded(document) ? fadedShare : 1) * (document.kind === 'event' ? 1 : otherKindShare);
}

function weightOf(document: SearchDocument): number {
  const faded = isFaded(document) ? 1 : 0;
  return (faded * 8 + orderOf(kindOrder, document.kind)) * 64 + Math.min(63, document.name.length);
}

/** Adds a value to the list under a key. */
export function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** An entry with its number in the order of first appearance. */
export interface Numbered extends Entry {
  readonly number: number;
}

/** Reads documents one by one into what an index holds. */
export class Collector {
  readonly entries: Numbered[] = [];
  readonly tokens: number[] = [];
  readonly initials: string[] = [];
  readonly textStarts: number[] = [];
  readonly textPlaces: number[] = [];
  readonly wholes = new Map<string, number[]>();
  readonly weights: number[] = [];
  readonly shares: Float32Array;
  readonly lengths: Uint16Array;
  readonly lines: string[] = [];
  readonly lineStarts: number[] = [];
  readonly lineDocuments: number[] = [];
  readonly wordStarts: number[] = [];
  readonly #byWord = new Map<string, Numbered>();
  #lineEnd = 1;

  constructor(size: number) {
    this.shares = new Float32Array(size);
    this.lengths = new Uint16Array(size * fieldCount);
  }

  addDocument(document: SearchDocument, number: number): void {
    this.#addName(document.name, number, field.name);
    if (document.namespace)
      this.#addLine(
        [...wordsOf(document.namespace), ...wordsOf(document.name)].map((word) => word.text),
        number,
      );
    if (document.displayName !== '' && document.displayName !== document.name)
      this.#addName(document.displayName, number, field.displayName);
    for (const name of document.formerNames) this.#addWhole(name, number, field.formerName);
    for (const value of document.values) this.#addWhole(value, number, field.value);
    for (const tag of [...document.tags, document.namespace ?? '', document.owner, document.category ?? ''])
      this.#addWhole(tag, number, field.tag);
    for (const name of document.properties ?? []) this.#addWhole(name, number, field.property);
    this.#addText(document.meaning, number, field.meaning);
    this.#addText(document.details ?? '', number, field.details);
    this.weights.push(weightOf(document));
    this.shares[number] = shareOf(document);
  }

  #addName(text: string, document: number, where: number): void {
    this.#addLine(this.#addText(text, document, where), document);
  }

  #addLine(words: readonly string[], document: number): void {
    const line = words.join('');
    this.lines.push(line);
    this.lineStarts.push(this.#lineEnd);
    this.lineDocuments.push(document);
    let at = this.#lineEnd;
    for (const word of words) {
      this.wordStarts.push(at);
      at += word.length;
    }
    this.#lineEnd += line.length + 1;
  }

  #addWhole(text: string, document: number, where: number): void {
    const whole = this.#addText(text, document, where).join('');
    if (whole !== '' && this.wholes.get(whole)?.at(-1) !== document) push(this.wholes, whole, document);
  }

  /** Notes the words of a text, and gives them back. */
  #addText(text: string, document: number, where: number): string[] {
    if (text === '') return [];
    const place = document * fieldCount + where;
    this.textStarts.push(this.tokens.length);
    this.textPlaces.push(place);
    const words = wordsOf(text).map((word) => word.text);
    let telling = 0;
    let initials = '';
    for (const word of words) {
      const entry = this.#entryOf(word);
      if (entry.places.at(-1) !== place) entry.places.push(place);
      this.tokens.push(entry.number);
      initials += word[0] ?? ' ';
      if (!isFunctionWord(word)) telling += 1;
    }
    this.tokens.push(-1);
    this.initials.push(`${initials}\n`);
    this.lengths[place] = (this.lengths[place] ?? 0) + telling;
    return words;
  }

  #entryOf(word: string): Numbered {
    const known = this.#byWord.get(word);
    if (known) return known;
    const number = this.entries.length;
    const [letters, stem, root, sense] = [lettersOf(word), inflectionStem(word), rootStem(word), senseOf(word)];
    const made = { word, letters, stem, root, sense, places: [], number };
    this.#byWord.set(word, made);
    this.entries.push(made);
    return made;
  }
}
