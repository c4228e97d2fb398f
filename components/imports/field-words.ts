import type { ColumnField } from '@/lib/domain/transfer/mapping';

/** What a column can be, in the words of the product; order as offered. */
export const fieldWords: Record<ColumnField, string> = {
  name: 'Event: name',
  meaning: 'Event: meaning',
  firesWhen: 'Event: fires when',
  doesNotCount: 'Event: does not count',
  purpose: 'Event: purpose',
  displayName: 'Event: display name',
  category: 'Event: category',
  stage: 'Event: stage',
  action: 'Event: action',
  owner: 'Event: owner',
  status: 'Event: lifecycle',
  sources: 'Event: sources',
  tags: 'Event: tags',
  link: 'Event: link',
  namespace: 'Event: namespace',
  key: 'Event: key, the same for all rows of an event',
  'property.name': 'Property: name',
  'property.type': 'Property: type',
  'property.presence': 'Property: required',
  'property.meaning': 'Property: meaning',
  'property.allowedValues': 'Property: allowed values',
  'property.examples': 'Property: example',
  extra: 'Keep as another fact',
  ignore: 'Leave out',
};
