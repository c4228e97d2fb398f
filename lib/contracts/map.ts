import * as z from 'zod';
import { momentSchema } from './common';
import { itemRefSchema } from './item-ref';
import { atSchema } from './items';

export const mapQuerySchema = z.strictObject({
  ...atSchema.shape,
  focus: z.string().max(60).optional().describe('The id of an item: the map is its neighbourhood'),
});

/** How a plan hangs together: what is joined with what, in the direction in which events flow. */
export const mapViewSchema = z.object({
  focus: itemRefSchema.nullable().describe('The item in whose neighbourhood this is; null for the whole plan'),
  nodes: z.array(itemRefSchema),
  edges: z.array(z.object({ from: z.string(), to: z.string() })),
  left: z.number().int().describe('Neighbours of the focus that found no room'),
  all: z.number().int().describe('Items on the map of the whole plan'),
  release: z.number().int(),
  releasedAt: momentSchema.nullable(),
});
