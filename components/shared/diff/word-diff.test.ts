import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { editCorpora, parseEdits, textsOfEdit } from '@/lib/domain/testing/edits';
import { diffWords, foldRun, type Piece } from './word-diff';

/** A diff as text: `[-gone-]` and `{+new+}`. */
function shown(before: string, after: string): string {
  const diff = diffWords(before, after);
  if (diff.kind === 'blocks') return 'blocks';
  return diff.pieces
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('');
}

/** The text without what only the other side has. */
function sideOf(pieces: readonly Piece[], gone: 'added' | 'removed'): string {
  return pieces
    .filter((piece) => piece.kind !== gone)
    .map((piece) => piece.text)
    .join('');
}

/** The result with the better time of two runs, so that a pause of the machine does not count. */
function fastest<T>(run: () => T): [T, number] {
  let best = Number.POSITIVE_INFINITY;
  let result = run();
  for (let round = 0; round < 2; round += 1) {
    const start = performance.now();
    result = run();
    best = Math.min(best, performance.now() - start);
  }
  return [result, best];
}

describe('the words that differ', () => {
  it.each([
    [
      'The moment the payment is authorised by the bank.',
      'The moment the payment is captured by the bank.',
      'The moment the payment is [-authorised-]{+captured+} by the bank.',
    ],
    ['A person signs up.', 'A person signs up.', 'A person signs up.'],
    ['Fires once per order.', 'Fires once per paid order.', 'Fires once per {+paid +}order.'],
    [
      'When the order form is sent to us by the browser of the buyer',
      'When the order form is saved in our own books by the browser of the buyer',
      'When the order form is [-sent to us-]{+saved in our own books+} by the browser of the buyer',
    ],
    ['用户点击了注册按钮之后', '用户点击了登录按钮之后', '用户点击了[-注册-]{+登录+}按钮之后'],
    ['An order of €10.50 is paid', 'An order of €12.50 is paid', 'An order of €[-10.50-]{+12.50+} is paid'],
  ])('“%s” → “%s”', (before, after, expected) => {
    expect(shown(before, after)).toBe(expected);
  });

  it('gives two blocks when more than 60 % of the words differ', () => {
    expect(shown('Somebody pressed the button', 'The server stored a paid order')).toBe('blocks');
    expect(shown('', 'Something new')).toBe('blocks');
  });

  it('always gives both texts back', () => {
    const words = ['a', 'order', ' ', '  ', 'is', 'paid', '.', 'once', '\n', '客', 'the'];
    let seed = 7;
    const random = () => {
      seed = (seed * 48271) % 2147483647;
      return seed / 2147483647;
    };
    const text = () => Array.from({ length: 12 }, () => words[Math.floor(random() * words.length)] ?? '').join(' ');
    for (let round = 0; round < 300; round += 1) {
      const before = text();
      const after = random() < 0.7 ? before.replace('order', 'sale').replace('paid ', '') : text();
      const diff = diffWords(before, after);
      if (diff.kind === 'blocks') continue;
      expect(sideOf(diff.pieces, 'added')).toBe(before);
      expect(sideOf(diff.pieces, 'removed')).toBe(after);
    }
  });

  it.each(editCorpora)('gives both texts of every edit in %s back, within 50 ms', (corpus) => {
    const folder = new URL('../../../lib/domain/significance/fixtures/edits/', import.meta.url);
    const texts = parseEdits(readFileSync(new URL(`${corpus}.jsonl`, folder), 'utf8')).flatMap(
      (edit) => textsOfEdit(edit) ?? [],
    );
    expect(texts.length).toBeGreaterThan(50);
    let marked = 0;
    for (const { before, after } of texts) {
      const [diff, ms] = fastest(() => diffWords(before, after));
      expect(ms).toBeLessThanOrEqual(50);
      // Two blocks are the two texts themselves.
      if (diff.kind === 'blocks') continue;
      marked += 1;
      expect(sideOf(diff.pieces, 'added')).toBe(before);
      expect(sideOf(diff.pieces, 'removed')).toBe(after);
      expect(diff.pieces.some((piece) => piece.kind !== 'same')).toBe(before !== after);
      expect(diff.pieces.every((piece) => piece.text !== '')).toBe(true);
      for (const { text } of diff.pieces) {
        const folded = foldRun(text, false, false);
        expect(folded ? folded.head + folded.middle + folded.tail : text).toBe(text);
      }
    }
    expect(marked).toBeGreaterThan(10);
  });

  it('does not take long over huge texts', () => {
    const start = performance.now();
    const many = (from: number) => Array.from({ length: 20_000 }, (_, at) => `w${(at * from) % 9973}`).join(' ');
    diffWords(many(7), many(11));
    expect(performance.now() - start).toBeLessThan(1500);
  });
});

describe('a long unchanged run', () => {
  const long = 'one two three '.repeat(60);
  it('keeps its ends and folds its middle', () => {
    const folded = foldRun(long, false, false);
    expect((folded?.head ?? '') + (folded?.middle ?? '') + (folded?.tail ?? '')).toBe(long);
    expect(folded?.middle.length).toBeGreaterThan(400);
  });
  it('is left alone when short', () => {
    expect(foldRun('one two', false, false)).toBeUndefined();
  });
});
