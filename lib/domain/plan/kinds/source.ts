import { closingFields, defineKind, prose, value } from './define';
import type { SourceContent } from './source-content';

export const source = defineKind({
  kind: 'source',
  idPrefix: 'so',
  slug: 'sources',
  label: 'Source',
  plural: 'Sources',
  fields: [
    prose('meaning', 'Meaning', 'meaning'),
    value('runtime', 'Client or server', 'meaning'),
    value('lifecycle', 'Lifecycle', 'by-rule'),
    value('platform', 'Platform', 'editorial'),
    value('displayName', 'Display name', 'editorial'),
    ...closingFields,
  ],
  references: (content: SourceContent) =>
    content.lifecycle.replacedBy
      ? [{ field: 'lifecycle', itemId: content.lifecycle.replacedBy, kind: 'source' as const }]
      : [],
});
