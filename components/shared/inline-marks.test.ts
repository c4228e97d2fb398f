import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlinePieces } from './inline-marks';

const told = (text: string) => inlinePieces(text).map(({ text: words, mark, href }) => [mark, words, href].join('|'));

describe('the marks of a sentence', () => {
  it('are code ticks, links and bare addresses, without the stop that ends the sentence', () => {
    expect(told('Set `os.version` (see [the `API` levels](https://a.example/x)).')).toEqual([
      'none|Set |',
      'code|os.version|',
      'none| (see |',
      'link|the API levels|https://a.example/x',
      'none|).|',
    ]);
    expect(told('Schema: https://a.example/s/json.')).toEqual([
      'none|Schema: |',
      'link|https://a.example/s/json|https://a.example/s/json',
      'none|.|',
    ]);
  });

  it('are none in plain words, in an unclosed tick, or where a link leads elsewhere than to the web', () => {
    for (const text of ['Order Completed', 'a ` alone', '[x](javascript:alert(1))', '[x](/relative)'])
      expect(told(text)).toEqual([`none|${text}|`]);
  });

  it('lose no word of any text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab `[\]()hтps:/.]{0,60}$/u), (text) => {
        const letters = (of: string) => of.replace(/[^\p{L}]/gu, '');
        const words = inlinePieces(text).map(
          (piece) => piece.text + (piece.text === piece.href ? '' : (piece.href ?? '')),
        );
        expect(letters(words.join(''))).toBe(letters(text));
      }),
    );
  });
});
