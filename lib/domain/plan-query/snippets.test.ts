import { describe, expect, it } from 'vitest';
import { contents } from '../plan/kinds/contents';
import { languageOf, snippetOf } from './snippets';

const event = { name: "Member's Order", content: contents.event.parse({}) };
const properties = [
  {
    name: 'currency',
    type: { type: 'string' as const },
    presence: { kind: 'always' as const },
    values: ['EUR', 'USD'],
  },
  {
    name: 'Is Gift',
    type: { type: 'boolean' as const },
    presence: { kind: 'when' as const, condition: 'wrapped' },
    values: [],
  },
  { name: 'secret', type: { type: 'string' as const }, presence: { kind: 'never' as const }, values: [] },
];

describe('snippetOf', () => {
  it('writes the call with a value for each property and says when one is not always sent', () => {
    expect(snippetOf('javascript', event, properties)).toBe(
      `analytics.track("Member's Order", {\n  currency: "EUR",\n  "Is Gift": true, // when wrapped\n});`,
    );
    expect(snippetOf('python', event, properties)).toContain('"Is Gift": True, # when wrapped');
    expect(snippetOf('swift', event, [])).toBe(`analytics.track(name: "Member's Order")`);
  });

  it('writes Kotlin, in which a dollar sign begins a template', () => {
    const price = {
      name: 'price_$',
      type: { type: 'string' as const },
      presence: { kind: 'always' as const },
      values: ['$5'],
    };
    expect(snippetOf('kotlin', event, [price])).toBe(
      `analytics.track("Member's Order", mapOf(\n  "price_\\$" to "\\$5",\n))`,
    );
  });

  it('guesses the language of a source by what it says of itself', () => {
    const of = (platform: string, runtime = 'client') => languageOf({ name: 'App', platform, runtime });
    expect([of('iOS'), of('Android'), of('Web'), of('', 'server'), of('Node', 'server'), of('')]).toEqual([
      'swift',
      'kotlin',
      'javascript',
      'python',
      'javascript',
      'javascript',
    ]);
  });
});
