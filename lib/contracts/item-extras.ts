import * as z from 'zod';
import { presenceSchema } from '@/lib/domain/plan/property-use';
import { momentSchema } from './common';
import { itemRefSchema } from './item-ref';
import { releaseRefSchema } from './items';
import { itemDifferencesSchema } from './releases';

const scalarSchema = z.union([z.string(), z.number(), z.boolean()]);

/** An event as one column of a comparison with others. */
const comparedEventSchema = z.object({
  item: itemRefSchema,
  meaning: z.string(),
  firesWhen: z.string(),
  doesNotCount: z.string(),
  sources: z.array(z.string()),
  consumers: z.number().int(),
  /** Properties that not all of them carry. */
  onlySome: z.array(z.string()),
});

export const confusionsSchema = z.object({
  own: comparedEventSchema,
  others: z.array(z.object({ ...comparedEventSchema.shape, because: z.array(z.enum(['name', 'meaning', 'trigger'])) })),
});
export type Confusions = z.infer<typeof confusionsSchema>;

export const sourceCodeSchema = z.object({
  events: z.array(
    z.object({
      item: itemRefSchema,
      duty: z.enum(['send', 'remove']),
      firesWhen: z.string(),
      isSourceOfTruth: z.boolean(),
      properties: z.array(
        z.object({
          item: itemRefSchema,
          type: z.string().describe('In words'),
          presence: presenceSchema,
          differsHere: z.boolean(),
          values: z.array(scalarSchema).nullable(),
          note: z.string(),
        }),
      ),
      /** The latest change beyond wording of the event or of what it carries. */
      follow: z.object({ release: releaseRefSchema, item: itemRefSchema }).nullable(),
    }),
  ),
  total: z.number().int(),
});
export type SourceCode = z.infer<typeof sourceCodeSchema>;

export const destinationLimitsSchema = z.object({
  service: z.object({ name: z.string(), source: z.string(), checkedOn: z.string().nullable() }).nullable(),
  limits: z.array(z.object({ words: z.string(), source: z.string().nullable() })),
  events: z.number().int(),
  properties: z.number().int(),
  violations: z.array(z.object({ item: itemRefSchema, sentAs: z.string(), words: z.string() })).describe('At most 500'),
  total: z.number().int(),
});
export type DestinationLimits = z.infer<typeof destinationLimitsSchema>;

export const consumerChangesSchema = z.object({
  /** What it is measured from: the last time somebody acknowledged a change for it, or the release that added it. */
  since: z.object({
    release: releaseRefSchema.nullable(),
    by: z.object({ name: z.string(), at: momentSchema }).nullable(),
  }),
  /** One sentence; empty when nothing it feels has changed. */
  why: z.string(),
  items: z.array(itemDifferencesSchema),
});
export type ConsumerChanges = z.infer<typeof consumerChangesSchema>;
