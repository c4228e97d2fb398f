import type { ConsumerContent } from './consumer-content';
import { closingFields, defineKind, prose, value } from './define';

export const consumer = defineKind({
  kind: 'consumer',
  idPrefix: 'co',
  slug: 'consumers',
  label: 'Consumer',
  plural: 'Consumers',
  fields: [
    prose('meaning', 'Meaning', 'meaning'),
    value('lifecycle', 'Lifecycle', 'by-rule'),
    value('type', 'Kind of consumer', 'editorial'),
    {
      key: 'uses',
      label: 'Uses',
      shape: 'keyed',
      significance: 'additive',
      memberKey: 'key',
      memberLabel: 'use',
      parts: [
        value('eventId', 'Event', 'additive'),
        value('propertyId', 'Property', 'additive'),
        value('value', 'Value', 'additive'),
        value('outcome', 'Outcome', 'additive'),
      ],
    },
    value('startsAt', 'Starts', 'editorial'),
    value('endsAt', 'Ends', 'editorial'),
    value('displayName', 'Display name', 'editorial'),
    ...closingFields,
  ],
  references: (content: ConsumerContent) => [
    ...content.uses.flatMap((use) => [
      ...(use.eventId ? [{ field: 'uses', itemId: use.eventId, kind: 'event' as const }] : []),
      ...(use.propertyId ? [{ field: 'uses', itemId: use.propertyId, kind: 'property' as const }] : []),
    ]),
    ...(content.lifecycle.replacedBy
      ? [{ field: 'lifecycle', itemId: content.lifecycle.replacedBy, kind: 'consumer' as const }]
      : []),
  ],
});
