/** Where a sentence about a difference says what stood there, or what stands there now. */
export interface SentenceMark {
  readonly kind: 'added' | 'removed';
  readonly start: number;
  readonly end: number;
}

/** Longer values are shown whole below the sentence. */
const longest = 60;

/**
 * The places to mark in a sentence: the new value where it first stands, the old one where it last does.
 * `null` when the sentence does not say both, so that the values must be shown besides.
 */
export function marksIn(sentence: string, before: string | null, after: string | null): SentenceMark[] | null {
  if (sentence === '' || (before ?? '').length + (after ?? '').length > longest) return null;
  const marks: SentenceMark[] = [];
  if (after !== null && after !== '') {
    const start = placesOf(sentence, after)[0] ?? -1;
    if (start < 0) return null;
    marks.push({ kind: 'added', start, end: start + after.length });
  }
  if (before !== null && before !== '') {
    const start = placesOf(sentence, before).at(-1) ?? -1;
    const mark: SentenceMark = { kind: 'removed', start, end: start + before.length };
    if (start < 0 || marks.some((other) => other.start < mark.end && mark.start < other.end)) return null;
    marks.push(mark);
  }
  return marks.length === 0 ? null : marks.sort((a, b) => a.start - b.start);
}

/** Where a value stands in a sentence as words of its own, not inside other words. */
function placesOf(sentence: string, value: string): number[] {
  const places: number[] = [];
  for (let at = sentence.indexOf(value); at >= 0; at = sentence.indexOf(value, at + 1)) {
    const around = `${sentence[at - 1] ?? ' '}${sentence[at + value.length] ?? ' '}`;
    if (!/[\p{L}\p{N}_]/u.test(around)) places.push(at);
  }
  return places;
}

/** A sentence that begins like one; the length stays, so that places in it do. */
export function capitalised(sentence: string): string {
  const [first = ''] = sentence;
  const upper = first.toUpperCase();
  return upper.length === first.length ? upper + sentence.slice(first.length) : sentence;
}
