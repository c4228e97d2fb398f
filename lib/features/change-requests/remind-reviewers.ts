import 'server-only';
import { standInFor } from '@/lib/domain/review/ask-review';
import { assess } from '@/lib/domain/review/assess';
import { personName } from '@/lib/domain/review/people';
import { suggestReviewers } from '@/lib/domain/review/suggest-reviewers';
import { afterWorkingDays } from '@/lib/domain/review/working-days';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { inTransaction, type Tx } from '@/lib/infra/db/transaction';
import { addJob } from '@/lib/infra/jobs/add-job';
import { listAway } from '@/lib/store/absences';
import { writeAudit } from '@/lib/store/audit';
import { lockChangeRequest } from '@/lib/store/change-requests';
import { readPlan } from '@/lib/store/plans';
import { claimReminder, listUnanswered, noteAsks, readAvailability, type UnansweredAsk } from '@/lib/store/review-asks';
import { setReviewers } from '@/lib/store/verdicts';
import { readWorld } from './world';

/**
 * Reminds of reviews that were asked and not answered: after the working days that the plan sets the person, and after
 * as many again the author, with somebody else to ask. Each happens once, however many processes run this. Who is away
 * is never reminded; their substitute is asked.
 */
export async function remindReviewers(): Promise<void> {
  const at = now();
  const away = new Map<string, ReadonlyMap<string, string>>();
  for (const ask of await listUnanswered(prisma(), at)) {
    const due = afterWorkingDays(ask.at, ask.remindedAt ? 2 * ask.reminderDays : ask.reminderDays);
    if (due > at) continue;
    const known = away.get(ask.workspaceId) ?? (await listAway(prisma(), ask.workspaceId, at));
    away.set(ask.workspaceId, known);
    await inTransaction(async (tx) => {
      if (known.has(ask.userId)) await passOn(tx, ask, at);
      else if (ask.remindedAt === null) await remind(tx, ask, at);
      else await tellAuthor(tx, ask, at);
    });
  }
}

type Event = Parameters<typeof addJob<'tell'>>[2]['events'][number];

async function news(tx: Tx, ask: UnansweredAsk, actorId: string, events: Event[]): Promise<void> {
  const { workspaceId, planId, changeRequestId } = ask;
  await addJob(tx, 'tell', { workspaceId, planId, requestId: changeRequestId, actorId, events });
}

async function remind(tx: Tx, ask: UnansweredAsk, at: Date): Promise<void> {
  if (!(await claimReminder(tx, ask.id, 'remindedAt', at))) return;
  const request = await lockChangeRequest(tx, ask.workspaceId, ask.planId, ask.number);
  if (!request) return;
  const words = `still waits for your review, asked ${ask.at.toISOString().slice(0, 10)}`;
  const about = { requestId: request.id, actorId: request.authorId, at: at.toISOString(), words };
  await news(tx, ask, request.authorId, [{ type: 'change-request.review-reminded', userId: ask.userId, ...about }]);
}

/** The person is away: their substitute is asked anew, with as much time; without one who may review it waits for their return. */
async function passOn(tx: Tx, ask: UnansweredAsk, at: Date): Promise<void> {
  const found = await worldOf(tx, ask);
  if (!found?.request.reviewerIds.includes(ask.userId)) return;
  const { request, world } = found;
  const by = standInFor(ask.userId, request, world.people, world.away ?? new Map());
  if (by === undefined || request.reviewerIds.includes(by)) return;
  const after = request.reviewerIds.map((id) => (id === ask.userId ? by : id));
  await setReviewers(tx, ask.workspaceId, request.id, request.reviewerIds, after, at);
  const name = personName(world.people, by);
  const about = { requestId: request.id, actorId: request.authorId, at: at.toISOString() };
  const events: Event[] = [
    {
      type: 'change-request.review-asked',
      userId: by,
      viaTeamId: ask.viaTeamId,
      ...about,
      words: 'waits for your review',
    },
    {
      ...{ type: 'change-request.stood-in', userId: ask.userId, by, ...about },
      words: `asks ${name} to review it, since you are away`,
    },
  ];
  await noteAsks(tx, ask.workspaceId, request.id, events);
  await writeAudit(tx, ask.workspaceId, {
    ...{ at, actorId: null, via: 'system', action: 'change-request.stood-in' },
    ...{ subjectKind: 'change-request', subjectId: request.id },
    detail: {
      ...{ number: request.number, planId: ask.planId, userId: ask.userId, by },
      words: `asked ${name} to review it, since ${personName(world.people, ask.userId)} is away`,
    },
  });
  await news(tx, ask, request.authorId, events);
}

async function tellAuthor(tx: Tx, ask: UnansweredAsk, at: Date): Promise<void> {
  if (!(await claimReminder(tx, ask.id, 'authorToldAt', at))) return;
  const found = await worldOf(tx, ask);
  if (!found) return;
  const { request, world } = found;
  const { requirements } = assess(request, world);
  const availability = await readAvailability(tx, ask.workspaceId, at);
  const [other] = suggestReviewers(request, requirements, world.people, world.head, availability).filter(
    ({ userId, isAway }) => !isAway && userId !== ask.userId,
  );
  const hint = other
    ? `${personName(world.people, other.userId)} could be asked: ${other.reason}`
    : 'nobody else can be asked';
  const words = `has not answered since ${ask.at.toISOString().slice(0, 10)}; ${hint}`;
  const about = { requestId: request.id, actorId: ask.userId, at: at.toISOString(), words };
  await news(tx, ask, ask.userId, [{ type: 'change-request.review-unanswered', userId: ask.userId, ...about }]);
}

async function worldOf(tx: Tx, ask: UnansweredAsk) {
  const request = await lockChangeRequest(tx, ask.workspaceId, ask.planId, ask.number);
  const plan = await readPlan(tx, ask.workspaceId, ask.planId);
  const world = plan && (await readWorld(tx, plan));
  return request && world?.ok ? { request, world: world.value } : undefined;
}
