import * as z from 'zod';

/** RFC 9457 problem details, with our stable code; further members depend on the code. */
export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string().describe('Stable: `noun.reason`'),
  detail: z.string(),
  requestId: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type ProblemView = z.infer<typeof problemSchema>;
