import type { ConventionRule } from '../finding';
import { grammarOf, toGrammar } from '../grammar';

const expectations = {
  'object-action': 'Events are named by what it happened to, then what happened, in the past tense.',
  'verb-object': 'Events are named by a verb in its bare form, then its object.',
} as const;

export const grammar: ConventionRule = {
  id: 'grammar',
  label: 'Events are named in one grammar',
  check: (item, { settings }) => {
    if (item.kind !== 'event' || settings.grammar === 'any') return undefined;
    const used = grammarOf(item.name);
    if (used === undefined || used === settings.grammar) return undefined;
    const value = toGrammar(item.name, settings.grammar);
    return {
      field: 'name',
      words: expectations[settings.grammar],
      fix: value ? { field: 'name', value, words: `Rename to ${value}` } : undefined,
    };
  },
};
