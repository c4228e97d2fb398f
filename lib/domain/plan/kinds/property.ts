import * as z from 'zod';
import { commonFields, jsonSchema, proseSchema, scalarSchema, shortTextSchema } from '../parts';
import { propertyTypeSchema } from '../property-type';
import { closingFields, defineKind, prose, set, value } from './define';

export const propertyScopes = ['event', 'user', 'group'] as const;
export const dataClasses = ['undeclared', 'none', 'personal', 'sensitive'] as const;

/** One allowed value with its own meaning. */
export const allowedValueSchema = z.strictObject({ value: scalarSchema, meaning: proseSchema.default('') });
export type AllowedValue = z.infer<typeof allowedValueSchema>;

export const propertyContentSchema = z.strictObject({
  ...commonFields,
  scope: z.enum(propertyScopes).default('event'),
  type: propertyTypeSchema.default({ type: 'any' }),
  /** `null`: any value of the type. */
  allowedValues: z.array(allowedValueSchema).min(1).max(2_000).nullable().default(null),
  pattern: z.string().max(1_000).nullable().default(null),
  minimum: z.number().nullable().default(null),
  maximum: z.number().nullable().default(null),
  /** In characters. */
  minLength: z.int().min(0).nullable().default(null),
  /** In characters. */
  maxLength: z.int().min(0).nullable().default(null),
  unit: shortTextSchema.nullable().default(null),
  /** A JSON Schema format: `email`, `uuid`, `uri` … */
  format: shortTextSchema.nullable().default(null),
  examples: z.array(jsonSchema).max(100).default([]),
  dataClass: z
    .strictObject({ class: z.enum(dataClasses).default('undeclared'), kind: shortTextSchema.default('') })
    .default({ class: 'undeclared', kind: '' }),
});
/** What a property says beside its name. */
export type PropertyContent = z.infer<typeof propertyContentSchema>;

export const property = defineKind({
  kind: 'property',
  idPrefix: 'pr',
  slug: 'properties',
  label: 'Property',
  plural: 'Properties',
  content: propertyContentSchema,
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
  references: (content) =>
    content.lifecycle.replacedBy
      ? [{ field: 'lifecycle', itemId: content.lifecycle.replacedBy, kind: 'property' as const }]
      : [],
});
