import { beforeEach, describe, expect, it } from 'vitest';
import { channelFilterSchema } from '@/lib/domain/notify/channel';
import { addPlan } from '@/lib/features/testing/plan';
import { createWorld, type World } from '@/lib/features/testing/world';
import { prisma } from '@/lib/infra/db/client';
import { inTransaction } from '@/lib/infra/db/transaction';
import { newId } from '@/lib/kit/id';
import { createChannel, ensureOwnChannels, listChannels, saveChannel } from './channels';
import {
  addDeliveries,
  claimDeliveries,
  type NewDelivery,
  readDelivery,
  recordAttempt,
  sweepDeliveries,
} from './deliveries';
import { gatherDigest, takeWaiting } from './digests';
import { refusalOf } from './errors';

let world: World;
let planId: string;
let channelId: string;
const at = new Date('2001-01-01T00:00:00Z');
const until = new Date('2001-01-01T00:00:30Z');
const limits = { limit: 500, sharedLane: 'mail', perSharedLane: 5, perLane: 2, failing: false };

beforeEach(async () => {
  world = await createWorld();
  ({ planId } = await addPlan(world));
  channelId = await channel();
});

async function channel(userId: string | null = null, workspaceId = world.workspaceId): Promise<string> {
  const id = newId('cn');
  const createdById = world.people.admin.userId;
  const said = { pace: 'each' as const, filter: channelFilterSchema.parse({}), digestHour: 9, timeZone: null };
  const row = { id, userId, type: 'slack', name: 'Room', hint: '', sealed: null, tokenHash: null, createdById };
  await createChannel(prisma(), workspaceId, { ...row, ...said, createdAt: at });
  return id;
}

const news = (subject: string, more: Partial<NewDelivery> = {}): NewDelivery => ({
  channelId,
  userId: null,
  planId,
  form: 'news',
  subjectKey: subject,
  payload: { subject },
  status: 'pending',
  nextAttemptAt: at,
  lane: channelId,
  happenedAt: at,
  ...more,
});

async function claimed(workspaceId = world.workspaceId): Promise<string[]> {
  const rows = await claimDeliveries(prisma(), at, until, limits);
  return rows.filter((row) => row.workspaceId === workspaceId).map(({ id }) => id);
}

async function refusal(work: Promise<unknown>) {
  return work.then(
    () => undefined,
    (error) => refusalOf(error)?.code,
  );
}

describe('a delivery', () => {
  it('is recorded once per channel, subject and moment, whether it goes at once or waits', async () => {
    const add = (...rows: NewDelivery[]) => inTransaction((tx) => addDeliveries(tx, world.workspaceId, rows));
    expect(await add(news('a'), news('b'))).toBe(2);
    expect(await add(news('a', { status: 'waiting' }), news('b'), news('c'))).toBe(1);
    expect(await Promise.all([add(news('d')), add(news('d')), add(news('d'))])).toHaveLength(3);
    expect(await prisma().delivery.count({ where: { channelId, subjectKey: 'd' } })).toBe(1);
  });

  it('belongs to a channel and a plan of its own workspace, and a channel to a member', async () => {
    const elsewhere = await createWorld();
    const other = await addPlan(elsewhere);
    expect(await refusal(addDeliveries(prisma(), elsewhere.workspaceId, [news('a', { planId: null })]))).toBe(
      'foreign-key',
    );
    expect(await refusal(addDeliveries(prisma(), world.workspaceId, [news('a', { planId: other.planId })]))).toBe(
      'foreign-key',
    );
    expect(await refusal(channel(world.people.viewer.userId, elsewhere.workspaceId))).toBe('foreign-key');
  });

  it('is never part of a digest and sent at once, and its attempts are not rewritten', async () => {
    await addDeliveries(prisma(), world.workspaceId, [news('a')]);
    const set = (sql: string) =>
      prisma().$executeRawUnsafe(`update deliveries set ${sql} where channel_id = '${channelId}'`);
    expect(await refusal(set('digest_id = id'))).toBe('check');
    expect(await refusal(set("status = 'GATHERED', settled_at = now()"))).toBe('check');
    expect(await refusal(set("status = 'DELIVERED'"))).toBe('check');
    const [id = ''] = await claimed();
    const delivery = await readDelivery(prisma(), world.workspaceId, id);
    if (!delivery) throw new Error('it is gone');
    const attempt = { number: 1, at, outcome: 'delivered' as const, status: 200, words: 'Delivered', durationMs: 3 };
    expect(await recordAttempt(prisma(), delivery, attempt, { status: 'delivered' })).toBe(true);
    expect(await recordAttempt(prisma(), delivery, attempt, { status: 'delivered' })).toBe(false);
    const rewrite = prisma().$executeRaw`update delivery_attempts set words = 'x' where delivery_id = ${id}`;
    expect(await refusal(rewrite)).toBe('history');
  });
});

it('is kept for a time after it was settled, a digest with its parts', async () => {
  const [day, later] = [new Date('2001-01-02T00:00:00Z'), new Date('2001-01-03T00:00:00Z')];
  await addDeliveries(prisma(), world.workspaceId, [news('a', { status: 'waiting' }), news('b')]);
  await inTransaction(async (tx) => {
    const due = { channelId, workspaceId: world.workspaceId };
    await gatherDigest(tx, due, await takeWaiting(tx, due, day), day);
  });
  await prisma().$executeRaw`
    update deliveries set status = 'DELIVERED', settled_at = ${later} where channel_id = ${channelId} and form = 'digest'`;
  const left = () => prisma().delivery.count({ where: { channelId } });
  await sweepDeliveries(prisma(), day);
  expect(await left()).toBe(3);
  await sweepDeliveries(prisma(), later);
  expect(await left()).toBe(2);
  await sweepDeliveries(prisma(), new Date('2001-01-04T00:00:00Z'));
  expect(await left()).toBe(1);
});

describe('claiming', () => {
  it('takes a few per receiver, hands nothing out twice, and again only when its time is over', async () => {
    await addDeliveries(
      prisma(),
      world.workspaceId,
      Array.from({ length: 9 }, (_, n) => news(`n${n}`)),
    );
    const other = await channel();
    await addDeliveries(prisma(), world.workspaceId, [news('x', { channelId: other, lane: other })]);
    const together = (await Promise.all([claimed(), claimed(), claimed()])).flat();
    expect(new Set(together).size).toBe(together.length);
    const lanes = await prisma().delivery.groupBy({
      by: ['lane'],
      where: { workspaceId: world.workspaceId, claimedUntil: until },
      _count: true,
    });
    expect(lanes.find(({ lane }) => lane === other)?._count).toBe(1);
    expect(await claimed()).toEqual([]);
    const later = new Date(until.getTime() + 1);
    const again = await claimDeliveries(prisma(), later, new Date(later.getTime() + 1), limits);
    expect(again.filter(({ workspaceId }) => workspaceId === world.workspaceId).length).toBe(3);
  });

  it('leaves a paused channel alone', async () => {
    await addDeliveries(prisma(), world.workspaceId, [news('a')]);
    await saveChannel(prisma(), world.workspaceId, { id: channelId, lockVersion: 1 }, { state: 'paused' });
    expect(await claimed()).toEqual([]);
    await saveChannel(prisma(), world.workspaceId, { id: channelId, lockVersion: 2 }, { state: 'active' });
    expect(await claimed()).toHaveLength(1);
  });
});

it('gives everybody one mail channel, however many ask at once', async () => {
  const { userId } = world.people.viewer;
  const mail = { type: 'email', name: 'E-mail', at };
  await Promise.all(
    Array.from({ length: 5 }, () =>
      inTransaction((tx) => ensureOwnChannels(tx, world.workspaceId, [userId, 'us_stranger'], mail)),
    ),
  );
  const own = await listChannels(prisma(), world.workspaceId, [userId, 'us_stranger']);
  expect(own.filter(({ type }) => type === 'email')).toMatchObject([{ userId, pace: 'urgent', state: 'active' }]);
});
