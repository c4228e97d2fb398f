import { beforeEach, describe, expect, it } from 'vitest';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import type { InboxEntry } from '@/lib/contracts/inbox';
import { createChangeRequest } from '@/lib/features/change-requests/create-change-request';
import { editChange } from '@/lib/features/change-requests/edit-change';
import { mergeChangeRequest } from '@/lib/features/change-requests/merge-change-request';
import {
  approveChangeRequest,
  closeChangeRequest,
  commentOnChangeRequest,
  requestChangesOf,
} from '@/lib/features/change-requests/moves';
import { readChangeRequestView } from '@/lib/features/change-requests/read-change-request';
import { startThread } from '@/lib/features/change-requests/threads';
import { createTeam } from '@/lib/features/teams/create-team';
import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import { addPerson, createWorld, type Persona, type World } from '@/lib/features/testing/world';
import { watchTarget } from '@/lib/features/watches/watch-target';
import { prisma } from '@/lib/infra/db/client';
import type { TaskPayload } from '@/lib/infra/jobs/tasks';
import { must } from '@/lib/kit/must';
import { removeMembership } from '@/lib/store/memberships';
import { listInbox } from './list-inbox';
import { tell } from './tell';
import { triageEntries, triageEntry } from './triage-entry';

let world: World;
let plan: string;
let author: Persona;
let reviewer: Persona;
let watcher: Persona;
/** Of the event that all of this is about. */
let id: string;

const was = {
  meaning: 'An order was placed.',
  firesWhen: 'The payment is authorised.',
  purpose: 'Revenue.',
  doesNotCount: 'Test orders.',
};
const is = {
  meaning: 'Money for an order is ours.',
  firesWhen: 'The payment is captured.',
  purpose: 'Revenue and refunds.',
  doesNotCount: 'Test orders, and orders by staff.',
  tags: ['revenue'],
};

beforeEach(async () => {
  world = await createWorld();
  author = world.people.contributor;
  reviewer = world.people.approver;
  watcher = world.people.viewer;
  const place = await addPlan(world);
  plan = place.slug;
  id = `ev_${place.planId.slice(3)}`;
  await mergeItems(place, [itemOf('event', 'Order Completed', was, id)]);
});

/** What the outbox holds for this workspace, oldest first. */
async function jobs(): Promise<TaskPayload<'tell'>[]> {
  const rows = await prisma().$queryRaw<{ payload: TaskPayload<'tell'> }[]>`
    select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'tell' and j.payload->>'workspaceId' = ${world.workspaceId} order by j.id`;
  return rows.map((row) => row.payload);
}

/** Runs all of the outbox, from the beginning each time: a job may run twice. */
async function tellAll(): Promise<void> {
  for (const job of await jobs()) await tell(job);
}

async function inbox(
  person: Persona,
  tab: 'important' | 'everything' | 'done' | 'snoozed' = 'everything',
): Promise<InboxEntry[]> {
  return must(await listInbox(person.actor, { tab, limit: 50 })).items;
}

async function propose(content: object): Promise<ChangeRequestView> {
  const items = [{ itemId: id, kind: 'event', namespace: null, name: 'Order Completed', content }];
  return must(
    await createChangeRequest(author.actor, {
      plan,
      title: 'Captured counts',
      reason: 'Finance asked for it',
      items: items as never,
      submit: true,
    }),
  );
}

const coversOf = (view: ChangeRequestView) =>
  view.changes.map(({ itemId, digest, baseDigest }) => ({ itemId, digest, baseDigest }));
const approve = async (by: Persona, view: ChangeRequestView) =>
  must(await approveChangeRequest(by.actor, { plan, number: view.number, covers: coversOf(view), body: '' }));

async function merged(): Promise<ChangeRequestView> {
  const view = await propose(is);
  await approve(reviewer, view);
  must(await mergeChangeRequest(author.actor, { plan, number: view.number }));
  return view;
}

describe('telling of a release', () => {
  it('makes one entry of five changes to a watched event, with before, after and what it does to numbers', async () => {
    must(await watchTarget(watcher.actor, { plan, target: id, level: 'all' }));
    await merged();
    await tellAll();
    const entries = await inbox(watcher);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      reasons: ['watch'],
      readAt: null,
      watched: [{ target: id, name: 'Order Completed', level: 'all' }],
    });
    const news = entries[0]?.news;
    expect(news).toMatchObject({
      kind: 'released',
      important: true,
      significance: 'meaning',
      consequence: 'Numbers before and after are not comparable',
      request: { title: 'Captured counts', reason: 'Finance asked for it' },
      release: { number: 2 },
      omitted: 0,
    });
    expect(news?.items[0]).toMatchObject({ versionBefore: '1.0.0', version: '2.0.0' });
    const differences = news?.items[0]?.differences ?? [];
    expect(differences).toHaveLength(5);
    const fires = differences.find((one) => one.field === 'firesWhen');
    expect(fires).toMatchObject({ before: was.firesWhen, after: is.firesWhen, significance: 'meaning' });
    expect(news?.line).toMatchObject({ name: 'Order Completed' });
    expect(news?.line?.before).not.toBeNull();
  });

  it('tells neither the author nor who merged it', async () => {
    for (const person of [author, reviewer, watcher])
      must(await watchTarget(person.actor, { plan, target: 'plan', level: 'all' }));
    await merged();
    await tellAll();
    const releases = async (person: Persona) =>
      (await inbox(person)).filter((entry) => entry.news.kind === 'released').length;
    expect([await releases(author), await releases(reviewer), await releases(watcher)]).toEqual([0, 1, 1]);
  });

  it('tells exactly those whom the merge box lists, once each, and nobody of wording', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => addPerson(world.workspaceId, 'contributor')));
    const [reads, shares, owns, mutes, watches, bystands] = people;
    if (!reads || !shares || !owns || !mutes || !watches || !bystands) throw new Error('somebody is missing');
    const memberIds = [reads, shares, mutes].map((one) => one.userId);
    const { id: team } = must(
      await createTeam(world.people.admin.actor, { name: 'Finance', description: '', memberIds }),
    );
    const board = (name: string, eventId: string, owner: object) =>
      itemOf('consumer', name, { type: 'dashboard', owner, uses: [{ key: 'a', eventId }] });
    const other = itemOf('event', 'Cart Viewed');
    const person = (one: Persona) => ({ type: 'person', id: one.userId });
    const owner = person(owns);
    await mergeItems({ workspaceId: world.workspaceId, userId: owns.userId, planId: `pl_${id.slice(3)}` }, [
      ...[other, board('Revenue', id, { type: 'team', id: team }), board('Carts', other.id, person(bystands))],
      itemOf('event', 'Order Completed', { ...was, owner }, id),
    ]);
    for (const one of [watches, owns, reviewer, author])
      must(await watchTarget(one.actor, { plan, target: id, level: 'all' }));
    must(await watchTarget(mutes.actor, { plan, target: id, level: 'none' }));
    const everybody = [...people, author, reviewer, world.people.admin, world.people.viewer];
    const merge = async (content: object) => {
      const view = await propose({ ...content, owner });
      await approve(owns, view);
      await approve(reviewer, view);
      const { told } = must(await readChangeRequestView(reviewer.actor, { plan, number: view.number }));
      must(await mergeChangeRequest(reviewer.actor, { plan, number: view.number }));
      await tellAll();
      const heard = await Promise.all(
        everybody.map(async (one) =>
          (await inbox(one)).flatMap(({ news }) =>
            news.kind === 'released' && news.request?.number === view.number ? [one.userId] : [],
          ),
        ),
      );
      return { listed: told.map((one) => one.id).toSorted(), heard: heard.flat().toSorted() };
    };
    const loud = await merge(is);
    expect(loud.listed).toEqual([reads, shares, owns, watches].map((one) => one.userId).toSorted());
    expect(loud.heard).toEqual(loud.listed);
    expect(await merge({ ...is, tags: ['revenue', 'money'] })).toEqual({ listed: [], heard: [] });
  });

  it('tells each watcher as much as they asked for', async () => {
    const [all, numbers, nothing] = await Promise.all([1, 2, 3].map(() => addPerson(world.workspaceId, 'viewer')));
    if (!all || !numbers || !nothing) throw new Error('somebody is missing');
    must(await watchTarget(all.actor, { plan, target: id, level: 'all' }));
    must(await watchTarget(numbers.actor, { plan, target: id, level: 'meaning' }));
    must(await watchTarget(nothing.actor, { plan, target: 'plan', level: 'all' }));
    must(await watchTarget(nothing.actor, { plan, target: id, level: 'none' }));
    const told = async () => Promise.all([all, numbers, nothing].map(async (one) => (await inbox(one)).length));
    const coupon = itemOf('property', 'coupon', { meaning: 'The code that was entered.' });
    await mergeItems({ workspaceId: world.workspaceId, userId: author.userId, planId: `pl_${id.slice(3)}` }, [coupon]);
    const added = await propose({ ...was, properties: [{ propertyId: coupon.id, presence: { kind: 'sometimes' } }] });
    await approve(reviewer, added);
    must(await mergeChangeRequest(author.actor, { plan, number: added.number }));
    await tellAll();
    expect(await told()).toEqual([1, 0, 0]);
    await merged();
    await tellAll();
    expect(await told()).toEqual([2, 1, 0]);
  });

  it('changes nothing when it runs again, and does not undo what the reader did', async () => {
    must(await watchTarget(watcher.actor, { plan, target: id, level: 'all' }));
    await merged();
    await tellAll();
    const [entry] = await inbox(watcher);
    must(await triageEntry(watcher.actor, { id: entry?.id ?? '', action: 'done' }));
    await tellAll();
    expect(await inbox(watcher)).toEqual([]);
    expect((await inbox(watcher, 'done')).map((one) => one.id)).toEqual([entry?.id]);
  });

  it('tells owners and the owners of consumers, with every reason once', async () => {
    const owner = await addPerson(world.workspaceId, 'approver');
    const place = { workspaceId: world.workspaceId, userId: owner.userId, planId: `pl_${id.slice(3)}`, slug: plan };
    const dashboard = itemOf('consumer', 'Revenue', {
      type: 'dashboard',
      owner: { type: 'person', id: owner.userId },
      uses: [{ key: 'a', eventId: id }],
    });
    await mergeItems(place, [
      dashboard,
      itemOf('event', 'Order Completed', { ...was, owner: { type: 'person', id: owner.userId } }, id),
    ]);
    const view = await propose({ ...is, owner: { type: 'person', id: owner.userId } });
    await approve(owner, view);
    must(await mergeChangeRequest(author.actor, { plan, number: view.number }));
    await tellAll();
    const [entry] = (await inbox(owner)).filter((one) => one.news.kind === 'released');
    expect(entry?.reasons).toEqual(['consumer', 'own']);
  });

  it('tells nobody who is no longer a member, and says nothing of it elsewhere', async () => {
    const left = await addPerson(world.workspaceId, 'viewer');
    must(await watchTarget(left.actor, { plan, target: id, level: 'all' }));
    await merged();
    await removeMembership(prisma(), world.workspaceId, left.userId);
    await tellAll();
    const rows = await prisma().$queryRaw<
      { count: number }[]
    >`select count(*)::int as count from notifications where user_id = ${left.userId}`;
    expect(rows[0]?.count).toBe(0);
    const stranger = (await createWorld()).people.admin;
    expect(await inbox(stranger)).toEqual([]);
    const [job] = await jobs();
    if (job) await tell({ ...job, workspaceId: stranger.actor.workspaceId });
    expect(await inbox(stranger)).toEqual([]);
  });
});

describe('telling of a change request', () => {
  it('asks for a review, takes the question back with the answer, and ends with the merge', async () => {
    const view = await propose(is);
    await tellAll();
    expect((await inbox(reviewer)).map(({ news, reasons }) => [news.kind, reasons[0]])).toEqual([
      ['review-asked', 'review-asked'],
    ]);
    expect((await inbox(reviewer))[0]?.news.line).toMatchObject({ name: 'Order Completed' });
    await approve(reviewer, view);
    await tellAll();
    expect(await inbox(reviewer)).toEqual([]);
    expect((await inbox(author)).map(({ news }) => news.kind)).toEqual(['approved']);
    must(await mergeChangeRequest(author.actor, { plan, number: view.number }));
    await tellAll();
    expect(await inbox(author)).toEqual([]);
  });

  it('stays one entry however often it goes on, and comes back unread', async () => {
    const view = await propose(is);
    must(await requestChangesOf(reviewer.actor, { plan, number: view.number, body: 'Say when.' }));
    await tellAll();
    const [entry] = await inbox(author, 'important');
    expect(entry?.news.kind).toBe('changes-requested');
    must(await triageEntry(author.actor, { id: entry?.id ?? '', action: 'done' }));
    await approve(reviewer, view);
    await tellAll();
    const again = await inbox(author);
    expect(again.map((one) => [one.id, one.news.kind, one.readAt])).toEqual([[entry?.id, 'approved', null]]);
  });

  it('tells who approved that an edit took their approval away', async () => {
    const view = await propose(is);
    await approve(reviewer, view);
    await tellAll();
    must(
      await editChange(author.actor, {
        plan,
        number: view.number,
        itemId: id,
        fields: { meaning: 'Something else.' },
        expected: {},
      }),
    );
    await tellAll();
    const [entry] = await inbox(reviewer, 'important');
    expect(entry?.news.kind).toBe('approval-voided');
    expect(entry?.news.items.map((item) => item.itemId)).toEqual([id]);
  });

  it('tells the author when somebody else closes it, and asks nobody any more', async () => {
    const view = await propose(is);
    await tellAll();
    must(await closeChangeRequest(world.people.admin.actor, { plan, number: view.number, reason: 'Not now' }));
    await tellAll();
    expect((await inbox(author)).map(({ news }) => news.kind)).toEqual(['closed']);
    expect(await inbox(reviewer)).toEqual([]);
  });
});

describe('telling of a name in a comment', () => {
  it('reaches who is named once it is posted, as important and with why, also when the request is merged', async () => {
    const view = await merged();
    await tellAll();
    const at = { plan, number: view.number, itemId: id, field: 'meaning' };
    const body = `Since when, @${watcher.userId}?`;
    must(await startThread(reviewer.actor, { ...at, body, pending: true }));
    await tellAll();
    expect(await inbox(watcher, 'important')).toEqual([]);
    must(await startThread(reviewer.actor, { ...at, body }));
    await tellAll();
    expect(await inbox(watcher, 'important')).toMatchObject([
      { reasons: ['mentioned'], doneAt: null, news: { kind: 'mentioned', important: true, words: 'mentioned you' } },
    ]);
  });
});

describe('telling of a name in the note of a verdict', () => {
  it('reaches who is named once, however often the note and the comments with it name them', async () => {
    const view = await propose(is);
    await tellAll();
    const named = (words: string) => `${words}, @${watcher.userId} and @${author.userId}?`;
    const at = { plan, number: view.number, itemId: id, field: 'meaning' };
    must(await startThread(reviewer.actor, { ...at, body: named('Sure'), pending: true }));
    const before = (await jobs()).length;
    must(await requestChangesOf(reviewer.actor, { plan, number: view.number, body: named('Is it so') }));
    expect((await jobs()).length).toBe(before + 1);
    await tellAll();
    expect(await inbox(watcher, 'important')).toMatchObject([
      { reasons: ['mentioned'], news: { kind: 'mentioned', words: 'mentioned you' } },
    ]);
    const [entry, ...others] = await inbox(author);
    expect(others).toEqual([]);
    expect(entry?.news.kind).toBe('changes-requested');
    expect(new Set(entry?.reasons)).toEqual(new Set(['author', 'mentioned']));
  });

  it('reaches who is named in an approval or a comment, and is no entry of the record by itself', async () => {
    const view = await propose(is);
    const place = { plan, number: view.number };
    const body = `As you asked, @${watcher.userId}, and @us_nobodyofhere`;
    must(await commentOnChangeRequest(world.people.admin.actor, { ...place, body }));
    must(await approveChangeRequest(reviewer.actor, { ...place, covers: coversOf(view), body }));
    await tellAll();
    expect(await inbox(watcher)).toMatchObject([{ reasons: ['mentioned'] }]);
    const where = { workspaceId: world.workspaceId, action: 'change-request.mentioned' };
    expect(await prisma().auditEntry.count({ where })).toBe(0);
    const { verdicts } = must(await readChangeRequestView(author.actor, place));
    expect(verdicts[0]?.mentions).toContainEqual({ id: watcher.userId, name: watcher.name });
  });
});

describe('triage', () => {
  it('snoozes until a moment, and brings it back at it', async () => {
    must(await watchTarget(watcher.actor, { plan, target: id, level: 'all' }));
    await merged();
    await tellAll();
    const [entry] = await inbox(watcher);
    const until = new Date(Date.now() + 86_400_000).toISOString();
    must(await triageEntry(watcher.actor, { id: entry?.id ?? '', action: 'snooze', until }));
    expect(await inbox(watcher)).toEqual([]);
    const asleep = must(await listInbox(watcher.actor, { tab: 'important', limit: 5 }));
    expect([asleep.nextSnoozedAt, asleep.unread]).toEqual([until, 0]);
    await prisma()
      .$executeRaw`update notifications set snoozed_until = now() - interval '1 minute' where id = ${entry?.id ?? ''}`;
    expect(await inbox(watcher)).toHaveLength(1);
    expect(
      await triageEntry(watcher.actor, { id: entry?.id ?? '', action: 'snooze', until: '2020-01-01T00:00:00Z' }),
    ).toMatchObject({ ok: false, error: { code: 'inbox.past' } });
  });

  it('reaches only one’s own entries', async () => {
    must(await watchTarget(watcher.actor, { plan, target: id, level: 'all' }));
    await merged();
    await tellAll();
    const [entry] = await inbox(watcher);
    const other = world.people.admin;
    expect(await triageEntry(other.actor, { id: entry?.id ?? '', action: 'done' })).toMatchObject({
      ok: false,
      error: { code: 'inbox.not-found' },
    });
    expect(must(await triageEntries(other.actor, { ids: [entry?.id ?? ''], action: 'done' })).marked).toBe(0);
    expect(must(await triageEntries(watcher.actor, { ids: [entry?.id ?? ''], action: 'acknowledge' }))).toEqual({
      marked: 1,
      unread: 0,
    });
    expect((await inbox(watcher, 'done'))[0]?.acknowledgedAt).not.toBeNull();
  });
});
