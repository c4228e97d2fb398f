import type { ConventionRule } from '../finding';

export const missingOwner: ConventionRule = {
  id: 'missing-owner',
  label: 'Everything has an owner',
  check: (item) =>
    item.kind !== 'property' &&
    item.kind !== 'property-group' &&
    item.content.owner === null &&
    item.content.lifecycle.state !== 'retired'
      ? { field: 'owner', words: 'Nobody owns it.' }
      : undefined,
};
