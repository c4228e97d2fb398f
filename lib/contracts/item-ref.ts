import * as z from 'zod';
import { itemKindSchema } from '@/lib/domain/plan/item-kind-schema';

/** An item as others mention it. */
export const itemRefSchema = z.object({
  id: z.string(),
  kind: itemKindSchema,
  namespace: z.string().nullable(),
  name: z.string(),
  displayName: z.string(),
  meaning: z.string().describe('At most 200 characters'),
  lifecycle: z.string(),
});
