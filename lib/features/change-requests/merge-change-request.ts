import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { significances } from '@/lib/domain/plan/significance';
import { decideMerge, type MergeDecision } from '@/lib/domain/review/merge-decision';
import type { ItemChange } from '@/lib/domain/significance/classified';
import { now } from '@/lib/infra/clock';
import { inTransaction, type Tx } from '@/lib/infra/db/transaction';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import { lockChangeRequest } from '@/lib/store/change-requests';
import { ensureItems } from '@/lib/store/items';
import { type NewRevision, writeRelease } from '@/lib/store/merge';
import { lockPlan, readPlan } from '@/lib/store/plans';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { type Opened, type RequestError, type RequestPlace, saveMove, withDetail } from './make-move';
import { recordMove } from './record-move';
import { readWorld } from './world';

interface Merged {
  readonly release: number;
  readonly changes: number;
  readonly summary: string;
}

/**
 * Merges a request: new release, revisions closed and opened, request merged, audit and outbox, all in one transaction.
 * The request's row is locked first and the plan's second, so that nothing moves between the decision and the write.
 */
export async function mergeChangeRequest(actor: Actor, input: RequestPlace): Promise<Result<Merged, RequestError>> {
  const allowed = can(actor, 'change-request.merge');
  if (!allowed.ok) return allowed;
  await warmUp(actor, input);
  const merged = await inTransaction<Result<Merged & { planId: string }, RequestError>>(async (tx) => {
    const opened = await openForMerge(tx, actor, input);
    if (!opened.ok) return opened;
    const decision = decideMerge(opened.value.before, opened.value.context);
    if (!decision.ok) return err(withDetail(decision.error));
    await writeDecision(tx, actor, opened.value, decision.value);
    const { release, summary, revisions, closed } = decision.value;
    return ok({
      planId: opened.value.plan.id,
      release,
      changes: revisions.length + closed.length,
      summary: summary.words,
    });
  });
  return merged;
}

/** Loads the plan's head before any lock is held, so that the lock never waits for it. */
async function warmUp(actor: Actor, input: RequestPlace): Promise<void> {
  await inTransaction(async (tx) => {
    const plan = await readPlan(tx, actor.workspaceId, input.plan);
    if (plan) await loadSnapshot(tx, actor.workspaceId, plan.id, plan.headRelease);
  });
}

async function openForMerge(tx: Tx, actor: Actor, input: RequestPlace): Promise<Result<Opened, RequestError>> {
  const found = await readPlan(tx, actor.workspaceId, input.plan);
  if (!found) return err({ code: 'plan.not-found' });
  const before = await lockChangeRequest(tx, actor.workspaceId, found.id, input.number);
  if (!before) return err({ code: 'change-request.not-found' });
  if (input.ifMatch !== undefined && input.ifMatch !== before.lockVersion) return err({ code: 'change-request.stale' });
  const plan = await lockPlan(tx, actor.workspaceId, found.id);
  if (!plan) return err({ code: 'plan.not-found' });
  const world = await readWorld(tx, plan);
  if (!world.ok) return world;
  const person = world.value.people.persons.get(actor.userId);
  if (!person) return err({ code: 'access.denied', action: 'change-request.merge', needs: 'contributor' });
  return ok({ plan, before, context: { actor: person, at: now().toISOString(), world: world.value } });
}

async function writeDecision(tx: Tx, actor: Actor, opening: Opened, decision: MergeDecision): Promise<void> {
  const { plan, before } = opening;
  const { release, revisions, closed, itemChanges, summary, approvers } = decision;
  const significanceOf = new Map(itemChanges.map((change) => [change.itemId, change.own ?? 'editorial']));
  const opened = revisions.map(
    (revision): NewRevision => ({
      revisionId: newId('rn'),
      item: revision.item,
      digest: revision.digest,
      version: revision.version,
      significance: significanceOf.get(revision.item.id) ?? 'editorial',
    }),
  );
  await ensureItems(
    tx,
    actor.workspaceId,
    plan.id,
    revisions.map(({ item }) => item),
  );
  await writeRelease(tx, actor.workspaceId, {
    planId: plan.id,
    number: release,
    changeRequestId: before.id,
    authorId: before.authorId,
    mergedById: actor.userId,
    summary: {
      counts: {
        breaking: summary.breaking,
        meaning: summary.meaning,
        additive: summary.additive,
        editorial: summary.editorial,
      },
      itemCount: revisions.length + closed.length,
      words: sentencesOf(itemChanges),
    },
    record: {
      lockVersion: before.lockVersion,
      changes: before.changes.map(({ itemId, digest, base }) => ({ itemId, digest, baseDigest: base?.digest ?? null })),
      approvers,
    },
    createdAt: now(),
    opened,
    closedItemIds: [
      ...revisions.flatMap(({ item, replaces }) => (replaces === null ? [] : [item.id])),
      ...closed.map(({ itemId }) => itemId),
    ],
  });
  // The request points at its release, so it is saved second; under its lock nobody can have been faster.
  if (!(await saveMove(tx, actor, opening, decision)))
    throw new Error(`change request ${before.id} moved under its lock`);
  await recordMove(tx, actor, plan, decision);
}

const sentencesKept = 5;

/** What a release says of itself: its loudest changes, one sentence each. */
function sentencesOf(itemChanges: MergeDecision['itemChanges']): string[] {
  const loudness = (change: ItemChange) => significances.indexOf(change.own ?? 'editorial');
  const own = itemChanges.filter((change) => change.operation !== 'affected').sort((a, b) => loudness(a) - loudness(b));
  return own.slice(0, sentencesKept).map((change) => {
    const [first] = [...change.differences].sort(
      (a, b) => significances.indexOf(a.significance) - significances.indexOf(b.significance),
    );
    return `${change.name}: ${first?.why ?? 'changed'}`;
  });
}
