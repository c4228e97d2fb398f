import * as z from 'zod';
import { commonFields, jsonSchema, proseSchema, scalarSchema, shortTextSchema } from '../parts';
import { propertyTypeSchema } from '../property-type-schema';

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
