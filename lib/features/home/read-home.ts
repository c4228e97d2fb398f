import 'server-only';
import type { Home, Progress, Waiting, WatchedChange } from '@/lib/contracts/home';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { includesRole } from '@/lib/domain/access/roles';
import { ownersHere } from '@/lib/domain/plan/ownership';
import { mentionOf } from '@/lib/domain/plan-query/item-ref';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { log } from '@/lib/infra/log';
import { ok, type Result } from '@/lib/kit/result';
import { type ChangeRequestEntry, listChangeRequests } from '@/lib/store/change-request-list';
import { readChangeRequestRefs } from '@/lib/store/change-request-refs';
import { listMemberIds } from '@/lib/store/memberships';
import { listNotifications } from '@/lib/store/notifications';
import { listPlans, type Plan } from '@/lib/store/plans';
import { listLastChanges } from '@/lib/store/revisions';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { listTeams } from '@/lib/store/teams';
import { listWatches } from '@/lib/store/watches';
import { listMoved } from './list-moved';
import { planHealth } from './plan-health';

const weekMs = 7 * 86_400_000;
const shown = 10;

/** What waits for the actor in the workspace. A section that fails says so and leaves the others as they are. */
export async function readHome(actor: Actor): Promise<Result<Home, AccessDenied>> {
  const allowed = can(actor, 'home.read');
  if (!allowed.ok) return allowed;
  const plans = await listPlans(prisma(), actor.workspaceId, { archived: false });
  const [progress, waiting, drafts, watched, health] = await Promise.all([
    section('progress', async () => [await readProgress(actor, plans)]),
    section('waiting', () => readWaiting(actor, plans)),
    section('drafts', () => readDrafts(actor)),
    section('watched', () => readWatched(actor, plans)),
    includesRole(actor.role, 'approver') ? section('health', () => readHealth(actor, plans)) : null,
  ]);
  return ok({ progress, waiting, drafts, watched, health });
}

async function readProgress({ workspaceId, userId }: Actor, plans: readonly Plan[]): Promise<Progress> {
  const tx = prisma();
  const any = { limit: 1 };
  const [all, through, watches] = await Promise.all([
    listChangeRequests(tx, workspaceId, {}, any),
    listChangeRequests(tx, workspaceId, { statuses: ['approved', 'merged'] }, any),
    listWatches(tx, workspaceId, userId),
  ]);
  const planIn = plans.some((plan) => plan.headRelease > 0);
  return { planIn, proposed: all.total > 0, approved: through.total > 0, watching: watches.length };
}

async function section<T>(
  name: string,
  read: () => Promise<T[]>,
): Promise<{ state: 'ready'; rows: T[] } | { state: 'failed' }> {
  try {
    return { state: 'ready', rows: await read() };
  } catch (error) {
    log.error({ err: error, section: name }, 'a section of home failed');
    return { state: 'failed' };
  }
}

async function readWaiting(actor: Actor, plans: readonly Plan[]): Promise<Waiting[]> {
  const tx = prisma();
  const { workspaceId, userId, teamIds } = actor;
  const page = { limit: shown };
  const [asked, returned, moved, news] = await Promise.all([
    listChangeRequests(
      tx,
      workspaceId,
      { statuses: ['in-review', 'changes-requested'], askedOf: { userId, teamIds }, notContributorId: userId },
      page,
    ),
    listChangeRequests(tx, workspaceId, { statuses: ['changes-requested'], authorId: userId }, page),
    listMoved(actor, plans),
    listNotifications(tx, workspaceId, userId, { tab: 'inbox', unread: true }, { limit: 100 }, now()),
  ]);
  const rows = [
    ...asked.items.map((entry) => waitingOf(entry, 'review')),
    ...returned.items.map((entry) => waitingOf(entry, 'changes-requested')),
  ];
  const known = new Set(rows.map((row) => `${row.planSlug} ${row.number}`));
  for (const row of moved.map((entry) => waitingOf(entry, 'conflict'))) {
    if (known.has(`${row.planSlug} ${row.number}`)) continue;
    known.add(`${row.planSlug} ${row.number}`);
    rows.push(row);
  }
  const told = news.items.flatMap((one) => {
    const reason = reasonOf(one.reasons);
    return reason && one.changeRequestId ? [{ id: one.changeRequestId, reason, since: one.updatedAt }] : [];
  });
  const requests = await readChangeRequestRefs(
    tx,
    workspaceId,
    told.map((one) => one.id),
  );
  for (const { id, reason, since } of told) {
    const request = requests.get(id);
    const key = request && `${request.planSlug} ${request.number}`;
    if (!request || !key || known.has(key)) continue;
    known.add(key);
    const { planSlug, number, title, author } = request;
    rows.push({ reason, planSlug, number, title, since: since.toISOString(), authorName: author.name });
  }
  return rows.slice(0, 2 * shown);
}

/** Reasons of news that ask their reader for something; the rest only informs. */
function reasonOf(reasons: readonly string[]): Waiting['reason'] | null {
  if (reasons.some((reason) => reason === 'consumer')) return 'acknowledge';
  return reasons.some((reason) => reason === 'mentioned') ? 'reply' : null;
}

function waitingOf(entry: ChangeRequestEntry, reason: Waiting['reason']): Waiting {
  const { planSlug, number, title, submittedAt, updatedAt, author } = entry;
  return { reason, planSlug, number, title, since: (submittedAt ?? updatedAt).toISOString(), authorName: author.name };
}

async function readDrafts(actor: Actor) {
  const page = await listChangeRequests(
    prisma(),
    actor.workspaceId,
    { statuses: ['draft'], contributorId: actor.userId },
    { limit: shown },
  );
  return page.items.map(({ planSlug, number, title, status, updatedAt }) => ({
    planSlug,
    number,
    title,
    status,
    updatedAt: updatedAt.toISOString(),
  }));
}

async function readWatched(actor: Actor, plans: readonly Plan[]): Promise<WatchedChange[]> {
  const tx = prisma();
  const since = now().getTime() - weekMs;
  const watches = await listWatches(tx, actor.workspaceId, actor.userId);
  const rows: WatchedChange[] = [];
  for (const plan of plans) {
    const ids = watches
      .filter((watch) => watch.planId === plan.id && watch.targetKind === 'item')
      .map((watch) => watch.targetId);
    const changes = await listLastChanges(tx, actor.workspaceId, plan.id, ids);
    const recent = changes.filter((change) => change.at.getTime() >= since);
    if (recent.length === 0) continue;
    const snapshot = await loadSnapshot(tx, actor.workspaceId, plan.id, plan.headRelease);
    for (const { itemId, release, at, significance } of recent) {
      const item = snapshot.items.get(itemId);
      if (item) rows.push({ planSlug: plan.slug, item: mentionOf(item), release, at: at.toISOString(), significance });
    }
  }
  return rows.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, 2 * shown);
}

async function readHealth(actor: Actor, plans: readonly Plan[]) {
  const rows = [];
  const [members, teams] = await Promise.all([
    listMemberIds(prisma(), actor.workspaceId),
    listTeams(prisma(), actor.workspaceId, { archived: false }),
  ]);
  const isHere = ownersHere(
    members,
    teams.map(({ id }) => id),
  );
  for (const plan of plans) {
    const snapshot = await loadSnapshot(prisma(), actor.workspaceId, plan.id, plan.headRelease);
    rows.push(planHealth(plan, snapshot, now(), isHere));
  }
  return rows;
}
