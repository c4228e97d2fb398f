import * as z from 'zod';
import { commonFields, dateSchema, itemIdSchema, scalarSchema, shortTextSchema } from '../parts';

export const consumerTypes = [
  'metric',
  'funnel',
  'dashboard',
  'experiment',
  'segment',
  'reverse-etl',
  'lifecycle-message',
  'support-view',
  'model',
  'alert',
] as const;

/** What a consumer depends on: an event, a property, a property of one event, or a single allowed value. */
export const consumerUseSchema = z.strictObject({
  /** Identity of the use within its consumer. */
  key: shortTextSchema.min(1),
  eventId: itemIdSchema.nullable().default(null),
  propertyId: itemIdSchema.nullable().default(null),
  value: scalarSchema.nullable().default(null),
  /** For an experiment: the outcome it is judged by. */
  outcome: z.boolean().default(false),
});
export type ConsumerUse = z.infer<typeof consumerUseSchema>;

export const consumerContentSchema = z.strictObject({
  ...commonFields,
  type: z.enum(consumerTypes).default('dashboard'),
  uses: z.array(consumerUseSchema).max(5_000).default([]),
  startsAt: dateSchema.nullable().default(null),
  endsAt: dateSchema.nullable().default(null),
});
/** Something downstream that depends on events, properties or single values. */
export type ConsumerContent = z.infer<typeof consumerContentSchema>;
