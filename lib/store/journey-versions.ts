import 'server-only';
import * as z from 'zod';
import { annotationSchema } from '../domain/journey/step';
import type { Tx } from '../infra/db/transaction';
import { knownJourneyImages } from './journey-images';
import { type Journey, listJourneys, readJourney, type StoredStep } from './journeys';
import { toJson } from './json';
import { type At, momentAsOf, type PlanRef } from './read-plan-at';

const stepsSchema: z.ZodType<readonly StoredStep[]> = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    stage: z.string().nullable(),
    eventId: z.string().nullable(),
    knownAs: z.string(),
    note: z.string(),
    goesOn: z.boolean(),
    branches: z.array(z.string()),
    imageDigest: z.string().nullable(),
    imageAlt: z.string(),
    annotations: z.array(annotationSchema).catch([]),
    image: z
      .object({ digest: z.string(), type: z.string(), width: z.number().int(), height: z.number().int() })
      .nullable(),
  }),
);

/** Keeps what a journey says since it was written last. */
export async function keepJourneyVersion(tx: Tx, workspaceId: string, planId: string, journey: Journey): Promise<void> {
  const { id: journeyId, lockVersion: version, name, foldedKey, description, steps } = journey;
  await tx.journeyVersion.createMany({
    data: [
      {
        ...{ journeyId, version, planId, workspaceId, name, foldedKey, description },
        steps: toJson(steps),
        pictures: [...new Set(steps.flatMap(({ imageDigest }) => imageDigest ?? []))],
        isDeleted: journey.deletedAt !== null,
        at: journey.updatedAt,
        byId: journey.updatedBy.id,
      },
    ],
  });
}

/** The journeys as they stood in a state of a plan, by name: today's of the current release, else those of its moment. */
export async function listJourneysAsOf(tx: Tx, plan: PlanRef, at: At): Promise<Journey[]> {
  const moment = await momentAsOf(tx, plan, at);
  return moment ? readVersions(tx, plan, moment, null) : listJourneys(tx, plan.workspaceId, plan.id);
}

/** One journey in the same way; undefined when it was not there, or deleted then. */
export async function readJourneyAsOf(tx: Tx, plan: PlanRef, id: string, at: At): Promise<Journey | undefined> {
  const moment = await momentAsOf(tx, plan, at);
  if (moment) return (await readVersions(tx, plan, moment, id))[0];
  const journey = await readJourney(tx, plan.workspaceId, plan.id, id);
  return journey?.deletedAt === null ? journey : undefined;
}

interface VersionRow extends Omit<Journey, 'steps' | 'updatedBy'> {
  readonly steps: unknown;
  readonly byId: string;
  readonly byName: string;
}

/** Of each journey, or of one, the last version until a moment; without those that were deleted then. */
async function readVersions(tx: Tx, plan: PlanRef, until: Date, id: string | null): Promise<Journey[]> {
  const rows = await tx.$queryRaw<VersionRow[]>`
    select v.journey_id as id, v.name, v.folded_key as "foldedKey", v.description, v.steps, v.version as "lockVersion",
      v.at as "updatedAt", u.id as "byId", u.name as "byName", j.deleted_at as "deletedAt"
    from journeys j
    join lateral (
      select * from journey_versions v
      where v.journey_id = j.id and v.plan_id = j.plan_id and v.at <= ${until}
      order by v.version desc limit 1
    ) v on not v.is_deleted
    join users u on u.id = v.by_id
    where j.workspace_id = ${plan.workspaceId} and j.plan_id = ${plan.id} and (${id}::text is null or j.id = ${id})
    order by v.folded_key, v.journey_id
    limit 500`;
  const journeys = rows.map(({ steps, byId, byName, ...row }) => ({
    ...row,
    steps: stepsSchema.parse(steps),
    updatedBy: { id: byId, name: byName },
  }));
  const kept = await knownJourneyImages(tx, plan.workspaceId, plan.id, journeys.flatMap(digestsOf));
  const withKept = (step: StoredStep) =>
    step.imageDigest === null || kept.has(step.imageDigest) ? step : { ...step, image: null };
  return journeys.map((journey) => ({ ...journey, steps: journey.steps.map(withKept) }));
}

const digestsOf = ({ steps }: Pick<Journey, 'steps'>) => steps.flatMap(({ imageDigest }) => imageDigest ?? []);
