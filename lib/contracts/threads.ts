import * as z from 'zod';
import { itemIdSchema, proseSchema } from '@/lib/domain/plan/parts';
import { momentSchema, personRefSchema } from './common';

export const threadViewSchema = z.object({
  id: z.string(),
  itemId: z.string().nullable(),
  field: z.string().nullable(),
  quote: z.string().nullable(),
  resolvedAt: momentSchema.nullable(),
  /** Nobody but the reader sees it yet. */
  pending: z.boolean(),
  comments: z.array(
    z.object({
      id: z.string(),
      author: personRefSchema,
      /** Markdown; people stand in it as `@` and their id. Empty once deleted. */
      body: z.string(),
      mentions: z.array(personRefSchema),
      /** Another wording of the field, and the one it is for. */
      suggestion: z.object({ from: z.string(), text: z.string() }).nullable(),
      /** Kept for the reader alone until it goes out. */
      pending: z.boolean(),
      deleted: z.boolean(),
      editedAt: momentSchema.nullable(),
      at: momentSchema,
    }),
  ),
});
export type ThreadView = z.infer<typeof threadViewSchema>;
export const threadListSchema = z.object({ items: z.array(threadViewSchema) });
const sayingSchema = z.strictObject({
  body: proseSchema.default('').describe('Markdown; `@` and the id of a member names them'),
  /** Another wording of the prose field that the discussion is about. */
  suggestion: proseSchema.nullable().default(null),
  /** Keeps it from everybody else until it is posted, by itself or with a verdict. */
  pending: z.boolean().default(false),
});
const saysSomething = ({ body, suggestion }: { body: string; suggestion: string | null }) =>
  body.trim() !== '' || suggestion !== null;
const nothingSaid = { path: ['body'], message: 'Say something' };

export const startThreadSchema = sayingSchema
  .extend({
    itemId: itemIdSchema.nullable().default(null),
    field: z.string().max(200).nullable().default(null),
  })
  .refine(saysSomething, nothingSaid);
export const replySchema = sayingSchema.refine(saysSomething, nothingSaid);
/** New words for one's own comment, or posting it before the verdict. */
export const editCommentSchema = z.strictObject({
  body: proseSchema.optional(),
  pending: z.literal(false).optional().describe('Posts a comment that was kept'),
});
export const resolveThreadSchema = z.strictObject({ resolved: z.boolean() });
