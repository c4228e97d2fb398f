import { isCased, toCasing } from '../casing';
import type { ConventionRule } from '../finding';

export const propertyCasing: ConventionRule = {
  id: 'property-casing',
  label: 'Properties are written in one style',
  check: (item, { settings }) => {
    const casing = settings.propertyCasing;
    if (item.kind !== 'property' || casing === 'any' || item.name.startsWith('$') || isCased(item.name, casing))
      return undefined;
    const value = toCasing(item.name, casing);
    const fix = value !== item.name && value !== '' ? { field: 'name', value, words: `Rename to ${value}` } : undefined;
    return { field: 'name', words: `Properties are written in ${casing} here.`, fix };
  },
};
