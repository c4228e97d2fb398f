import * as z from 'zod';
import { commonFields } from '../parts';
import { propertyUseSchema } from '../property-use';
import { closingFields, defineKind, propertyUseField, prose, value } from './define';
import { referencesOfUses } from './uses';

export const propertyGroupContentSchema = z.strictObject({
  ...commonFields,
  properties: z.array(propertyUseSchema).max(1_000).default([]),
});
/** A reusable bundle of property uses. */
export type PropertyGroupContent = z.infer<typeof propertyGroupContentSchema>;

export const propertyGroup = defineKind({
  kind: 'property-group',
  idPrefix: 'pg',
  slug: 'groups',
  label: 'Property group',
  plural: 'Property groups',
  content: propertyGroupContentSchema,
  fields: [
    prose('meaning', 'Meaning', 'meaning'),
    value('lifecycle', 'Lifecycle', 'by-rule'),
    propertyUseField,
    value('displayName', 'Display name', 'editorial'),
    ...closingFields,
  ],
  references: (content) => [
    ...referencesOfUses(content.properties),
    ...(content.lifecycle.replacedBy
      ? [{ field: 'lifecycle', itemId: content.lifecycle.replacedBy, kind: 'property-group' as const }]
      : []),
  ],
});
