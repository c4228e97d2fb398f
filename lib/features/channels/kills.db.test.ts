import { afterAll, expect, it, vi } from 'vitest';

// A worker takes every job there is, so this one gets a database of its own.
const database = await vi.hoisted(async () => {
  const { ownDatabase } = await import('@/lib/features/testing/own-database');
  const shared = process.env.DATABASE_URL ?? '';
  const own = await ownDatabase(shared);
  Object.assign(process.env, { DATABASE_URL: own.url, WAYMARK_OUTGOING_ALLOW: '127.0.0.0/8' });
  return { ...own, shared };
});

import { type ChildProcess, spawn } from 'node:child_process';
import { examineInstance } from '@/lib/features/doctor/examine-instance';
import { releaseJob } from '@/lib/features/testing/channels';
import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import { startSink } from '@/lib/features/testing/receivers';
import { addPerson, createWorld } from '@/lib/features/testing/world';
import { watchTarget } from '@/lib/features/watches/watch-target';
import { prisma } from '@/lib/infra/db/client';
import { inTransaction } from '@/lib/infra/db/transaction';
import { addJob } from '@/lib/infra/jobs/add-job';
import { deliveryId } from '@/lib/store/deliveries';
import { createChannel } from './create-channel';

const [people, releases, lifeMs] = process.env.WAYMARK_LONG ? [100, 100, 8_000] : [8, 8, 1_500];

afterAll(async () => {
  await prisma().$disconnect();
  await database.drop();
  process.env.DATABASE_URL = database.shared;
});

async function startProcess(): Promise<ChildProcess> {
  const script = new URL('../testing/sending-process.ts', import.meta.url).pathname;
  const args = ['--conditions=react-server', '--import=tsx', script];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((ready, fail) => {
    child.stdout?.once('data', () => ready());
    child.once('exit', (code) => fail(new Error(`the process ended with ${code}`)));
  });
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await gone;
}

it('loses nothing and tells nobody twice in the app, though it is killed again and again and receivers fail', async () => {
  const world = await createWorld();
  const place = await addPlan(world);
  const id = `ev_${place.planId.slice(3)}`;
  await mergeItems(place, [itemOf('event', 'Order Completed', { meaning: 'Was placed.' }, id)]);
  const sink = await startSink();
  sink.reply = () => (Math.random() < 0.3 ? { status: 503 } : { status: 200 });
  const channels: string[] = [];
  for (let at = 0; at < people; at += 1) {
    const { actor } = await addPerson(world.workspaceId, 'viewer');
    await watchTarget(actor, { plan: place.slug, target: id, level: 'all' });
    const settings = { url: `${sink.url}/${at}` };
    const input = { type: 'webhook', name: 'Mine', own: true, settings, digestHour: 9, timeZone: null };
    const made = await createChannel(actor, input);
    if (made.ok) channels.push(made.value.id);
  }
  const expected = new Set<string>();
  for (let at = 0; at < releases; at += 1) {
    const release = await mergeItems(place, [itemOf('event', 'Order Completed', { meaning: `Meant ${at}.` }, id)]);
    const job = await releaseJob(place, release);
    await inTransaction((tx) => addJob(tx, 'tell', job));
    const happenedAt = new Date(job.events[0]?.at ?? '');
    for (const channel of channels) expected.add(deliveryId(channel, `release:${place.planId}:${release}`, happenedAt));
  }
  const count = people * releases;
  expect(expected.size).toBe(count);
  const settled = async () => {
    const [row] = await prisma().$queryRaw<{ done: number }[]>`
      select count(*)::int as done from deliveries where workspace_id = ${world.workspaceId} and status = 'DELIVERED'`;
    return row?.done ?? 0;
  };
  let kills = 0;
  while ((await settled()) < count) {
    const child = await startProcess();
    await new Promise((later) => setTimeout(later, 200 + Math.random() * lifeMs));
    await kill(child);
    kills += 1;
    // Days go by between two lives, so that nothing waits for its next attempt and no lease holds.
    await prisma().$executeRaw`
      update deliveries set next_attempt_at = now(), claimed_until = null
      where workspace_id = ${world.workspaceId} and status = 'PENDING'`;
    await prisma().$executeRaw`update graphile_worker._private_jobs set run_at = now() where run_at > now()`;
  }
  await sink.stop();
  const [told] = await prisma().$queryRaw<{ rows: number; subjects: number }[]>`
    select count(*)::int as rows, count(distinct (user_id, subject_key))::int as subjects from notifications
    where workspace_id = ${world.workspaceId}`;
  expect(told).toEqual({ rows: count, subjects: count });
  const arrived = new Set(sink.received.map(({ headers }) => String(headers['webhook-id'])));
  expect(arrived).toEqual(expected);
  const bodies = new Set(sink.received.map(({ headers, body }) => `${headers['webhook-id']} ${body}`));
  expect(bodies.size).toBe(count);
  expect(
    (await examineInstance(world.workspaceId)).filter(({ violations, id: rule }) => rule === 'I9' && violations > 0),
  ).toEqual([]);
  expect(kills).toBeGreaterThan(1);
}, 900_000);
