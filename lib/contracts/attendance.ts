import * as z from 'zod';
import { itemIdSchema } from '@/lib/domain/plan/parts';

const tabSchema = z
  .string()
  .regex(/^[\w-]{8,64}$/, 'Take 8 to 64 letters and digits')
  .describe('Chosen by the one who looks, a new one for each page they open');

/** Where one tab of the caller is in a change request. */
export const attendSchema = z.strictObject({
  tab: tabSchema,
  itemId: itemIdSchema.nullable().describe('Null on the request as a whole'),
  isEditing: z.boolean(),
});

/** The tab that leaves. */
export const leaveQuerySchema = z.strictObject({ tab: tabSchema });

/** The others who are in a change request now. */
export const attendanceViewSchema = z.object({
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      at: z.array(z.object({ itemId: z.string(), isEditing: z.boolean() })),
    }),
  ),
});
export type AttendanceView = z.infer<typeof attendanceViewSchema>;
