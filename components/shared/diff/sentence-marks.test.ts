import { describe, expect, it } from 'vitest';
import { capitalised, marksIn } from './sentence-marks';

/** The sentence with its marks: `[-gone-]` and `{+new+}`. */
function marked(sentence: string, before: string | null, after: string | null): string | null {
  const marks = marksIn(sentence, before, after);
  if (!marks) return null;
  let from = 0;
  let text = '';
  for (const { kind, start, end } of marks) {
    const words = sentence.slice(start, end);
    text += sentence.slice(from, start) + (kind === 'added' ? `{+${words}+}` : `[-${words}-]`);
    from = end;
  }
  return text + sentence.slice(from);
}

describe('the values a sentence says', () => {
  it.each([
    ["value 'late' was removed", 'late', null, "value '[-late-]' was removed"],
    [
      "'x' is now always sent; was sometimes",
      'sometimes',
      'always sent',
      "'x' is now {+always sent+}; was [-sometimes-]",
    ],
    ["'type' is now 2; was 2.5", '2.5', '2', "'type' is now {+2+}; was [-2.5-]"],
  ])('%s', (sentence, before, after, expected) => {
    expect(marked(sentence, before, after)).toBe(expected);
  });

  it('are shown besides when the sentence does not say both, or they are long', () => {
    expect(marksIn("'examples' were edited", 'a', null)).toBeNull();
    expect(marksIn(`was ${'long '.repeat(20)}`, 'long '.repeat(20), null)).toBeNull();
    expect(marksIn("'x' is now ab", 'ab', 'ab')).toBeNull();
  });
});

it('begins a sentence with a capital and keeps its length', () => {
  expect(capitalised("property 'x' is new")).toBe("Property 'x' is new");
  expect(capitalised('ßx')).toHaveLength(2);
  expect(capitalised('')).toBe('');
});
