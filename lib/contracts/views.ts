import * as z from 'zod';
import { itemKindSchema } from '@/lib/domain/plan/item-kind-schema';
import { groupKeys, sortKeys } from '@/lib/domain/plan-query/list-keys';
import { lineSchema, personRefSchema } from './common';

/** How a list looks: what it shows, in which order and groups, with which columns. */
export const listShapeSchema = z.strictObject({
  filter: z.string().max(2_000).default(''),
  sort: z.enum([...sortKeys, ...sortKeys.map((key) => `-${key}` as const)]).default('name'),
  group: z.enum(groupKeys).nullable().default(null),
  /** Null for the columns shown at first. */
  columns: z
    .array(z.string().regex(/^[A-Za-z]{1,40}$/u, 'This is no column'))
    .max(40)
    .nullable()
    .default(null),
});
export type ListShape = z.infer<typeof listShapeSchema>;

const nameSchema = lineSchema(80);

/** Which list the views are of. */
export const viewsQuerySchema = z.strictObject({ kind: itemKindSchema });

/** A name for how a list looks, for oneself or for everybody in the plan. */
export const createViewSchema = z.strictObject({
  kind: itemKindSchema,
  name: nameSchema,
  isShared: z.boolean().default(false),
  shape: listShapeSchema,
});
export type CreateView = z.input<typeof createViewSchema>;

/** Absent leaves a member as it is. */
export const updateViewSchema = z.strictObject({
  name: nameSchema.optional(),
  isShared: z.boolean().optional(),
  shape: listShapeSchema.optional(),
});
export type UpdateView = z.input<typeof updateViewSchema>;

/** The view a list opens with for oneself; null for none. */
export const defaultViewSchema = z.strictObject({ kind: itemKindSchema, id: z.string().max(64).nullable() });
export type DefaultView = z.infer<typeof defaultViewSchema>;

export const savedViewSchema = z.object({
  id: z.string(),
  kind: itemKindSchema,
  name: z.string(),
  isShared: z.boolean(),
  shape: listShapeSchema,
  by: personRefSchema,
  /** Whether the list opens with it for the reader. */
  isDefault: z.boolean(),
  /** Whether the reader may change, rename and delete it. */
  mayChange: z.boolean(),
});
export type SavedView = z.infer<typeof savedViewSchema>;

export const savedViewListSchema = z.object({
  items: z.array(savedViewSchema),
  nextCursor: z.null(),
  total: z.number().int(),
});
