import { describe, expect, it } from 'vitest';
import { diffWords, foldRun } from './word-diff';

/** A diff as text: `[-gone-]` and `{+new+}`. */
function shown(before: string, after: string): string {
  const diff = diffWords(before, after);
  if (diff.kind === 'blocks') return 'blocks';
  return diff.pieces
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('');
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
      const side = (gone: 'added' | 'removed') =>
        diff.pieces
          .filter((piece) => piece.kind !== gone)
          .map((piece) => piece.text)
          .join('');
      expect(side('added')).toBe(before);
      expect(side('removed')).toBe(after);
    }
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
