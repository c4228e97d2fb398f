import 'server-only';
import * as z from 'zod';
import { annotationSchema, type JourneyStep } from '../domain/journey/step';
import type { Prisma } from '../infra/db/generated/client';
import type { Tx } from '../infra/db/transaction';
import { toJson } from './json';

/** The picture of a step without its bytes. */
export interface StepPicture {
  readonly digest: string;
  readonly type: string;
  readonly width: number;
  readonly height: number;
}

export type StoredStep = JourneyStep & { readonly image: StepPicture | null };

/** A journey with its steps, as they were put in order when it was written. */
export interface Journey {
  readonly id: string;
  readonly name: string;
  readonly foldedKey: string;
  readonly description: string;
  readonly steps: readonly StoredStep[];
  readonly lockVersion: number;
  readonly updatedAt: Date;
  readonly updatedBy: { readonly id: string; readonly name: string };
  readonly deletedAt: Date | null;
}

const fields = {
  id: true,
  name: true,
  foldedKey: true,
  description: true,
  lockVersion: true,
  updatedAt: true,
  updatedBy: { select: { id: true, name: true } },
  deletedAt: true,
  steps: {
    orderBy: { position: 'asc' },
    select: {
      id: true,
      title: true,
      stage: true,
      eventId: true,
      knownAs: true,
      note: true,
      goesOn: true,
      branches: true,
      imageDigest: true,
      imageAlt: true,
      annotations: true,
      image: { select: { digest: true, type: true, width: true, height: true } },
    },
  },
} as const satisfies Prisma.JourneySelect;

const annotationsSchema = z.array(annotationSchema);

function toJourney({ steps, ...row }: Prisma.JourneyGetPayload<{ select: typeof fields }>): Journey {
  return {
    ...row,
    steps: steps.map(({ annotations, ...step }) => ({
      ...step,
      annotations: annotationsSchema.safeParse(annotations).data ?? [],
    })),
  };
}

/** What can be said of a journey. */
export interface JourneyWords {
  readonly name: string;
  readonly foldedKey: string;
  readonly description: string;
}

interface Written {
  readonly by: string;
  readonly at: Date;
}

/** Adds a journey with its steps. */
export async function createJourney(
  tx: Tx,
  workspaceId: string,
  journey: JourneyWords &
    Written & { readonly id: string; readonly planId: string; readonly steps: readonly JourneyStep[] },
): Promise<void> {
  const { id, planId, by, at, steps, name, foldedKey, description } = journey;
  await tx.journey.createMany({
    data: [{ id, planId, workspaceId, name, foldedKey, description, updatedById: by, createdAt: at, updatedAt: at }],
  });
  await addSteps(tx, workspaceId, { id, planId }, steps);
}

async function addSteps(
  tx: Tx,
  workspaceId: string,
  { id: journeyId, planId }: { readonly id: string; readonly planId: string },
  steps: readonly JourneyStep[],
): Promise<void> {
  await tx.journeyStep.createMany({
    data: steps.map(({ id, title, stage, eventId, knownAs, note, goesOn, ...step }, position) => ({
      ...{ id, journeyId, planId, workspaceId, position, title, stage, eventId, knownAs, note, goesOn },
      branches: [...step.branches],
      imageDigest: step.imageDigest,
      imageAlt: step.imageAlt,
      annotations: toJson(step.annotations),
    })),
  });
}

/** A journey of a plan, also one that is deleted. */
export async function readJourney(
  tx: Tx,
  workspaceId: string,
  planId: string,
  id: string,
): Promise<Journey | undefined> {
  const row = await tx.journey.findFirst({ where: { id, planId, workspaceId }, select: fields });
  return row ? toJourney(row) : undefined;
}

/** The journeys of a plan by name; without those that are deleted. */
export async function listJourneys(tx: Tx, workspaceId: string, planId: string): Promise<Journey[]> {
  const rows = await tx.journey.findMany({
    where: { planId, workspaceId, deletedAt: null },
    select: fields,
    orderBy: [{ foldedKey: 'asc' }, { id: 'asc' }],
    take: 500,
  });
  return rows.map(toJourney);
}

/**
 * Writes a journey that nobody changed since it was read; `steps` replaces all of them, `deletedAt` deletes it or brings
 * it back. @returns false when somebody did
 */
export async function saveJourney(
  tx: Tx,
  workspaceId: string,
  before: { readonly id: string; readonly planId: string; readonly lockVersion: number },
  next: JourneyWords & Written & { readonly deletedAt: Date | null; readonly steps?: readonly JourneyStep[] },
): Promise<boolean> {
  const { name, foldedKey, description, deletedAt, by, at, steps } = next;
  const { count } = await tx.journey.updateMany({
    where: { id: before.id, planId: before.planId, workspaceId, lockVersion: before.lockVersion },
    data: { name, foldedKey, description, deletedAt, updatedById: by, updatedAt: at, lockVersion: { increment: 1 } },
  });
  if (count !== 1) return false;
  if (steps) {
    await tx.journeyStep.deleteMany({ where: { journeyId: before.id, workspaceId } });
    await addSteps(tx, workspaceId, before, steps);
  }
  return true;
}
