import * as z from 'zod';
import { itemIdSchema } from '@/lib/domain/plan/parts';
import { momentSchema, personRefSchema, textSchema } from './common';

const bodySchema = textSchema(4_000, 'Write something first');

/** Which item the notes stand beside. */
export const notesQuerySchema = z.strictObject({ item: itemIdSchema.describe('The item they stand beside') });

/** Markdown beside an item, which changes nothing of its definition. */
export const createNoteSchema = z.strictObject({ itemId: itemIdSchema, body: bodySchema });
export type CreateNote = z.input<typeof createNoteSchema>;

/** Absent leaves a member as it is. */
export const updateNoteSchema = z.strictObject({ body: bodySchema.optional(), pinned: z.boolean().optional() });
export type UpdateNote = z.input<typeof updateNoteSchema>;

export const noteViewSchema = z.object({
  id: z.string(),
  itemId: z.string(),
  body: z.string().describe('Markdown'),
  author: personRefSchema,
  /** Whom it names: `@` and an id in its text. */
  mentions: z.array(personRefSchema),
  pinned: z.boolean(),
  at: momentSchema,
  editedAt: momentSchema.nullable(),
  lockVersion: z.number().int(),
  /** What the reader may do with it. */
  mayEdit: z.boolean(),
  mayDelete: z.boolean(),
  mayPin: z.boolean(),
});
export type NoteView = z.infer<typeof noteViewSchema>;

export const noteListSchema = z.object({
  items: z.array(noteViewSchema),
  nextCursor: z.null(),
  total: z.number().int(),
});
