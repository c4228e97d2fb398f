import { closingFields, defineKind, prose, set, value } from './define';
import type { PropertyContent } from './property-content';

export const property = defineKind({
  kind: 'property',
  idPrefix: 'pr',
  slug: 'properties',
  label: 'Property',
  plural: 'Properties',
  fields: [
    prose('meaning', 'Meaning', 'meaning'),
    value('unit', 'Unit', 'meaning'),
    value('lifecycle', 'Lifecycle', 'by-rule'),
    value('type', 'Type', 'by-rule'),
    {
      key: 'allowedValues',
      label: 'Allowed values',
      shape: 'keyed',
      significance: 'by-rule',
      memberKey: 'value',
      memberLabel: 'value',
      parts: [prose('meaning', 'Meaning', 'meaning')],
    },
    value('pattern', 'Pattern', 'by-rule'),
    value('minimum', 'Minimum', 'by-rule'),
    value('maximum', 'Maximum', 'by-rule'),
    value('minLength', 'Shortest', 'by-rule'),
    value('maxLength', 'Longest', 'by-rule'),
    value('format', 'Format', 'by-rule'),
    value('scope', 'Scope', 'breaking'),
    value('dataClass', 'Data class', 'editorial'),
    value('displayName', 'Display name', 'editorial'),
    set('examples', 'Examples', 'editorial'),
    ...closingFields,
  ],
  references: (content: PropertyContent) =>
    content.lifecycle.replacedBy
      ? [{ field: 'lifecycle', itemId: content.lifecycle.replacedBy, kind: 'property' as const }]
      : [],
});
