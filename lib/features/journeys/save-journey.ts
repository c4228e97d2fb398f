import 'server-only';
import type * as z from 'zod';
import type { createJourneySchema, JourneyView, saveJourneySchema } from '@/lib/contracts/journeys';
import type { Action } from '@/lib/domain/access/actions';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { startSteps } from '@/lib/domain/journey/start-steps';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import { now } from '@/lib/infra/clock';
import { inTransaction, type Tx } from '@/lib/infra/db/transaction';
import { foldName } from '@/lib/kit/fold';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { knownJourneyImages } from '@/lib/store/journey-images';
import { keepJourneyVersion } from '@/lib/store/journey-versions';
import { createJourney as createRow, type Journey, listJourneys, readJourney, saveJourney } from '@/lib/store/journeys';
import { readPlanHistory } from '@/lib/store/plan-history';
import { lockPlan, type Plan, readPlan } from '@/lib/store/plans';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { checkSteps } from './check-steps';
import { type JourneyError, journeyView } from './journey-view';
import { toldOfSteps } from './told-of-steps';

/** A plan with more journeys than this has none that anybody finds. */
const mostJourneys = 200;

type Answer = Promise<Result<JourneyView, JourneyError>>;

/** Begins a journey, empty or with the events of a category. */
export async function createJourney(
  actor: Actor,
  input: { plan: string } & z.output<typeof createJourneySchema>,
): Answer {
  return inPlan(actor, input.plan, 'journey.create', async (place) => {
    const { tx, plan, snapshot } = place;
    const journeys = await listJourneys(tx, actor.workspaceId, plan.id);
    if (journeys.length >= mostJourneys)
      return err({ code: 'journey.too-many', detail: `The plan holds ${mostJourneys} journeys. Delete one first` });
    const words = wordsOf(input);
    const free = nameIsFree(journeys, words, null);
    if (!free.ok) return free;
    const steps =
      input.category === undefined ? [] : startSteps(snapshot, plan.stages, input.category, () => newId('st'));
    const id = newId('jn');
    await createRow(tx, actor.workspaceId, { ...words, id, planId: plan.id, steps, by: actor.userId, at: now() });
    return told(place, actor, id, { action: 'journey.create', detail: { steps: steps.length } });
  });
}

/** Writes a journey whole; refused when somebody changed it since it was read. */
export async function updateJourney(
  actor: Actor,
  input: { plan: string; id: string; ifMatch: number } & z.output<typeof saveJourneySchema>,
): Answer {
  return inPlan(actor, input.plan, 'journey.update', async (place) => {
    const { tx, plan, snapshot } = place;
    const before = await readJourney(tx, actor.workspaceId, plan.id, input.id);
    if (!before || before.deletedAt) return err({ code: 'journey.not-found' });
    const words = wordsOf(input);
    const free = nameIsFree(await listJourneys(tx, actor.workspaceId, plan.id), words, before);
    if (!free.ok) return free;
    const digests = input.steps.flatMap((step) => step.imageDigest ?? []);
    const pictures = await knownJourneyImages(tx, actor.workspaceId, plan.id, digests);
    const checked = checkSteps(input.steps, { stages: plan.stages, snapshot, before: before.steps, pictures });
    if (!checked.ok) return checked;
    const lock = { id: before.id, planId: plan.id, lockVersion: input.ifMatch };
    const next = { ...words, steps: checked.value, deletedAt: null, by: actor.userId, at: now() };
    if (!(await saveJourney(tx, actor.workspaceId, lock, next))) return err({ code: 'journey.stale' });
    const detail = toldOfSteps(before, { ...words, steps: checked.value });
    return told(place, actor, before.id, { action: 'journey.update', detail });
  });
}

/** Deletes a journey; it can be brought back. */
export async function removeJourney(actor: Actor, input: { plan: string; id: string }): Answer {
  return inPlan(actor, input.plan, 'journey.remove', async (place) => {
    const before = await readJourney(place.tx, actor.workspaceId, place.plan.id, input.id);
    if (!before || before.deletedAt) return err({ code: 'journey.not-found' });
    return setDeleted(place, actor, before, { action: 'journey.remove', deletedAt: now() });
  });
}

/** Brings a deleted journey back; one that was not deleted stays as it is. */
export async function restoreJourney(actor: Actor, input: { plan: string; id: string }): Answer {
  return inPlan(actor, input.plan, 'journey.update', async (place) => {
    const { tx, plan } = place;
    const before = await readJourney(tx, actor.workspaceId, plan.id, input.id);
    if (!before) return err({ code: 'journey.not-found' });
    if (before.deletedAt === null) return ok(journeyView(before, await frameOf(place, actor)));
    const free = nameIsFree(await listJourneys(tx, actor.workspaceId, plan.id), before, before);
    if (!free.ok) return free;
    return setDeleted(place, actor, before, { action: 'journey.restore', deletedAt: null });
  });
}

interface Place {
  readonly tx: Tx;
  readonly plan: Plan;
  readonly snapshot: Snapshot;
}

/** The plan while nobody else writes in it, so that no journey has another's name. */
async function inPlan(actor: Actor, slug: string, action: Action, act: (place: Place) => Answer): Answer {
  const allowed = can(actor, action);
  if (!allowed.ok) return allowed;
  return inTransaction<Result<JourneyView, JourneyError>>(async (tx) => {
    const found = await readPlan(tx, actor.workspaceId, slug);
    const plan = found && (await lockPlan(tx, actor.workspaceId, found.id));
    if (!plan || plan.archivedAt) return err({ code: 'plan.not-found' });
    const snapshot = await loadSnapshot(tx, actor.workspaceId, plan.id, plan.headRelease);
    return act({ tx, plan, snapshot });
  });
}

const wordsOf = ({ name, description }: { name: string; description: string }) => ({
  name,
  foldedKey: foldName(name),
  description,
});

function nameIsFree(
  journeys: readonly Journey[],
  { foldedKey }: { readonly foldedKey: string },
  before: Journey | null,
): Result<true, JourneyError> {
  const other = journeys.find((journey) => journey.foldedKey === foldedKey && journey.id !== before?.id);
  return other ? err({ code: 'journey.taken', detail: `There is a journey “${other.name}”` }) : ok(true);
}

async function setDeleted(
  place: Place,
  actor: Actor,
  before: Journey,
  { action, deletedAt }: { action: 'journey.remove' | 'journey.restore'; deletedAt: Date | null },
): Answer {
  const { name, foldedKey, description } = before;
  const next = { name, foldedKey, description, deletedAt, by: actor.userId, at: now() };
  const lock = { id: before.id, planId: place.plan.id, lockVersion: before.lockVersion };
  if (!(await saveJourney(place.tx, actor.workspaceId, lock, next))) return err({ code: 'journey.stale' });
  return told(place, actor, before.id, { action, detail: { steps: before.steps.length } });
}

async function told(
  place: Place,
  actor: Actor,
  id: string,
  { action, detail }: { action: string; detail: Readonly<Record<string, unknown>> },
): Answer {
  const { tx, plan } = place;
  const journey = await readJourney(tx, actor.workspaceId, plan.id, id);
  if (!journey) throw new Error(`journey ${id} was not stored`);
  await keepJourneyVersion(tx, actor.workspaceId, plan.id, journey);
  const view = journeyView(journey, await frameOf(place, actor));
  await writeAudit(tx, actor.workspaceId, {
    ...auditBy(actor),
    action,
    subjectKind: 'journey',
    subjectId: id,
    detail: { planId: plan.id, name: journey.name, ...detail },
  });
  return ok(view);
}

async function frameOf({ tx, plan, snapshot }: Place, actor: Actor) {
  const history = await readPlanHistory(tx, actor.workspaceId, snapshot);
  const releasedAt = history.releasedAt.get(snapshot.release)?.toISOString() ?? null;
  return { stages: plan.stages, snapshot, releasedAt };
}
