import * as z from 'zod';
import { itemKindSchema } from '@/lib/domain/plan/item-kind-schema';
import { itemSchema } from '@/lib/domain/plan/item-schema';
import { lifecycleSchema } from '@/lib/domain/plan/parts';
import { propertyTypeSchema } from '@/lib/domain/plan/property-type-schema';
import { presenceSchema, propertyUseSchema } from '@/lib/domain/plan/property-use';
import { groupKeys, sortKeys } from '@/lib/domain/plan-query/list-keys';
import { watchLevels } from '@/lib/domain/watch/target';
import { differenceViewSchema } from './change-requests';
import { atQuerySchema, momentSchema, pageOf, personRefSchema } from './common';
import { itemRefSchema } from './item-ref';

/** The release or day a read asks about; absent is the current plan. */
export const atSchema = z.strictObject({
  at: atQuerySchema.optional().describe('A release number or a date; absent reads the current plan'),
});

export type ItemRef = z.infer<typeof itemRefSchema>;

/** Who is accountable, with the name that is shown. */
export const ownerRefSchema = z.object({ type: z.enum(['team', 'person']), id: z.string(), name: z.string() });
export type OwnerRef = z.infer<typeof ownerRefSchema>;

/** A release as others mention it. */
export const releaseRefSchema = z.object({ number: z.number().int(), at: momentSchema });
export type ReleaseRef = z.infer<typeof releaseRefSchema>;

/** Query of a list of items. */
export const itemListQuerySchema = z.strictObject({
  ...atSchema.shape,
  kind: itemKindSchema.optional(),
  q: z.string().max(300).optional().describe('Words that all occur in name, meaning or tags'),
  filter: z
    .string()
    .max(2_000)
    .optional()
    .describe('Typed filter: `owner:me stage:activation changed:<30d no:meaning`'),
  sort: z
    .enum([...sortKeys, ...sortKeys.map((key) => `-${key}` as const)])
    .default('name')
    .describe('A minus sorts downwards'),
  group: z.enum(groupKeys).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z
    .string()
    .max(200)
    .optional()
    .describe('`nextCursor` of the page before; it stays on the release it began with'),
});
export type ItemListQuery = z.infer<typeof itemListQuerySchema>;

/** A row of a list: enough to recognise an item and to see what is wrong with it. */
export const itemRowSchema = z.object({
  ...itemRefSchema.shape,
  version: z.string(),
  owner: ownerRefSchema.nullable(),
  stage: z.string().nullable(),
  category: z.string(),
  tags: z.array(z.string()),
  action: z.string().describe('Of an event'),
  sources: z.array(z.object({ id: z.string(), name: z.string(), runtime: z.string() })),
  type: z.string().describe('In words: of a property, consumer, source or destination'),
  scope: z.string(),
  dataClass: z.string(),
  group: z.string().describe('The key of the group it stands in, when grouped'),
  users: z.number().int().describe('Events and groups that carry or name it'),
  consumers: z.number().int(),
  propertyCount: z.number().int(),
  reviewBy: z.string().nullable(),
  changed: releaseRefSchema.nullable(),
  lastMeaningChange: releaseRefSchema.nullable(),
  watchers: z.number().int(),
  watching: z.boolean(),
});
export type ItemRow = z.infer<typeof itemRowSchema>;

export const itemListSchema = z.object({
  ...pageOf(itemRowSchema).shape,
  release: z.number().int(),
  /** When it was made; nothing before the first. */
  releasedAt: momentSchema.nullable(),
  /** How many of the kind there are without any filter. */
  all: z.number().int(),
  groups: z.array(z.object({ key: z.string(), label: z.string(), count: z.number().int() })),
  issues: z.array(z.object({ code: z.string(), part: z.string(), message: z.string() })),
  /** The condition that removed everything, as text, the filter without it, and how many there would be. */
  blocking: z.object({ part: z.string(), without: z.string(), found: z.number().int() }).nullable(),
});
export type ItemList = z.infer<typeof itemListSchema>;

/** A property as an event or group carries it. */
export const resolvedUseSchema = z.object({
  property: z.object({ ...itemRefSchema.shape, meaning: z.string() }),
  group: itemRefSchema.nullable(),
  use: propertyUseSchema,
  type: z.string().describe('In words'),
  typeStructure: propertyTypeSchema,
  unit: z.string().nullable(),
  allowedValues: z
    .array(z.object({ value: z.union([z.string(), z.number(), z.boolean()]), meaning: z.string() }))
    .nullable(),
  dataClass: z.object({ class: z.string(), kind: z.string() }),
});
export type ResolvedUseView = z.infer<typeof resolvedUseSchema>;

/** Who carries a property or names a source, destination or group. */
export const usedBySchema = z.object({
  item: itemRefSchema,
  through: itemRefSchema.nullable(),
  presence: presenceSchema.nullable(),
  allowedValues: z.array(z.union([z.string(), z.number(), z.boolean()])).nullable(),
  pinned: z.union([z.string(), z.number(), z.boolean()]).nullable(),
  note: z.string(),
  isSourceOfTruth: z.boolean(),
});
export type UsedBy = z.infer<typeof usedBySchema>;

/** A consumer of an item and the parts it uses, in words. */
export const consumerUseViewSchema = z.object({
  consumer: itemRefSchema,
  type: z.string(),
  owner: ownerRefSchema.nullable(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  uses: z.array(z.string()),
});
export type ConsumerUseView = z.infer<typeof consumerUseViewSchema>;

export const openRequestRefSchema = z.object({
  number: z.number().int(),
  title: z.string(),
  status: z.string(),
  author: personRefSchema,
});
export type OpenRequestRef = z.infer<typeof openRequestRefSchema>;

/** The last time what an item means changed, in words. */
export const meaningChangeSchema = z.object({
  release: releaseRefSchema,
  words: z.string(),
  consequence: z.string(),
  differences: z.array(differenceViewSchema),
  changeRequest: z.object({ number: z.number().int(), title: z.string() }),
});
export type MeaningChange = z.infer<typeof meaningChangeSchema>;

/** An item with everything its page tells. */
export const itemViewSchema = z.object({
  item: itemSchema,
  version: z.string(),
  digest: z.string(),
  revisionId: z.string(),
  /** The release that was read. */
  release: z.number().int(),
  releasedAt: momentSchema.nullable(),
  headRelease: z.number().int(),
  since: releaseRefSchema.nullable(),
  owner: ownerRefSchema.nullable(),
  /** Every item it points at, by id. */
  refs: z.record(z.string(), itemRefSchema),
  sources: z.array(
    z.object({ item: itemRefSchema, runtime: z.string(), platform: z.string(), isSourceOfTruth: z.boolean() }),
  ),
  properties: z.array(resolvedUseSchema),
  /** A payload that the definition of an event accepts, made from it; null where none can be made. */
  madeExample: z.record(z.string(), z.json()).nullable(),
  /** Where the stored examples of an event do not fit its definition, by their place: "lacks order_id". */
  exampleFaults: z.array(z.array(z.string())),
  usedBy: z.array(usedBySchema),
  consumers: z.array(consumerUseViewSchema),
  openRequests: z.array(openRequestRefSchema),
  watchers: z.number().int(),
  watching: z.boolean(),
  /** How much of it the reader hears; null without a watch of their own. */
  watchLevel: z.enum(watchLevels).nullable(),
  lastMeaningChange: meaningChangeSchema.nullable(),
  formerNames: z.array(z.object({ namespace: z.string().nullable(), name: z.string(), until: z.number().int() })),
  easilyConfused: z.array(itemRefSchema),
  replacedBy: itemRefSchema.nullable(),
  lifecycle: lifecycleSchema,
  /** Set when the name that was asked for is a former one. */
  renamedFrom: z.string().nullable(),
  /** Set when a name fits several kinds or namespaces: the others. */
  others: z.array(itemRefSchema),
});
export type ItemView = z.infer<typeof itemViewSchema>;

/** Which item: the kind matters only where a name is not enough. */
export const itemQuerySchema = z.strictObject({ ...atSchema.shape, kind: itemKindSchema.optional() });

const originSchema = {
  release: releaseRefSchema,
  changeRequest: z.object({ number: z.number().int(), title: z.string(), reason: z.string() }),
  author: personRefSchema,
};

/** One state in the life of an item, and how it differs from the one before. */
export const historyEntrySchema = z.object({
  ...originSchema,
  revisionId: z.string(),
  namespace: z.string().nullable(),
  name: z.string(),
  version: z.string(),
  until: z.number().int().nullable(),
  significance: z.string(),
  differences: z.array(differenceViewSchema),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const itemHistorySchema = z.object({
  itemId: z.string(),
  entries: z.array(historyEntrySchema),
  /** Who last changed each field that was ever filled, by its key. */
  blame: z.record(z.string(), z.object({ ...originSchema, version: z.string(), words: z.string() })),
});
export type ItemHistory = z.infer<typeof itemHistorySchema>;

/** A whole plan at one release. */
export const snapshotViewSchema = z.object({
  planId: z.string(),
  release: z.number().int(),
  at: momentSchema.nullable(),
  items: z.array(itemSchema),
});
export type SnapshotView = z.infer<typeof snapshotViewSchema>;
