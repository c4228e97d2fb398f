import * as z from 'zod';
import { changeRequestStatuses } from '@/lib/domain/review/change-request';
import { policySchema } from '@/lib/domain/review/policy';
import { requirementViewSchema } from './change-requests';

export const policyViewSchema = z.object({
  policy: policySchema,
  /** What it asks, in words a newcomer understands. */
  sentences: z.array(z.string()),
  /** False when what is stored cannot be read: nothing merges then until an admin saves it again, and this is the default. */
  readable: z.boolean(),
  /** Whom an approval may be asked of. */
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
  lockVersion: z.number().int(),
});
export type PolicyView = z.infer<typeof policyViewSchema>;

/** A policy that is tried on an open request; the plan's own when absent. */
export const policyTrialSchema = z.strictObject({ number: z.int().min(1), policy: policySchema.optional() });

export const policyTrialViewSchema = z.object({
  number: z.number().int(),
  title: z.string(),
  /** The status it would have. */
  status: z.enum(changeRequestStatuses),
  sentences: z.array(z.string()),
  requirements: z.array(requirementViewSchema),
});
export type PolicyTrialView = z.infer<typeof policyTrialViewSchema>;
