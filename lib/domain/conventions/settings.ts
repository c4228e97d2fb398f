import * as z from 'zod';
import { shortTextSchema } from '../plan/parts';
import { casings } from './casing';
import { grammars } from './grammar';

export const ruleIds = [
  'event-casing',
  'property-casing',
  'grammar',
  'duplicate-name',
  'near-duplicate',
  'missing-meaning',
  'meaning-repeats-name',
  'missing-owner',
  'unused-property',
  'reserved-word',
] as const;
export type RuleId = (typeof ruleIds)[number];

export const severities = ['error', 'warning', 'hint', 'off'] as const;
/** `error` can block a merge; `hint` is for the author's eyes. */
export type Severity = (typeof severities)[number];

const severitySchema = z.enum(severities);

/** How names and definitions of a plan are to be written. `majority`: as most of the plan does it, once most agree. */
export const conventionSettingsSchema = z.strictObject({
  eventCasing: z.enum(['majority', 'any', ...casings]).default('majority'),
  propertyCasing: z.enum(['majority', 'any', ...casings]).default('majority'),
  grammar: z.enum(['majority', 'any', ...grammars]).default('majority'),
  /** How loud each rule is. */
  severity: z
    .strictObject({
      'event-casing': severitySchema.default('warning'),
      'property-casing': severitySchema.default('warning'),
      grammar: severitySchema.default('hint'),
      'duplicate-name': severitySchema.default('warning'),
      'near-duplicate': severitySchema.default('hint'),
      'missing-meaning': severitySchema.default('warning'),
      'meaning-repeats-name': severitySchema.default('hint'),
      'missing-owner': severitySchema.default('hint'),
      'unused-property': severitySchema.default('hint'),
      'reserved-word': severitySchema.default('warning'),
    })
    .prefault({}),
  /** Items that were in the plan before this day are neither warned of nor blocked; their findings are shown all the same. */
  grandfatherBefore: z.iso.date().nullable().default(null),
  /** Names this plan keeps clear of, beside those of its destinations. */
  reservedWords: z.array(shortTextSchema.min(1)).max(500).default([]),
});
export type ConventionSettings = z.infer<typeof conventionSettingsSchema>;

/** What a new plan asks: to be written as most of it is, nothing that blocks. */
export const defaultConventions: ConventionSettings = conventionSettingsSchema.parse({});
