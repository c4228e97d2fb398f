import * as z from 'zod';
import { commonFields, itemIdSchema, shortTextSchema } from '../parts';
import { closingFields, defineKind, prose, value } from './define';

export const destinationContentSchema = z.strictObject({
  ...commonFields,
  /** Warehouse, Amplitude, Mixpanel, GA4 … */
  service: shortTextSchema.default(''),
  /** In characters. */
  maxNameLength: z.int().min(1).nullable().default(null),
  /** A pattern every sent name must match. */
  namePattern: z.string().max(1_000).nullable().default(null),
  maxPropertiesPerEvent: z.int().min(1).nullable().default(null),
  /** The name an item is sent under; `sendAs` null: it is not sent. */
  nameMapping: z
    .array(z.strictObject({ itemId: itemIdSchema, sendAs: shortTextSchema.nullable().default(null) }))
    .max(20_000)
    .default([]),
});
/** Where events go, with its naming limits and name mapping. */
export type DestinationContent = z.infer<typeof destinationContentSchema>;

export const destination = defineKind({
  kind: 'destination',
  idPrefix: 'de',
  slug: 'destinations',
  label: 'Destination',
  plural: 'Destinations',
  content: destinationContentSchema,
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
  references: (content) => [
    ...content.nameMapping.map((mapping) => ({ field: 'nameMapping', itemId: mapping.itemId, kind: null })),
    ...(content.lifecycle.replacedBy
      ? [{ field: 'lifecycle', itemId: content.lifecycle.replacedBy, kind: 'destination' as const }]
      : []),
  ],
});
