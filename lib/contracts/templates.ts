import * as z from 'zod';
import { itemKindSchema } from '@/lib/domain/plan/item-kind-schema';

const templateEventSchema = z.object({
  itemId: z.string(),
  name: z.string(),
  category: z.string(),
  meaning: z.string(),
  firesWhen: z.string(),
  /** The properties it carries, by id: new ones of the template, or the plan's own. */
  properties: z.array(z.string()),
  /** Whether the plan has an event of this name already. */
  isPresent: z.boolean(),
});

/** A plan to begin from. */
export const templateSchema = z.object({
  id: z.string(),
  label: z.string(),
  summary: z.string(),
  events: z.array(templateEventSchema),
  /** What a change request proposes to have them: send those that are chosen, with the properties they carry. */
  items: z.array(
    z.object({
      itemId: z.string(),
      kind: itemKindSchema,
      namespace: z.string().nullable(),
      name: z.string(),
      content: z.record(z.string(), z.json()),
    }),
  ),
});
export type TemplateView = z.infer<typeof templateSchema>;
export const templateListSchema = z.object({ items: z.array(templateSchema) });
