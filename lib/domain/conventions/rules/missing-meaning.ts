import type { ConventionRule } from '../finding';

export const missingMeaning: ConventionRule = {
  id: 'missing-meaning',
  label: 'Events and properties say what they mean',
  check: (item) =>
    (item.kind === 'event' || item.kind === 'property') &&
    item.content.meaning.trim() === '' &&
    item.content.lifecycle.state !== 'retired'
      ? { field: 'meaning', words: 'Nothing says what it means.' }
      : undefined,
};
