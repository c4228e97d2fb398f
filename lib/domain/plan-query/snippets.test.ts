import { describe, expect, it } from 'vitest';
import { kinds } from '../plan/kinds/list';
import { snippetOf } from './snippets';

const event = { name: "Member's Order", content: kinds.event.content.parse({}) };
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

  it('quotes names in SQL', () => {
    const sql = snippetOf('sql', event, properties);
    expect(sql).toContain("where name = 'Member''s Order'");
    expect(sql).toContain(`properties ->> 'Is Gift' as "Is Gift"`);
    expect(sql).not.toContain('secret');
  });
});
