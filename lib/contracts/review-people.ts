import * as z from 'zod';
import { personRefSchema } from './common';

/** Who could be asked to review a request, and why just they. */
export const reviewerSuggestionsSchema = z.object({
  people: z.array(
    z.object({
      person: personRefSchema,
      /** "owns Order Completed; 1 open review". */
      reason: z.string(),
      openReviews: z.number().int(),
      isHere: z.boolean(),
      isAway: z.boolean(),
    }),
  ),
  /** Teams that may be asked as a whole, and who of them would be chosen. */
  teams: z.array(z.object({ id: z.string(), name: z.string(), chosen: personRefSchema })),
});
export type ReviewerSuggestions = z.infer<typeof reviewerSuggestionsSchema>;

/** Asks a person, or one of a team. */
export const askReviewSchema = z.union([
  z.strictObject({ userId: z.string().min(1).max(60) }),
  z.strictObject({ teamId: z.string().min(1).max(60) }),
]);

/** When somebody is away, and who is asked to review in their stead. */
export const saveAbsenceSchema = z.strictObject({
  substituteId: z.string().min(1).max(60),
  from: z.iso.date(),
  until: z.iso.date(),
});
export type SaveAbsence = z.input<typeof saveAbsenceSchema>;

export const absenceViewSchema = z.object({
  absence: z
    .object({ substitute: personRefSchema, from: z.string(), until: z.string(), isAway: z.boolean() })
    .nullable(),
});
export type AbsenceView = z.infer<typeof absenceViewSchema>;
