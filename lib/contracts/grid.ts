import * as z from 'zod';
import { setChanges } from '@/lib/domain/bulk/bulk-action';
import { itemKindSchema } from '@/lib/domain/plan/item-kind-schema';
import {
  dateSchema,
  itemIdSchema,
  itemNameSchema,
  lifecycleSchema,
  namespaceSchema,
  ownerSchema,
  proseSchema,
  shortTextSchema,
} from '@/lib/domain/plan/parts';
import { significances } from '@/lib/domain/plan/significance';
import { lineSchema } from './common';
import { itemRefSchema } from './item-ref';

/** Rows a grid shows at most. */
export const mostGridRows = 5_000;
/** Items one call edits at most. */
export const mostEdits = 1_000;

const numberSchema = z
  .int()
  .positive()
  .nullable()
  .default(null)
  .describe('The request it becomes part of; null starts one');
const valuesSchema = z.record(z.string().max(100), z.json());

/** Which rows a grid shows: those of a filter, of some items, or of what a request changes. */
export const gridAskSchema = z.strictObject({
  kind: itemKindSchema,
  rows: z.enum(['items', 'uses']).default('items'),
  filter: z.string().max(2_000).default(''),
  itemIds: z.array(itemIdSchema).max(mostGridRows).nullable().default(null),
  number: z
    .int()
    .positive()
    .nullable()
    .default(null)
    .describe('The request whose edits are shown; null shows the plan'),
  only: z.enum(['all', 'request']).default('all').describe('`request`: only what the request changes'),
});
export type GridAsk = z.input<typeof gridAskSchema>;

const choiceSchema = z.object({ id: z.string(), name: z.string() });

/** The rows of a grid with all that its cells can name. */
export const gridViewSchema = z.object({
  release: z.number().int(),
  request: z
    .object({
      number: z.number().int(),
      title: z.string(),
      lockVersion: z.number().int(),
      /** Why the reader cannot edit it; `null` when they can. */
      whyNot: z.string().nullable(),
    })
    .nullable(),
  rows: z.array(
    z.object({
      itemId: z.string(),
      propertyId: z.string().nullable(),
      title: z.string(),
      fields: valuesSchema,
      /** Absent where the plan says the same, `null` where it has no such row. */
      before: valuesSchema.nullable().optional(),
    }),
  ),
  /** How many rows there are; only the first are given. */
  total: z.number().int(),
  names: z.object({
    owners: z.array(choiceSchema),
    sources: z.array(choiceSchema),
    destinations: z.array(choiceSchema),
    groups: z.array(choiceSchema),
    items: z.array(choiceSchema),
    stages: z.array(z.string()),
  }),
});
export type GridView = z.infer<typeof gridViewSchema>;

const expectedSchema = valuesSchema
  .default({})
  .describe('What was seen in them: a field that says something else by now is refused');

/** Many edits of one request at once. Each value is taken or refused for itself. */
export const editManySchema = z.strictObject({
  number: numberSchema,
  title: lineSchema(200).optional().describe('Of a request that is started'),
  edits: z
    .array(
      z.strictObject({
        itemId: itemIdSchema,
        fields: valuesSchema.default({}),
        expected: expectedSchema,
        uses: z
          .array(z.strictObject({ propertyId: itemIdSchema, parts: valuesSchema, expected: expectedSchema }))
          .max(1_000)
          .default([]),
      }),
    )
    .max(mostEdits)
    .default([]),
  create: z
    .array(
      z.strictObject({
        itemId: itemIdSchema,
        kind: itemKindSchema,
        namespace: namespaceSchema.default(null),
        name: itemNameSchema,
        content: valuesSchema.default({}),
      }),
    )
    .max(mostEdits)
    .default([]),
  drop: z.array(itemIdSchema).max(mostEdits).default([]).describe('Items whose change is taken out of the request'),
});
export type EditMany = z.input<typeof editManySchema>;

/** Where a request stands after many edits, and each value that was not taken. */
export const editedManySchema = z.object({
  number: z.number().int().nullable(),
  title: z.string(),
  lockVersion: z.number().int(),
  changes: z.number().int(),
  counts: z.record(z.enum(significances), z.number().int()),
  refused: z.array(
    z.object({
      itemId: z.string(),
      propertyId: z.string().nullable(),
      field: z.string(),
      code: z.enum(['moved', 'invalid', 'gone']),
      words: z.string(),
      theirs: z.json(),
    }),
  ),
});
export type EditedMany = z.infer<typeof editedManySchema>;

/** What is done to every item of a selection. */
export const bulkActionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('owner'), owner: ownerSchema.nullable() }),
  z.strictObject({ kind: z.literal('tags'), how: z.enum(setChanges), tags: z.array(shortTextSchema.min(1)).max(50) }),
  z.strictObject({
    kind: z.literal('lifecycle'),
    state: lifecycleSchema.shape.state.unwrap(),
    replacedBy: itemIdSchema.nullable().default(null),
  }),
  z.strictObject({ kind: z.literal('sources'), how: z.enum(setChanges), sourceIds: z.array(itemIdSchema).max(200) }),
  z.strictObject({ kind: z.literal('review-by'), date: dateSchema.nullable() }),
  z.strictObject({ kind: z.literal('replace-property'), by: itemIdSchema, retire: z.boolean().default(true) }),
]);

const selectionSchema = { itemIds: z.array(itemIdSchema).min(1).max(mostGridRows), action: bulkActionSchema };

/** Asks what an action would change; with `number`, beside what that request changes already. */
export const bulkPreviewSchema = z.strictObject({ ...selectionSchema, number: numberSchema });
export type BulkAsk = z.input<typeof bulkPreviewSchema>;

/** What an action changes: how many items, the first of them field by field, and what stays as it is. */
export const bulkPlanViewSchema = z.object({
  total: z.number().int().describe('Items that would change'),
  items: z
    .array(
      z.object({
        item: itemRefSchema,
        changes: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
      }),
    )
    .describe('At most 100'),
  left: z.array(z.object({ why: z.string(), count: z.number().int(), names: z.array(z.string()) })),
});
export type BulkPlanView = z.infer<typeof bulkPlanViewSchema>;

/** Proposes an action for a selection. */
export const bulkSchema = z.strictObject({
  ...selectionSchema,
  number: numberSchema,
  title: lineSchema(200).optional(),
  reason: proseSchema.default(''),
});
export type Bulk = z.input<typeof bulkSchema>;

/** The request an action went into, and what takes it back: to be sent as many edits. */
export const bulkDoneSchema = z.object({
  number: z.number().int(),
  lockVersion: z.number().int(),
  isNew: z.boolean(),
  total: z.number().int(),
  undo: z.object({
    edits: z.array(z.object({ itemId: z.string(), fields: valuesSchema, expected: valuesSchema })),
    drop: z.array(z.string()),
  }),
});
export type BulkDone = z.infer<typeof bulkDoneSchema>;
