import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openStream } from '@/lib/features/live/open-stream';
import { type HeardStream, hearStream } from '@/lib/features/testing/live';
import { addNews } from '@/lib/features/testing/news';
import { approvedRequest, createStage, merge, type Stage } from '@/lib/features/testing/stage';
import { addPerson, addToken, createWorld, type Persona, type World } from '@/lib/features/testing/world';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { liveHub } from '@/lib/infra/live/hub';
import { readAuditHead } from '@/lib/store/audit';
import { announceInbox } from '@/lib/store/live';
import { removeMembership } from '@/lib/store/memberships';
import { markNotifications } from '@/lib/store/notifications';
import { revokeSession } from '@/lib/store/sessions';
import { revokeToken } from '@/lib/store/tokens';
import { call, callFor, type Sender } from './testing/client';

let world: World;
let elsewhere: World;
let stage: Stage;
const open: HeardStream[] = [];

beforeAll(async () => {
  [stage, elsewhere] = await Promise.all([createStage(), createWorld()]);
  world = stage.world;
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((stream) => stream.leave().catch(() => undefined)));
  expect(liveHub().count()).toBe(0);
});

const path = (place: World, rest: string) => `/workspaces/${place.slug}${rest}`;

async function listen(sender: Sender, place = world): Promise<HeardStream> {
  const response = await call(sender, 'GET', path(place, '/stream'));
  if (!response.body || response.status !== 200) throw new Error(`the stream answered ${response.status}`);
  return keep(response.body);
}

async function keep(body: ReadableStream<Uint8Array>): Promise<HeardStream> {
  const stream = hearStream(body);
  open.push(stream);
  await stream.until(() => stream.readies.length > 0);
  return stream;
}

/** A stream of one person at a quick pace, as the API would open it at its own. */
async function quick(person: Persona, actor = person.actor): Promise<HeardStream> {
  const opened = await openStream(actor, {}, { beatMs: 20, checkMs: 50 });
  if (!opened.ok) throw new Error(opened.error.code);
  return keep(opened.value.body);
}

describe('the stream', () => {
  it('is not held back by what lies between', async () => {
    const response = await call(world.people.viewer, 'GET', path(world, '/stream'));
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'private, no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    await response.body?.cancel();
  });

  it('tells what was committed, with where the record stands, and nothing of its content', async () => {
    const stream = await listen(world.people.viewer);
    const before = await readAuditHead(prisma(), world.workspaceId);
    expect(stream.readies).toEqual([before]);
    const address = path(world, `/plans/${stage.plan}/change-requests`);
    const body = { title: 'A title nobody must overhear' };
    const { number } = await callFor<{ number: number }>(stage.author, 'POST', address, { body });
    await stream.until(() => stream.changes.some((change) => change.number === number));
    const [first] = stream.changes;
    expect(first).toEqual({ seq: before + 1, action: 'change-request.created', plan: stage.plan, number });
    expect(stream.lastId()).toBe(String(await readAuditHead(prisma(), world.workspaceId)));
    expect(JSON.stringify(stream.changes)).not.toContain('overhear');
  });

  it('tells of discussions and merges', async () => {
    const request = await approvedRequest(stage, { [stage.itemIds[0] ?? '']: { meaning: 'Said in other words.' } });
    const stream = await listen(world.people.viewer);
    const threads = path(world, `/plans/${stage.plan}/change-requests/${request.number}/threads`);
    const thread = { body: 'Why?', itemId: null, field: null };
    await callFor(world.people.approver, 'POST', threads, { body: thread });
    await stream.until(() => stream.changes.some(({ action }) => action === 'thread.start'));
    expect(stream.changes[0]).toMatchObject({ plan: stage.plan, number: request.number });
    expect(await merge(stage, request.number)).toMatchObject({ ok: true });
    await stream.until(() => stream.changes.some(({ action }) => action === 'change-request.merged'));
  });

  it('tells of what is pinned and ended, by its plan and without its words', async () => {
    const stream = await listen(world.people.viewer);
    const address = path(world, `/plans/${stage.plan}/announcements`);
    const times = { startsAt: now().toISOString(), endsAt: new Date(now().getTime() + 60_000).toISOString() };
    const body = { itemId: stage.itemIds[0], text: 'Words nobody must overhear', ...times };
    const { id } = await callFor<{ id: string }>(world.people.approver, 'POST', address, { body });
    await callFor(world.people.approver, 'DELETE', `${address}/${id}`);
    await stream.until(() => stream.changes.length === 2);
    expect(stream.changes.map(({ action, plan }) => [action, plan])).toEqual([
      ['announcement.create', stage.plan],
      ['announcement.end', stage.plan],
    ]);
    expect(JSON.stringify(stream.changes)).not.toContain('overhear');
  });

  it('tells of an inbox only the one whose it is', async () => {
    const [mine, theirs] = await Promise.all([listen(world.people.viewer), listen(world.people.approver)]);
    const { userId } = world.people.viewer;
    const id = await addNews(world, world.people.viewer);
    await mine.until(() => mine.changes.length === 1);
    expect(mine.changes[0]).toEqual({ seq: null, action: 'inbox.update', plan: null, number: null });
    await markNotifications(prisma(), world.workspaceId, userId, [id], { readAt: now() });
    await mine.until(() => mine.changes.length === 2);
    expect(theirs.changes).toEqual([]);
  });

  it('says nothing of what is rolled back, nor of what only admins see', async () => {
    const stream = await listen(world.people.viewer);
    const before = stream.readies[0] ?? 0;
    await callFor(world.people.admin, 'POST', path(world, '/tokens'), { body: { name: 'Quiet', scopes: ['read'] } });
    await call(world.people.admin, 'POST', path(world, '/teams'), { body: { name: '' } });
    await callFor(world.people.admin, 'POST', path(world, '/teams'), { body: { name: 'Heard of' } });
    await stream.until(() => stream.changes.length > 0);
    expect(stream.changes).toEqual([{ seq: before + 2, action: 'team.create', plan: null, number: null }]);
  });
});

describe('who hears it', () => {
  it('is a member, of their workspace alone', async () => {
    expect((await call(undefined, 'GET', path(world, '/stream'))).status).toBe(401);
    expect((await call(elsewhere.people.admin, 'GET', path(world, '/stream'))).status).toBe(404);
    const [here, there] = await Promise.all([listen(world.people.viewer), listen(elsewhere.people.admin, elsewhere)]);
    await callFor(world.people.admin, 'POST', path(world, '/teams'), { body: { name: 'Ours' } });
    await callFor(elsewhere.people.admin, 'POST', path(elsewhere, '/teams'), { body: { name: 'Theirs' } });
    await Promise.all([here.until(() => here.changes.length > 0), there.until(() => there.changes.length > 0)]);
    expect([here.changes.length, there.changes.length]).toEqual([1, 1]);
  });

  it('is asked again: a revoked session, a revoked token and a lost membership end it', async () => {
    const [left, removed, revoked] = await Promise.all([1, 2, 3].map(() => addPerson(world.workspaceId, 'viewer')));
    if (!left || !removed || !revoked) throw new Error('nobody came');
    await addToken(revoked);
    const token = await prisma().apiToken.findFirstOrThrow({ where: { createdById: revoked.userId } });
    const via = { kind: 'token', tokenId: token.id, scopes: ['read'] } as const;
    const streams = await Promise.all([quick(left), quick(removed), quick(revoked, { ...revoked.actor, via })]);
    const lasting = await quick(world.people.viewer);
    await revokeSession(prisma(), left.sessionId, now());
    await removeMembership(prisma(), world.workspaceId, removed.userId);
    await revokeToken(prisma(), world.workspaceId, token.id, now());
    for (const stream of streams) await stream.until(stream.isOver);
    await lasting.until(() => lasting.beats() > 10);
    expect(lasting.isOver()).toBe(false);
  });

  it('has so many streams at once and no more', async () => {
    const person = await addPerson(world.workspaceId, 'viewer');
    for (let at = 0; at < 12; at += 1) await listen(person);
    const refused = await call(person, 'GET', path(world, '/stream'));
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30']);
    await open[0]?.leave();
    await listen(person);
  });
});

describe('when something breaks', () => {
  it('the stream says where the record stands as soon as it hears again', async () => {
    const stream = await listen(world.people.viewer);
    const [before] = stream.readies;
    await prisma()
      .$executeRaw`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'waymark live' and datname = current_database()`;
    await callFor(world.people.admin, 'POST', path(world, '/teams'), { body: { name: 'In between' } });
    await stream.until(() => stream.readies.length === 2);
    // It was committed before the stream heard again, and is in where the record stands, or after, and is heard.
    const next = (before ?? 0) + 1;
    await stream.until(() => stream.readies[1] === next || stream.changes.some(({ seq }) => seq === next));
    await callFor(world.people.admin, 'POST', path(world, '/teams'), { body: { name: 'Afterwards' } });
    await stream.until(() => stream.changes.some(({ seq }) => seq === (before ?? 0) + 2));
  });

  it('a process that stops ends its streams, and one without readers keeps no connection', async () => {
    const streams = await Promise.all([listen(world.people.viewer), listen(world.people.approver)]);
    liveHub().end();
    for (const stream of streams) await stream.until(stream.isOver);
    const listening = () =>
      prisma().$queryRaw<
        unknown[]
      >`select 1 from pg_stat_activity where application_name = 'waymark live' and datname = current_database()`;
    await vi.waitFor(async () => expect(await listening()).toEqual([]), { timeout: 20_000 });
  });

  it('a reader who does not read is given up', async () => {
    const response = await call(world.people.viewer, 'GET', path(world, '/stream'));
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    // What is said before it hears would be left unread by nobody.
    for (let heard = ''; !heard.includes('event: ready'); ) {
      const piece = await reader?.read();
      if (!piece || piece.done) throw new Error('the stream ended before it was ready');
      heard += piece.value;
    }
    expect(liveHub().count()).toBe(1);
    const { userId } = world.people.viewer;
    for (let at = 0; at < 150; at += 1) await announceInbox(prisma(), world.workspaceId, [userId]);
    await vi.waitFor(() => expect(liveHub().count()).toBe(0), { timeout: 20_000 });
  });
});
