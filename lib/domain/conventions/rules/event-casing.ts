import { isCased, toCasing } from '../casing';
import type { ConventionRule } from '../finding';

export const eventCasing: ConventionRule = {
  id: 'event-casing',
  label: 'Events are written in one style',
  check: (item, { settings }) => {
    const casing = settings.eventCasing;
    if (item.kind !== 'event' || casing === 'any' || item.name.startsWith('$') || isCased(item.name, casing))
      return undefined;
    const value = toCasing(item.name, casing);
    const fix = value !== item.name && value !== '' ? { field: 'name', value, words: `Rename to ${value}` } : undefined;
    return { field: 'name', words: `Events are written in ${casing} here.`, fix };
  },
};
