import { closingFields, defineKind, propertyUseField, prose, set, value } from './define';
import type { EventContent } from './event-content';
import { referencesOfUses } from './uses';

export const event = defineKind({
  kind: 'event',
  idPrefix: 'ev',
  slug: 'events',
  label: 'Event',
  plural: 'Events',
  fields: [
    prose('meaning', 'Meaning', 'meaning'),
    prose('firesWhen', 'Fires when', 'meaning'),
    prose('doesNotCount', 'Does not count', 'meaning'),
    value('sourceOfTruth', 'Source of truth', 'meaning'),
    value('lifecycle', 'Lifecycle', 'by-rule'),
    value('action', 'Action', 'breaking'),
    propertyUseField,
    set('groups', 'Property groups', 'by-rule'),
    set('sources', 'Sources', 'by-rule'),
    set('destinations', 'Destinations', 'by-rule'),
    value('displayName', 'Display name', 'editorial'),
    prose('purpose', 'Purpose', 'editorial'),
    value('stage', 'Stage', 'editorial'),
    value('category', 'Category', 'editorial'),
    {
      key: 'examples',
      label: 'Example payloads',
      shape: 'keyed',
      significance: 'editorial',
      memberKey: 'title',
      memberLabel: 'example',
      parts: [value('payload', 'Payload', 'editorial')],
    },
    {
      key: 'screenshots',
      label: 'Screenshots',
      shape: 'keyed',
      significance: 'editorial',
      memberKey: 'url',
      memberLabel: 'screenshot',
      parts: [value('label', 'Caption', 'editorial')],
    },
    ...closingFields,
  ],
  references: (content: EventContent) => [
    ...content.sources.map((itemId) => ({ field: 'sources', itemId, kind: 'source' as const })),
    ...(content.sourceOfTruth
      ? [{ field: 'sourceOfTruth', itemId: content.sourceOfTruth, kind: 'source' as const }]
      : []),
    ...content.destinations.map((itemId) => ({ field: 'destinations', itemId, kind: 'destination' as const })),
    ...content.groups.map((itemId) => ({ field: 'groups', itemId, kind: 'property-group' as const })),
    ...referencesOfUses(content.properties),
    ...(content.lifecycle.replacedBy
      ? [{ field: 'lifecycle', itemId: content.lifecycle.replacedBy, kind: 'event' as const }]
      : []),
  ],
});
