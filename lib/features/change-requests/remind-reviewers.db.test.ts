import { beforeAll, describe, expect, it } from 'vitest';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import { afterWorkingDays } from '@/lib/domain/review/working-days';
import { removeAbsence, saveAbsence } from '@/lib/features/absences/absence';
import { listInbox } from '@/lib/features/inbox/list-inbox';
import { tell } from '@/lib/features/inbox/tell';
import { addPlan } from '@/lib/features/testing/plan';
import { addPerson, createWorld, type Persona, type World } from '@/lib/features/testing/world';
import { atMoment, now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import type { TaskPayload } from '@/lib/infra/jobs/tasks';
import { newId } from '@/lib/kit/id';
import { must } from '@/lib/kit/must';
import { createTeam, setTeamMembers } from '@/lib/store/teams';
import { askReviewOf, suggestReviewersOf, takeOverReviewOf } from './ask-review';
import { createChangeRequest } from './create-change-request';
import { commentOnChangeRequest } from './moves';
import { remindReviewers } from './remind-reviewers';

let world: World;
let plan: string;
let second: Persona;
let teamId: string;

const dayMs = 86_400_000;
const later = (days: number) => new Date(now().getTime() + days * dayMs);
/** A little after so many working days, whatever day it is. */
const inWorkingDays = (days: number) => new Date(afterWorkingDays(now(), days).getTime() + 3_600_000);
const day = (days: number) => later(days).toISOString().slice(0, 10);

beforeAll(async () => {
  world = await createWorld();
  plan = (await addPlan(world)).slug;
  second = await addPerson(world.workspaceId, 'approver');
  teamId = newId('tm');
  const team = { id: teamId, slug: teamId.slice(3), name: 'Growth', description: '', createdAt: now() };
  await createTeam(prisma(), world.workspaceId, team);
  await setTeamMembers(prisma(), world.workspaceId, teamId, [world.people.approver.userId, second.userId]);
});

/** A request of the contributor that nobody is asked to review by now. */
async function request(): Promise<ChangeRequestView> {
  const items = [{ kind: 'event', namespace: null, name: `Cart ${newId('x')}`, content: {} }];
  const input = { plan, title: 'Carts', reason: 'Growth asked', items: items as never, submit: true };
  const view = must(await createChangeRequest(world.people.contributor.actor, input));
  await prisma().reviewRequest.deleteMany({ where: { changeRequestId: view.id } });
  return view;
}

const ask = (view: ChangeRequestView, who: { userId: string } | { teamId: string }) =>
  askReviewOf(world.people.contributor.actor, { plan, number: view.number, ...who });

/** What the outbox tells of a request, but for the asks themselves. */
async function told(view: ChangeRequestView): Promise<string[][]> {
  const rows = await prisma().$queryRaw<{ payload: TaskPayload<'tell'> }[]>`
    select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'tell' and j.payload->>'requestId' = ${view.id} order by j.id`;
  for (const { payload } of rows) await tell(payload);
  return rows.flatMap(({ payload }) =>
    payload.events.flatMap((event) => ('userId' in event ? [[event.type.slice(15), event.userId]] : [])),
  );
}

const inboxOf = async (person: Persona) =>
  must(await listInbox(person.actor, { tab: 'everything', limit: 50 })).items.map(({ news }) => [
    news.request?.number,
    news.kind,
    news.words,
  ]);

describe('asking for a review', () => {
  it('suggests who can meet a requirement with the reason, and chooses one of a team whom others may relieve', async () => {
    const { approver, viewer, contributor } = world.people;
    const view = await request();
    const place = { plan, number: view.number };
    must(await ask(await request(), { userId: approver.userId }));
    const suggested = must(await suggestReviewersOf(viewer.actor, place));
    const load = (person: Persona) => suggested.people.find((one) => one.person.id === person.userId)?.openReviews;
    expect([load(approver), load(second), load(contributor)]).toEqual([1, 0, undefined]);
    expect(suggested.teams).toMatchObject([{ name: 'Growth', chosen: { id: second.userId } }]);
    const asked = must(await ask(view, { teamId }));
    expect(asked.asks).toMatchObject([{ person: { id: second.userId }, team: { name: 'Growth' }, mayTakeOver: false }]);
    const take = (by: Persona) => takeOverReviewOf(by.actor, { ...place, user: second.userId });
    expect(await take(world.people.admin)).toMatchObject({ error: { code: 'review.not-entitled' } });
    const taken = must(await take({ ...approver, actor: { ...approver.actor, teamIds: [teamId] } }));
    expect(taken.asks).toMatchObject([{ person: { id: approver.userId }, team: { name: 'Growth' } }]);
    expect(await ask(view, { userId: viewer.userId })).toMatchObject({ error: { code: 'review.not-entitled' } });
  });
});

describe('a substitute', () => {
  it('is a member who may review, for days to come', async () => {
    const { viewer, approver } = world.people;
    const save = (substituteId: string, from = day(0), until = day(3)) =>
      saveAbsence(approver.actor, { substituteId, from, until });
    const unusable = { error: { code: 'absence.unusable' } };
    expect(await save(viewer.userId)).toMatchObject(unusable);
    expect(await save(approver.userId)).toMatchObject(unusable);
    expect(await save((await createWorld()).people.admin.userId)).toMatchObject(unusable);
    expect(await save(second.userId, day(2), day(1))).toMatchObject(unusable);
    expect(await save(second.userId, day(-5), day(-2))).toMatchObject(unusable);
    expect(must(await save(second.userId))).toMatchObject({
      absence: { substitute: { id: second.userId }, isAway: true },
    });
  });

  it('is asked in the stead of who is away, and both are told', async () => {
    const { approver } = world.people;
    const view = await request();
    const asked = must(await ask(view, { userId: approver.userId }));
    expect(asked.asks).toMatchObject([{ person: { id: second.userId }, standsInFor: { id: approver.userId } }]);
    await told(view);
    expect(await inboxOf(second)).toContainEqual([view.number, 'review-asked', expect.stringContaining('asked')]);
    expect(await inboxOf(approver)).toContainEqual([view.number, 'commented', expect.stringContaining('is away')]);
    must(await removeAbsence(approver.actor));
    expect(await removeAbsence(approver.actor)).toMatchObject({ error: { code: 'absence.not-found' } });
  });
});

describe('reminders', () => {
  it('come once to who was asked, then once to the author with somebody else, however many processes run', async () => {
    const { approver, contributor } = world.people;
    const view = await request();
    must(await ask(view, { userId: approver.userId }));
    const run = (workingDays: number) =>
      atMoment(
        inWorkingDays(workingDays),
        async () => void (await Promise.all([1, 2, 3].map(() => remindReviewers()))),
      );
    await run(1);
    expect(await told(view)).toEqual([['review-asked', approver.userId]]);
    await run(2);
    await run(3);
    const reminded = [
      ['review-asked', approver.userId],
      ['review-reminded', approver.userId],
    ];
    expect(await told(view)).toEqual(reminded);
    await run(4);
    await run(30);
    expect(await told(view)).toEqual([...reminded, ['review-unanswered', approver.userId]]);
    const [, kind, words] = (await inboxOf(contributor)).find(([number]) => number === view.number) ?? [];
    expect([kind, words]).toEqual(['commented', expect.stringMatching(/has not answered since .* could be asked: /u)]);
  });

  it('never come to who is away, nor to who has answered', async () => {
    const { approver } = world.people;
    const [away, answered] = [await request(), await request()];
    for (const view of [away, answered]) must(await ask(view, { userId: approver.userId }));
    must(await commentOnChangeRequest(approver.actor, { plan, number: answered.number, body: 'Reading it.' }));
    must(await saveAbsence(approver.actor, { substituteId: second.userId, from: day(0), until: day(20) }));
    await atMoment(inWorkingDays(2), remindReviewers);
    expect(await told(away)).toEqual([
      ['review-asked', approver.userId],
      ['review-asked', second.userId],
      ['stood-in', approver.userId],
    ]);
    expect(await told(answered)).toEqual([['review-asked', approver.userId]]);
    await atMoment(inWorkingDays(5), remindReviewers);
    expect((await told(away)).at(-1)).toEqual(['review-reminded', second.userId]);
  });
});
