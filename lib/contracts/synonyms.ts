import * as z from 'zod';
import { lineSchema, momentSchema } from './common';

const wordSchema = lineSchema(100).refine((text) => /[\p{L}\p{N}]/u.test(text), 'It needs a letter or a digit');

/** Words that mean the same to the people of a plan. */
export const synonymsBodySchema = z.strictObject({
  words: z.array(wordSchema).min(2, 'Name at least two words').max(20, 'Keep it to 20 words'),
});

export const synonymSetSchema = z.object({
  id: z.string(),
  words: z.array(z.string()),
  lockVersion: z.number().int(),
});
export type SynonymSet = z.infer<typeof synonymSetSchema>;

export const synonymListSchema = z.object({
  items: z.array(synonymSetSchema),
  nextCursor: z.null(),
  total: z.number().int(),
});

/** What was searched for and not found for sure; kept folded and counted, with nobody's name. */
export const vainSearchBodySchema = z.strictObject({ q: z.string().trim().min(2).max(100) });

/** Which of the searches in vain needs no synonym. */
export const dismissVainSchema = z.strictObject({ text: z.string().min(1).max(100) });

export const vainListSchema = z.object({
  items: z.array(z.object({ text: z.string(), count: z.number().int(), lastAt: momentSchema })),
  nextCursor: z.null(),
  total: z.number().int(),
});
export type VainSearch = z.infer<typeof vainListSchema>['items'][number];

/** Whether it was kept: only what truly finds nothing for sure is. */
export const vainKeptSchema = z.object({ kept: z.boolean() });
