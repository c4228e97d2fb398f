import 'server-only';
import { type News, newsSchema } from '@/lib/contracts/inbox';
import { type Heard, heardOf } from '@/lib/contracts/news-items';
import { diffPlans } from '@/lib/domain/diff/diff-plans';
import { impactOf } from '@/lib/domain/impact/impact-of';
import { recipientsOfMerge } from '@/lib/domain/impact/recipients-of-merge';
import { factsOf } from '@/lib/domain/notify/facts';
import { overlay, type Snapshot } from '@/lib/domain/plan/snapshot';
import { effectiveClaims } from '@/lib/domain/review/assess';
import { isFinished } from '@/lib/domain/review/change-request';
import type { ReviewEvent } from '@/lib/domain/review/event';
import { type People, personName } from '@/lib/domain/review/people';
import { classifyPlanDiff } from '@/lib/domain/significance/classify-plan-diff';
import { becauseOf } from '@/lib/domain/watch/because';
import { asksWhenChanged, hearWatches, mutesOf } from '@/lib/domain/watch/hear';
import { prisma } from '@/lib/infra/db/client';
import { inTransaction } from '@/lib/infra/db/transaction';
import type { TaskPayload } from '@/lib/infra/jobs/tasks';
import type { LoadedChangeRequest } from '@/lib/store/change-request-json';
import { readChangeRequestById } from '@/lib/store/change-requests';
import { addNotifications, settleNotifications } from '@/lib/store/notifications';
import { readPlanHistory } from '@/lib/store/plan-history';
import { type Plan, readPlan } from '@/lib/store/plans';
import { readRelease } from '@/lib/store/releases';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { listWatchersOf } from '@/lib/store/watches';
import { namesOf, readPeople } from './read-people';
import { requestNewsOf } from './request-news';
import { type OutgoingNews, sendOut } from './send-out';

interface Told {
  readonly job: TaskPayload<'tell'>;
  readonly plan: Plan;
  readonly request: LoadedChangeRequest;
  readonly people: People;
}

/**
 * Tells everybody entitled what a move on a change request means for them, from the state after its commit. Entries are
 * one per person and release or request, so a second run changes nothing. Who did it hears nothing of it.
 */
export async function tell(job: TaskPayload<'tell'>): Promise<void> {
  const db = prisma();
  const plan = await readPlan(db, job.workspaceId, job.planId);
  const request = await readChangeRequestById(db, job.workspaceId, job.requestId);
  if (!plan || !request) return;
  const told: Told = { job, plan, request, people: await readPeople(db, job.workspaceId) };
  const isMerge = job.events.some((event) => event.type === 'change-request.merged');
  const news = isMerge ? await releaseNews(told) : await requestNews(told);
  const subjectKey = requestKey(request.id);
  await inTransaction(async (tx) => {
    if (news) {
      await addNotifications(tx, job.workspaceId, news.told);
      await sendOut(tx, job.workspaceId, news);
    }
    const last = job.events.at(-1);
    // Being named stays a question to answer, also on a request that is finished.
    if (!last || job.events.every((event) => event.type === 'change-request.mentioned')) return;
    // What a request asked of people is over with it, and what it asked of one person with their answer.
    const userId = isFinished(request) ? undefined : job.actorId;
    if (isFinished(request) || job.events.some(isVerdict))
      await settleNotifications(tx, job.workspaceId, { subjectKey, userId }, new Date(last.at));
  });
}

function isVerdict({ type }: ReviewEvent): boolean {
  return (
    type === 'change-request.approved' ||
    type === 'change-request.changes-requested' ||
    type === 'change-request.commented'
  );
}

function requestKey(requestId: string): string {
  return `cr:${requestId}`;
}

async function releaseNews({ job, plan, request, people }: Told): Promise<OutgoingNews | undefined> {
  if (request.mergedRelease === null) return undefined;
  const release = await readRelease(prisma(), job.workspaceId, plan.id, request.mergedRelease);
  if (!release) return undefined;
  const before = await loadSnapshot(prisma(), job.workspaceId, plan.id, release.number - 1);
  const after = await loadSnapshot(prisma(), job.workspaceId, plan.id, release.number);
  const changes = classifyPlanDiff(before, after, diffPlans(before, after), effectiveClaims(request));
  const watchers = await listWatchersOf(prisma(), job.workspaceId, plan.id);
  const today = release.createdAt.toISOString().slice(0, 10);
  const history = asksWhenChanged(watchers) ? await readPlanHistory(prisma(), job.workspaceId, before) : undefined;
  const world = { before, after, people, today, releasedAt: (number: number) => history?.releasedAt.get(number) };
  const impact = impactOf(before, changes, watchers, today, world);
  const hearings = Map.groupBy(hearWatches(changes, watchers, world), (one) => one.userId);
  const names = namesOf(before, after, people);
  const heard = remembering((itemIds) => heardOf(changes, before, after, names, itemIds));
  const at = { number: release.number, at: release.createdAt.toISOString() };
  const newsFor = (itemIds: readonly string[]) => {
    const what = heard(itemIds);
    const important = what.significance === 'meaning' || what.significance === 'breaking';
    return newsOf(
      what,
      { kind: 'released', important, words: `merged it as release ${release.number}`, release: at },
      { job, plan, request, people },
    );
  };
  const merge = { requestId: request.id, authorId: request.authorId, mergedBy: job.actorId };
  const recipients = recipientsOfMerge(impact, merge, watchers, people);
  const because = (userId: string, itemIds: readonly string[]) => {
    const person = people.persons.get(userId) ?? { id: userId, teamIds: [] };
    const named = (id: string) => (id === plan.id ? plan.name : names(id));
    return becauseOf(person, new Set(itemIds), { impact, hearings: hearings.get(userId) ?? [] }, named);
  };
  // Most people hear the same for the same reason: one object, which is then written to the database once.
  const payloads = new Map<string, News>();
  const payloadOf = (itemIds: readonly string[], why: News['because']): News => {
    const key = JSON.stringify([[...itemIds].sort(), why]);
    const known = payloads.get(key) ?? { ...newsFor(itemIds), because: why };
    payloads.set(key, known);
    return known;
  };
  const subjectKey = `release:${plan.id}:${release.number}`;
  return {
    ...{ plan, planId: plan.id, kind: 'released', subjectKey, at: release.createdAt, newsOf: newsFor },
    facts: factsOf(changes, before, after),
    personal: recipients.map(({ userId, reasons, itemIds }) => ({ userId, kind: 'released', reasons, itemIds })),
    told: recipients.map(({ userId, reasons, itemIds }) => ({
      ...aboutRequest(plan, request),
      userId,
      release: release.number,
      subjectKey,
      reasons,
      payload: payloadOf(itemIds, because(userId, itemIds)),
      at: release.createdAt,
    })),
  };
}

/** Whom somebody turned to by name hears of it even of a request that they muted. */
const asksForReader: ReadonlySet<string> = new Set(['review-asked', 'mentioned']);

async function requestNews(told: Told): Promise<OutgoingNews | undefined> {
  const { job, plan, request, people } = told;
  const { isRequestMuted } = mutesOf(await listWatchersOf(prisma(), job.workspaceId, plan.id));
  const news = requestNewsOf(job.events, request, new Set(people.persons.keys())).filter(
    ({ userId, reasons }) => reasons.some((one) => asksForReader.has(one)) || !isRequestMuted(userId, request.id),
  );
  const submitted = job.events.find((event) => event.type === 'change-request.submitted');
  const last = job.events.at(-1);
  if (!last || (news.length === 0 && !submitted)) return undefined;
  const [before, after] = await statesOf(told);
  const changes = classifyPlanDiff(before, after, diffPlans(before, after), effectiveClaims(request));
  const heard = remembering((itemIds) => heardOf(changes, before, after, namesOf(before, after, people), itemIds));
  const asked = { kind: 'review-asked', important: true, words: submitted?.words ?? '', release: null } as const;
  return {
    ...{ plan, planId: plan.id, subjectKey: requestKey(request.id), at: new Date(last.at) },
    // Only what asks for reviews concerns more than those it is told to.
    kind: submitted && !isFinished(request) ? 'review-asked' : 'other',
    newsOf: (itemIds) => newsOf(heard(itemIds), asked, told),
    facts: factsOf(changes, before, after),
    personal: news.map(({ userId, kind, reasons, itemIds }) => ({
      ...{ userId, kind, reasons },
      itemIds: itemIds ?? changes.map((change) => change.itemId),
    })),
    told: news.map(({ userId, kind, reasons, important, words, itemIds, at }) => ({
      ...aboutRequest(plan, request),
      userId,
      release: null,
      subjectKey: requestKey(request.id),
      reasons,
      payload: newsOf(heard(itemIds), { kind, important, words, release: null }, told),
      at: new Date(at),
    })),
  };
}

/** An open request is told against the plan as it is; a merged one against what it was merged into. */
async function statesOf({ job, plan, request }: Told): Promise<[Snapshot, Snapshot]> {
  const base = request.mergedRelease === null ? plan.headRelease : request.mergedRelease - 1;
  const before = await loadSnapshot(prisma(), job.workspaceId, plan.id, base);
  return [before, overlay(before, request.changes)];
}

function aboutRequest(plan: Plan, request: LoadedChangeRequest) {
  return { planId: plan.id, changeRequestId: request.id };
}

function newsOf(
  heard: Heard,
  about: Pick<News, 'kind' | 'important' | 'words' | 'release'>,
  { job, request, people }: Told,
): News {
  const { number, title, reason } = request;
  const { items, omitted, significance, consequence, line } = heard;
  // Parsed here, so that what no reader could understand fails and is told again rather than stored.
  return newsSchema.parse({
    ...about,
    actor: personName(people, job.actorId),
    request: { number, title, reason },
    significance,
    consequence,
    line,
    items,
    omitted,
  });
}

/** Most people hear of the same items, which are then put into words once. */
function remembering(hear: (itemIds: readonly string[] | undefined) => Heard): typeof hear {
  const known = new Map<string, Heard>();
  return (itemIds) => {
    const key = itemIds === undefined ? '*' : [...itemIds].sort().join(' ');
    const before = known.get(key);
    if (before) return before;
    const heard = hear(itemIds);
    known.set(key, heard);
    return heard;
  };
}
