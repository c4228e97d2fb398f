import { closingFields, defineKind, propertyUseField, prose, value } from './define';
import type { PropertyGroupContent } from './property-group-content';
import { referencesOfUses } from './uses';

export const propertyGroup = defineKind({
  kind: 'property-group',
  idPrefix: 'pg',
  slug: 'groups',
  label: 'Property group',
  plural: 'Property groups',
  fields: [
    prose('meaning', 'Meaning', 'meaning'),
    value('lifecycle', 'Lifecycle', 'by-rule'),
    propertyUseField,
    value('displayName', 'Display name', 'editorial'),
    ...closingFields,
  ],
  references: (content: PropertyGroupContent) => [
    ...referencesOfUses(content.properties),
    ...(content.lifecycle.replacedBy
      ? [{ field: 'lifecycle', itemId: content.lifecycle.replacedBy, kind: 'property-group' as const }]
      : []),
  ],
});
