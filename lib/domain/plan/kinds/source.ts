import * as z from 'zod';
import { commonFields, shortTextSchema } from '../parts';
import { closingFields, defineKind, prose, value } from './define';

export const runtimes = ['client', 'server'] as const;

export const sourceContentSchema = z.strictObject({
  ...commonFields,
  /** Where its code runs: on the user's machine or on ours. */
  runtime: z.enum(runtimes).default('client'),
  /** Web, iOS, Android, Node … */
  platform: shortTextSchema.default(''),
});
/** A place that fires events. */
export type SourceContent = z.infer<typeof sourceContentSchema>;

export const source = defineKind({
  kind: 'source',
  idPrefix: 'so',
  slug: 'sources',
  label: 'Source',
  plural: 'Sources',
  content: sourceContentSchema,
  fields: [
    prose('meaning', 'Meaning', 'meaning'),
    value('runtime', 'Client or server', 'meaning'),
    value('lifecycle', 'Lifecycle', 'by-rule'),
    value('platform', 'Platform', 'editorial'),
    value('displayName', 'Display name', 'editorial'),
    ...closingFields,
  ],
  references: (content) =>
    content.lifecycle.replacedBy
      ? [{ field: 'lifecycle', itemId: content.lifecycle.replacedBy, kind: 'source' as const }]
      : [],
});
