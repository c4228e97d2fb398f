import * as z from 'zod';
import { commonFields, itemIdSchema, jsonSchema, linkSchema, proseSchema, shortTextSchema } from '../parts';
import { propertyUseSchema } from '../property-use';
import { closingFields, defineKind, propertyUseField, prose, set, value } from './define';
import { referencesOfUses } from './uses';

export const eventActions = ['track', 'page', 'screen', 'identify', 'group'] as const;

export const eventContentSchema = z.strictObject({
  ...commonFields,
  action: z.enum(eventActions).default('track'),
  firesWhen: proseSchema.default(''),
  doesNotCount: proseSchema.default(''),
  purpose: proseSchema.default(''),
  stage: shortTextSchema.nullable().default(null),
  category: shortTextSchema.default(''),
  sources: z.array(itemIdSchema).max(200).default([]),
  sourceOfTruth: itemIdSchema.nullable().default(null),
  destinations: z.array(itemIdSchema).max(200).default([]),
  properties: z.array(propertyUseSchema).max(1_000).default([]),
  groups: z.array(itemIdSchema).max(100).default([]),
  examples: z
    .array(z.strictObject({ title: shortTextSchema.default(''), payload: jsonSchema }))
    .max(50)
    .refine(
      (examples) => new Set(examples.map((example) => example.title)).size === examples.length,
      'two examples have the same title',
    )
    .default([]),
  screenshots: z.array(linkSchema).max(50).default([]),
});
/** What an event definition says beside its name. */
export type EventContent = z.infer<typeof eventContentSchema>;

export const event = defineKind({
  kind: 'event',
  idPrefix: 'ev',
  slug: 'events',
  label: 'Event',
  plural: 'Events',
  content: eventContentSchema,
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
  references: (content) => [
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
