import * as z from 'zod';
import { itemIdSchema, shortTextSchema } from '../plan/parts';

/** Steps of one journey; nobody reads more. */
export const mostSteps = 200;

/** A place or a size in a picture, as a share of its width or height, 0 to 100. */
const shareSchema = z.number().min(0).max(100);

const partIdSchema = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[0-9a-z]{1,40}$`, 'u'));

export const stepIdSchema = partIdSchema('st');

/** A mark on a step's picture: a rectangle, or a point when it has no size. Its number is its place in the list. */
export const annotationSchema = z
  .strictObject({
    id: partIdSchema('an'),
    x: shareSchema,
    y: shareSchema,
    width: shareSchema.default(0),
    height: shareSchema.default(0),
    label: shortTextSchema.default(''),
    /** The event or property that is sent there. */
    itemId: itemIdSchema.nullable().default(null),
  })
  .refine(({ x, width }) => x + width <= 100.001, { path: ['width'], message: 'It leaves the picture' })
  .refine(({ y, height }) => y + height <= 100.001, { path: ['height'], message: 'It leaves the picture' });
export type Annotation = z.infer<typeof annotationSchema>;

/** One step of a journey: an event, or a screen without one. */
export interface JourneyStep {
  readonly id: string;
  /** What happens here in people's words; empty takes the event's name. */
  readonly title: string;
  readonly stage: string | null;
  readonly eventId: string | null;
  /** The name of the event when the step was written, so that a rename is told. */
  readonly knownAs: string;
  readonly note: string;
  /** Whether it leads to the step that follows. */
  readonly goesOn: boolean;
  /** Ids of other steps it may lead to. */
  readonly branches: readonly string[];
  /** SHA-256 of its picture. */
  readonly imageDigest: string | null;
  /** What the picture shows, for those who do not see it. */
  readonly imageAlt: string;
  readonly annotations: readonly Annotation[];
}
