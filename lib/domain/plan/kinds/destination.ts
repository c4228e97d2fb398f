import { closingFields, defineKind, prose, value } from './define';
import type { DestinationContent } from './destination-content';

export const destination = defineKind({
  kind: 'destination',
  idPrefix: 'de',
  slug: 'destinations',
  label: 'Destination',
  plural: 'Destinations',
  fields: [
    prose('meaning', 'Meaning', 'meaning'),
    value('lifecycle', 'Lifecycle', 'by-rule'),
    {
      key: 'nameMapping',
      label: 'Name mapping',
      shape: 'keyed',
      significance: 'by-rule',
      memberKey: 'itemId',
      memberLabel: 'mapping',
      parts: [value('sendAs', 'Sent as', 'breaking')],
    },
    value('maxNameLength', 'Longest name', 'by-rule'),
    value('namePattern', 'Name pattern', 'by-rule'),
    value('maxPropertiesPerEvent', 'Most properties per event', 'by-rule'),
    value('service', 'Service', 'editorial'),
    value('displayName', 'Display name', 'editorial'),
    ...closingFields,
  ],
  references: (content: DestinationContent) => [
    ...content.nameMapping.map((mapping) => ({ field: 'nameMapping', itemId: mapping.itemId, kind: null })),
    ...(content.lifecycle.replacedBy
      ? [{ field: 'lifecycle', itemId: content.lifecycle.replacedBy, kind: 'destination' as const }]
      : []),
  ],
});
