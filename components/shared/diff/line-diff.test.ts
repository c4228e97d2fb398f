import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLines, foldLines } from './line-diff';

const texts = fc.array(fc.constantFrom('a', 'b', 'c', '{', '}'), { maxLength: 30 }).map((lines) => lines.join('\n'));

describe('lines of two texts', () => {
  it('give both texts back', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const lines = diffLines(before, after);
        const side = (without: string) =>
          lines
            .filter(({ kind }) => kind !== without)
            .map(({ text }) => text)
            .join('\n');
        expect(side('added')).toBe(before);
        expect(side('removed')).toBe(after);
      }),
    );
  });

  it('are all new where there was no text', () => {
    expect(diffLines(null, 'a\nb\n')).toEqual([
      { kind: 'added', text: 'a' },
      { kind: 'added', text: 'b' },
    ]);
    expect(diffLines('a', 'a').every(({ kind }) => kind === 'same')).toBe(true);
  });

  it('lose none when they fold, and never fold one that changed', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const lines = diffLines(before, after);
        const runs = foldLines(lines);
        expect(runs.flatMap((run) => run.lines)).toEqual(lines);
        for (const run of runs)
          if (run.kind === 'folded') expect(run.lines.every(({ kind }) => kind === 'same')).toBe(true);
      }),
    );
  });

  it('stay in sight next to a change', () => {
    const long = Array.from({ length: 20 }, (_, at) => `line ${at}`);
    const runs = foldLines(diffLines(long.join('\n'), [...long.slice(0, 10), 'new', ...long.slice(10)].join('\n')));
    expect(runs.map(({ kind, lines }) => [kind, lines.length])).toEqual([
      ['folded', 7],
      ['lines', 7],
      ['folded', 7],
    ]);
  });
});
