import * as z from 'zod';
import { standingCodes } from '@/lib/domain/journey/standing';
import { annotationSchema, mostSteps, stepIdSchema } from '@/lib/domain/journey/step';
import { itemIdSchema, shortTextSchema } from '@/lib/domain/plan/parts';
import { lineSchema, momentSchema, personRefSchema, wordsSchema } from './common';
import { itemRefSchema } from './item-ref';
import { atSchema } from './items';

const digestSchema = z.string().regex(/^[0-9a-f]{64}$/u, 'It is no digest of a picture');

export const stepRequestSchema = z
  .strictObject({
    id: stepIdSchema.describe('Of your making, unique in the journey'),
    title: shortTextSchema.trim().default('').describe('Empty takes the event’s name'),
    stage: shortTextSchema.nullable().default(null).describe('One of the plan’s stages'),
    eventId: itemIdSchema.nullable().default(null).describe('Null for a screen without an event'),
    knownAs: z
      .string()
      .max(700)
      .optional()
      .describe('The name under which the step knows its event; absent takes today’s'),
    note: wordsSchema(2_000).default(''),
    goesOn: z.boolean().default(true).describe('Whether it leads to the step that follows'),
    branches: z.array(stepIdSchema).max(20, 'Keep it to 20').default([]).describe('Other steps it may lead to'),
    imageDigest: digestSchema.nullable().default(null).describe('A picture that was sent before'),
    imageAlt: shortTextSchema.trim().default('').describe('What the picture shows, in words'),
    annotations: z
      .array(annotationSchema)
      .max(50, 'Keep it to 50')
      .refine((marks) => new Set(marks.map(({ id }) => id)).size === marks.length, 'Two marks have the same id')
      .default([]),
  })
  .refine(({ title, eventId }) => title !== '' || eventId !== null, {
    path: ['title'],
    message: 'Name the screen, or choose an event',
  });
export type StepRequest = z.output<typeof stepRequestSchema>;

export const createJourneySchema = z.strictObject({
  name: lineSchema(100),
  description: wordsSchema(2_000).default(''),
  category: shortTextSchema
    .optional()
    .describe('Starts it with a step for each event of this category, at most 40, in the order of the stages'),
});
export type CreateJourney = z.input<typeof createJourneySchema>;

/** A journey as it shall be, whole. */
export const saveJourneySchema = z.strictObject({
  name: lineSchema(100),
  description: wordsSchema(2_000).default(''),
  steps: z.array(stepRequestSchema).max(mostSteps, `Keep it to ${mostSteps} steps`),
});
export type SaveJourney = z.input<typeof saveJourneySchema>;

export const pictureViewSchema = z.object({
  digest: z.string().describe('SHA-256 of the bytes'),
  type: z.string(),
  width: z.number().int(),
  height: z.number().int(),
});
export type PictureView = z.infer<typeof pictureViewSchema>;

export const stepViewSchema = z.object({
  id: z.string(),
  title: z.string(),
  stage: z.string().nullable(),
  eventId: z.string().nullable(),
  event: itemRefSchema.nullable().describe('The event as the release has it; null when it does not'),
  knownAs: z.string(),
  note: z.string(),
  goesOn: z.boolean(),
  branches: z.array(z.string()),
  image: pictureViewSchema.nullable(),
  isPictureGone: z.boolean().describe('Whether it showed a picture then that is not kept any more'),
  imageAlt: z.string(),
  annotations: z.array(
    z.object({
      id: z.string(),
      x: z.number(),
      y: z.number(),
      width: z.number(),
      height: z.number(),
      label: z.string(),
      itemId: z.string().nullable(),
      item: itemRefSchema.nullable(),
    }),
  ),
  standing: z.object({ code: z.enum(standingCodes), words: z.string() }).describe('How far its event is in use'),
  problem: z
    .object({
      code: z.enum(['renamed', 'replaced', 'retired', 'missing']),
      words: z.string(),
      repair: z.string(),
      repaired: z.object({ eventId: z.string().nullable(), knownAs: z.string(), title: z.string() }),
    })
    .nullable()
    .describe('What the plan no longer does as the step says, and the step as repaired'),
});
export type StepView = z.infer<typeof stepViewSchema>;

export const stageCoverageSchema = z.object({
  stage: z.string().nullable(),
  steps: z.number().int(),
  live: z.number().int().describe('Steps whose event is live in all of its sources'),
  waiting: z.number().int().describe('Steps whose event is not, or is on its way out'),
  told: z.number().int().describe('Events of the stage that a step has'),
  untold: z.object({ total: z.number().int(), first: z.array(itemRefSchema).describe('At most 50') }),
});
export type StageCoverageView = z.infer<typeof stageCoverageSchema>;

const journeyBase = {
  id: z.string(),
  name: z.string(),
  description: z.string(),
  updatedAt: momentSchema,
  updatedBy: personRefSchema,
  lockVersion: z.number().int(),
};

export const journeyViewSchema = z.object({
  ...journeyBase,
  isDeleted: z.boolean().describe('Whether it is deleted today, so that only its past is read'),
  stages: z.array(z.string()).describe('The stages of the plan, in order'),
  steps: z.array(stepViewSchema).describe('In the order in which they are walked'),
  edges: z.array(z.object({ from: z.string(), to: z.string(), isBack: z.boolean() })),
  coverage: z.array(stageCoverageSchema),
  release: z.number().int().describe('The release its events are read at'),
  releasedAt: momentSchema.nullable(),
});
export type JourneyView = z.infer<typeof journeyViewSchema>;

export const journeyRowSchema = z.object({
  ...journeyBase,
  steps: z.number().int(),
  problems: z.number().int().describe('Steps whose event was renamed, replaced, retired or removed'),
  stages: z.array(z.object({ stage: z.string().nullable(), steps: z.number().int() })),
});
export type JourneyRow = z.infer<typeof journeyRowSchema>;

export type JourneyList = z.infer<typeof journeyListSchema>;
export const journeyListSchema = z.object({
  items: z.array(journeyRowSchema),
  nextCursor: z.null(),
  total: z.number().int(),
  release: z.number().int(),
  releasedAt: momentSchema.nullable(),
  categories: z.array(z.string()).describe('Categories of events that a journey can be started with'),
});

export const journeyQuerySchema = atSchema;
