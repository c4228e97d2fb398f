import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { significances } from '@/lib/domain/plan/significance';
import { decideMerge, type MergeDecision } from '@/lib/domain/review/merge-decision';
import type { ItemChange } from '@/lib/domain/significance/classified';
import { now } from '@/lib/infra/clock';
import { inTransaction, type Tx } from '@/lib/infra/db/transaction';
import { sameJson } from '@/lib/kit/canonical';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import { lockChangeRequest, readChangeRequest } from '@/lib/store/change-requests';
import { ensureItems } from '@/lib/store/items';
import { holdWorkspaceMembers } from '@/lib/store/memberships';
import { type NewRevision, writeRelease } from '@/lib/store/merge';
import { lockPlan, readPlan } from '@/lib/store/plans';
import { askToCount } from '@/lib/store/release-health';
import { type Opened, type RequestError, type RequestPlace, saveMove, withDetail } from './make-move';
import { recordMove } from './record-move';
import { readWorld } from './world';

/** What a merge made. */
export interface Merged {
  readonly release: number;
  readonly changes: number;
  readonly summary: string;
}

/**
 * Merges a request: new release, revisions closed and opened, request merged, audit and outbox, all in one transaction.
 * The request's row is locked first, the plan's second, the members third, so that nothing moves between the decision and
 * the write.
 */
export async function mergeChangeRequest(actor: Actor, input: RequestPlace): Promise<Result<Merged, RequestError>> {
  const allowed = can(actor, 'change-request.merge');
  if (!allowed.ok) return allowed;
  const prepared = await prepare(actor, input);
  return inTransaction<Result<Merged, RequestError>>(async (tx) => {
    const opened = await open(tx, actor, input, 'locked');
    if (!opened.ok) return opened;
    const stands = prepared && hasStayed(prepared.opened, opened.value);
    const { opened: basis, decision } = stands ? prepared : decide(opened.value);
    if (!decision.ok) return err(withDetail(decision.error));
    return ok(await writeDecision(tx, actor, basis, decision.value));
  });
}

/**
 * Merges what `decide` allows, under the same locks; `alongside` writes what belongs to the merge besides, before it is
 * recorded. For merges that rest on more than the request itself.
 */
export async function mergeUnderLocks(
  tx: Tx,
  actor: Actor,
  input: RequestPlace,
  decide: (opened: Opened) => Promise<Result<MergeDecision, RequestError>>,
  alongside: (opened: Opened, decision: MergeDecision) => Promise<void>,
): Promise<Result<Merged, RequestError>> {
  const opened = await open(tx, actor, input, 'locked');
  if (!opened.ok) return opened;
  const decision = await decide(opened.value);
  if (!decision.ok) return decision;
  return ok(await writeDecision(tx, actor, opened.value, decision.value, alongside));
}

const decide = (opened: Opened) => ({ opened, decision: decideMerge(opened.before, opened.context) });

/**
 * Decides before any lock is held. Deciding is pure and takes longest, so others wait only for the writing: under the
 * locks the decision stands if nothing that it read has moved, and is otherwise made anew.
 */
async function prepare(actor: Actor, input: RequestPlace) {
  const opened = await inTransaction((tx) => open(tx, actor, input, 'free'));
  return opened.ok ? decide(opened.value) : undefined;
}

/** Whether two readings of a request and its world are the same: each save of a request raises its version. */
function hasStayed(a: Opened, b: Opened): boolean {
  return a.before.lockVersion === b.before.lockVersion && sameJson(factsOf(a), factsOf(b));
}

function factsOf({ before, context: { actor, world } }: Opened) {
  const { head, policy, conventions, excuses, checklist, people, watchers, today } = world;
  const members = [[...people.persons.values()], [...people.teams.values()]];
  return [
    before.id,
    actor.id,
    head.planId,
    head.release,
    policy,
    conventions,
    excuses?.suppressions ?? [],
    checklist ?? [],
    members,
    watchers,
    today,
  ];
}

async function open(
  tx: Tx,
  actor: Actor,
  input: RequestPlace,
  held: 'free' | 'locked',
): Promise<Result<Opened, RequestError>> {
  const found = await readPlan(tx, actor.workspaceId, input.plan);
  if (!found) return err({ code: 'plan.not-found' });
  const readRequest = held === 'locked' ? lockChangeRequest : readChangeRequest;
  const before = await readRequest(tx, actor.workspaceId, found.id, input.number);
  if (!before) return err({ code: 'change-request.not-found' });
  if (input.ifMatch !== undefined && input.ifMatch !== before.lockVersion) return err({ code: 'change-request.stale' });
  const plan = held === 'locked' ? await lockPlan(tx, actor.workspaceId, found.id) : found;
  if (!plan) return err({ code: 'plan.not-found' });
  // Who approved must still be who they were when the release is written.
  if (held === 'locked') await holdWorkspaceMembers(tx, actor.workspaceId);
  const world = await readWorld(tx, plan);
  if (!world.ok) return world;
  const person = world.value.people.persons.get(actor.userId);
  if (!person) return err({ code: 'access.denied', action: 'change-request.merge', needs: 'contributor' });
  return ok({ plan, before, context: { actor: person, at: now().toISOString(), world: world.value } });
}

async function writeDecision(
  tx: Tx,
  actor: Actor,
  opening: Opened,
  decision: MergeDecision,
  alongside?: (opened: Opened, decision: MergeDecision) => Promise<void>,
): Promise<Merged> {
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
      ...(decision.emergency ? { emergency: decision.emergency } : {}),
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
  await askToCount(tx, actor.workspaceId, plan.id);
  await alongside?.(opening, decision);
  await recordMove(tx, actor, plan, decision);
  return { release, changes: revisions.length + closed.length, summary: summary.words };
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
