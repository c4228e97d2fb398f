import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

// What is due is sent, whoever's it is, so this gets a database of its own.
const { mail, database } = await vi.hoisted(async () => {
  const { startMailServer } = await import('@/lib/features/testing/receivers');
  const { ownDatabase } = await import('@/lib/features/testing/own-database');
  const shared = process.env.DATABASE_URL ?? '';
  const [server, own] = [await startMailServer(), await ownDatabase(shared)];
  Object.assign(process.env, {
    DATABASE_URL: own.url,
    WAYMARK_SMTP_URL: server.url,
    WAYMARK_OUTGOING_ALLOW: '127.0.0.0/8',
  });
  return { mail: server, database: { ...own, shared } };
});

import { Webhook } from 'standardwebhooks';
import type { CreatedChannelView, DeliveryView } from '@/lib/contracts/channels';
import { acknowledgeNews } from '@/lib/features/acknowledgements/acknowledge-news';
import { readAcknowledgement } from '@/lib/features/acknowledgements/read-acknowledgement';
import { listInbox } from '@/lib/features/inbox/list-inbox';
import { triageEntry } from '@/lib/features/inbox/triage-entry';
import { deliverDue, tellRelease } from '@/lib/features/testing/channels';
import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import { partOf, type Received, type ReceivedLetter, type Sink, startSink } from '@/lib/features/testing/receivers';
import { createWorld, type Persona, type World } from '@/lib/features/testing/world';
import { watchTarget } from '@/lib/features/watches/watch-target';
import { atMoment, now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import type { Call } from '@/lib/infra/http/call';
import { must } from '@/lib/kit/must';
import { removeMembership } from '@/lib/store/memberships';
import type { Place } from '@/lib/store/store-fixture';
import { createChannel } from './create-channel';
import { gatherDigests } from './gather-digests';
import { listChannels } from './list-channels';
import { listDeliveries } from './list-deliveries';
import { readFeed } from './read-feed';
import { removeChannel } from './remove-channel';
import { replayDeliveries } from './replay-deliveries';
import { rotateSecret } from './rotate-secret';
import { startSenders } from './senders';
import { testChannel } from './test-channel';
import { updateChannel } from './update-channel';

let world: World;
let place: Place & { slug: string };
let watcher: Persona;
let sink: Sink;
let id: string;

const call: Call = { requestId: 'rq', address: 'direct', userAgent: undefined, sessionCookie: undefined };
const event = (meaning: string, more: object = {}) => itemOf('event', 'Order Completed', { meaning, ...more }, id);
const dayMs = 86_400_000;

beforeAll(async () => {
  sink = await startSink();
});
afterAll(async () => {
  await Promise.all([sink.stop(), mail.stop()]);
  await prisma().$disconnect();
  await database.drop();
  process.env.DATABASE_URL = database.shared;
});
beforeEach(async () => {
  sink.reply = () => ({ status: 200 });
  sink.received.length = 0;
  mail.letters.length = 0;
  mail.refuse = false;
  world = await createWorld();
  watcher = world.people.viewer;
  place = await addPlan(world);
  id = `ev_${place.planId.slice(3)}`;
  await mergeItems(place, [event('An order was placed.')]);
  must(await watchTarget(watcher.actor, { plan: place.slug, target: id, level: 'all' }));
});

async function add(type: string, more: object = {}, person: Persona = world.people.admin): Promise<CreatedChannelView> {
  const settings = { url: `${sink.url}/${type}` };
  const base = { type, name: `My ${type}`, own: false, settings, digestHour: 9, timeZone: null };
  return must(await createChannel(person.actor, { ...base, ...more }));
}

async function change(item = event('Money for an order is ours.')): Promise<number> {
  const release = await mergeItems(place, [item]);
  await tellRelease(place, release);
  return release;
}

async function logOf(channelId: string, person: Persona = world.people.admin): Promise<DeliveryView[]> {
  return must(await listDeliveries(person.actor, { id: channelId, limit: 50 })).items;
}

async function ownMail(person: Persona): Promise<string> {
  const { items } = must(await listChannels(person.actor));
  return items.find(({ type, isOwn }) => type === 'email' && isOwn)?.id ?? '';
}

const lettersTo = (person: Persona): ReceivedLetter[] => mail.letters.filter(({ to }) => to.includes(person.email));
const soon = (ms: number) => new Date(Date.now() + ms);

describe('a changed meaning', () => {
  it('reaches who watches it by one letter at once, in words, with before and after, however often it is told', async () => {
    const release = await change();
    await tellRelease(place, release);
    await deliverDue(world.workspaceId);
    await tellRelease(place, release);
    await deliverDue(world.workspaceId);
    const [letter, ...rest] = lettersTo(watcher);
    expect(rest).toEqual([]);
    expect(lettersTo(world.people.admin)).toEqual([]);
    if (!letter) throw new Error('no letter');
    const text = partOf(letter, 'text/plain');
    for (const words of ['Order Completed', 'An order was placed.', 'Money for an order is ours.', 'not comparable'])
      expect(text).toContain(words);
    expect(text).toContain('because you watch Order Completed');
    expect(text).toContain('/settings/notifications');
    expect(partOf(letter, 'text/html')).toContain('Money for an order is ours.');
    expect(letter.raw).toMatch(/^List-Unsubscribe:\s+</m);
    expect(letter.raw).toMatch(/^Auto-Submitted: auto-generated/m);
    expect(letter.raw).toMatch(/^Message-ID: <dl_[0-9a-f]{32}@/im);
    expect(text.split('\n').filter((line) => line.length > 76 && !line.includes('http'))).toEqual([]);
  });

  it('is not sent to somebody who saw it in the app, or who has left', async () => {
    await change();
    const { items } = must(await listInbox(watcher.actor, { tab: 'everything', limit: 10 }));
    must(await triageEntry(watcher.actor, { id: items[0]?.id ?? '', action: 'read' }));
    await deliverDue(world.workspaceId);
    expect((await logOf(await ownMail(watcher), watcher))[0]).toMatchObject({ status: 'skipped', attemptCount: 0 });

    await change(event('Money came back.'));
    await removeMembership(prisma(), world.workspaceId, watcher.userId);
    await deliverDue(world.workspaceId);
    expect(mail.letters).toEqual([]);
  });

  it('is not lost by a mail server that refuses, and arrives once it does not', async () => {
    mail.refuse = true;
    await change();
    await deliverDue(world.workspaceId);
    expect((await logOf(await ownMail(watcher), watcher))[0]).toMatchObject({ status: 'pending', attemptCount: 1 });
    mail.refuse = false;
    await atMoment(soon(10_000), () => deliverDue(world.workspaceId));
    expect(lettersTo(watcher)).toHaveLength(1);
  });
});

describe('a digest', () => {
  const addition = (tag: string) => event('An order was placed.', { tags: [tag], properties: [] });
  const gatherAt = (moment: Date) =>
    atMoment(moment, async () => {
      await gatherDigests();
      await deliverDue(world.workspaceId);
    });

  it('holds what can wait, once, at the hour of its reader, and never what was sent at once', async () => {
    await mergeItems(place, [itemOf('property', 'coupon', {}, `pr_${place.planId.slice(3)}`)]);
    const uses = { propertyId: `pr_${place.planId.slice(3)}`, presence: { kind: 'sometimes' } };
    await change(event('An order was placed.', { properties: [uses] }));
    await change(event('Money for an order is ours.', { properties: [uses] }));
    await deliverDue(world.workspaceId);
    expect(lettersTo(watcher)).toHaveLength(1);
    await gatherAt(soon(1_000));
    expect(lettersTo(watcher)).toHaveLength(1);
    await gatherAt(soon(dayMs + 1_000));
    await gatherAt(soon(dayMs + 2_000));
    const [instant, digest, ...rest] = lettersTo(watcher);
    expect(rest).toEqual([]);
    expect(instant && partOf(instant, 'text/plain')).toContain('Money for an order is ours.');
    expect(digest && partOf(digest, 'text/plain')).not.toContain('Money for an order is ours.');
    expect(digest && partOf(digest, 'text/plain')).toContain('coupon');
  });

  it('says nothing of what was seen in the app meanwhile', async () => {
    await mergeItems(place, [itemOf('property', 'coupon', {}, `pr_${place.planId.slice(3)}`)]);
    const uses = { propertyId: `pr_${place.planId.slice(3)}`, presence: { kind: 'sometimes' } };
    await change(event('An order was placed.', { properties: [uses] }));
    const { items } = must(await listInbox(watcher.actor, { tab: 'everything', limit: 10 }));
    must(await triageEntry(watcher.actor, { id: items[0]?.id ?? '', action: 'done' }));
    await gatherAt(soon(dayMs + 1_000));
    expect(mail.letters).toEqual([]);
  });

  it('is silent about wording', async () => {
    await change(addition('revenue'));
    await gatherAt(soon(dayMs + 1_000));
    expect(mail.letters).toEqual([]);
  });
});

describe('a signed webhook', () => {
  const headersOf = ({ headers }: Received) => ({
    'webhook-id': String(headers['webhook-id']),
    'webhook-timestamp': String(headers['webhook-timestamp']),
    'webhook-signature': String(headers['webhook-signature']),
  });

  it('verifies by the reference library, and by no other bit, time or text', async () => {
    const { secret } = await add('webhook');
    await change();
    await deliverDue(world.workspaceId);
    const [got] = sink.received;
    if (!got || !secret) throw new Error('nothing came');
    const reference = new Webhook(secret);
    const headers = headersOf(got);
    const body = reference.verify(got.body, headers) as { type: string; data: object };
    expect(body).toMatchObject({ type: 'plan.released', data: { plan: { slug: place.slug }, release: 2 } });
    expect(Buffer.byteLength(got.body)).toBeLessThan(20_000);

    const bytes = Buffer.from(got.body);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const altered = Buffer.from(bytes);
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => reference.verify(altered, headers)).toThrow();
    }
    expect(() => reference.verify(JSON.stringify(JSON.parse(got.body), null, 1), headers)).toThrow();
    expect(() => reference.verify(got.body, { ...headers, 'webhook-id': 'dl_other' })).toThrow();
    const old = `${Number(headers['webhook-timestamp']) - 400}`;
    expect(() => reference.verify(got.body, { ...headers, 'webhook-timestamp': old })).toThrow();
    expect(() => new Webhook('whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA').verify(got.body, headers)).toThrow();
    await atMoment(soon(-400_000), async () => {
      const made = await add('webhook', { name: 'Late' });
      const attempt = must(await testChannel(world.people.admin.actor, { id: made.id }));
      expect(attempt.outcome).toBe('delivered');
      const late = sink.received.at(-1);
      expect(() => new Webhook(made.secret ?? '').verify(late?.body ?? '', headersOf(late as Received))).toThrow(/old/);
    });
  });

  it('carries both signatures after a rotation, and the old one for a day only', async () => {
    const made = await add('webhook');
    const { secret } = must(await rotateSecret(world.people.admin.actor, { id: made.id }));
    must(await testChannel(world.people.admin.actor, { id: made.id }));
    const [got] = sink.received;
    if (!got) throw new Error('nothing came');
    for (const one of [secret, made.secret ?? '']) new Webhook(one).verify(got.body, headersOf(got));
    await atMoment(soon(dayMs + 1_000), () => testChannel(world.people.admin.actor, { id: made.id }));
    expect(headersOf(sink.received.at(-1) as Received)['webhook-signature'].split(' ')).toHaveLength(1);
  });

  it('is tried again with the same id and text until it is dead, and its maker is told in the app', async () => {
    const made = await add('webhook');
    sink.reply = () => ({ status: 503, body: 'not now' });
    await change();
    let moment = Date.now();
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      await atMoment(new Date(moment), () => deliverDue(world.workspaceId));
      const [entry] = await logOf(made.id);
      expect(entry).toMatchObject({ attemptCount: attempt, status: attempt === 10 ? 'dead' : 'pending' });
      if (attempt < 10) {
        await atMoment(new Date(moment + 3_000), () => deliverDue(world.workspaceId));
        moment = new Date(entry?.nextAttemptAt ?? '').getTime();
      }
    }
    expect(sink.received).toHaveLength(10);
    expect(new Set(sink.received.map(({ headers, body }) => `${headers['webhook-id']} ${body}`)).size).toBe(1);
    const { items } = must(await listInbox(world.people.admin.actor, { tab: 'important', limit: 10 }));
    expect(items).toMatchObject([{ reasons: ['channel'], news: { kind: 'delivery-failed', actor: 'My webhook' } }]);

    sink.reply = () => ({ status: 200 });
    const since = new Date(Date.now() - dayMs).toISOString();
    const replay = { id: made.id, since, statuses: ['dead' as const] };
    expect(must(await replayDeliveries(world.people.admin.actor, replay)).replayed).toBe(1);
    await deliverDue(world.workspaceId);
    expect((await logOf(made.id))[0]).toMatchObject({ status: 'delivered', attemptCount: 11 });
    expect(sink.received.at(-1)?.headers['webhook-id']).toBe(sink.received[0]?.headers['webhook-id']);
  });

  it.each([
    [302, { location: 'http://127.0.0.1:1/' }, 'pending', /redirect/],
    [429, { 'retry-after': '600' }, 'pending', /slow down/],
    [410, {}, 'dead', /gone/],
  ])('takes %i for what it is', async (status, headers, state, words) => {
    const made = await add('webhook');
    sink.reply = () => ({ status, headers: headers as Record<string, string> });
    await change();
    await deliverDue(world.workspaceId);
    const [entry] = await logOf(made.id);
    expect(entry?.status).toBe(state);
    expect(entry?.attempts[0]?.words).toMatch(words);
    expect(sink.received).toHaveLength(1);
    if (status === 429) expect(new Date(entry?.nextAttemptAt ?? 0).getTime()).toBeGreaterThan(Date.now() + 590_000);
    const channel = must(await listChannels(world.people.admin.actor)).items.find((one) => one.id === made.id);
    expect(channel?.state).toBe(status === 410 ? 'disabled' : 'active');
  });
});

describe('a channel of the workspace', () => {
  it('hears only what its filter lets through, and others hear the rest', async () => {
    const base = { significances: [], plans: [], owners: [], tags: [], sources: [], events: ['released' as const] };
    await add('slack', { name: 'Revenue', filter: { ...base, tags: ['revenue'] } });
    await add('teams', { name: 'Breaking', filter: { ...base, significances: ['breaking'] } });
    await change(event('Money for an order is ours.', { tags: ['orders'] }));
    await deliverDue(world.workspaceId);
    expect(sink.received).toEqual([]);
    await change(event('Money came back.', { tags: ['revenue'] }));
    await deliverDue(world.workspaceId);
    expect(sink.received.map(({ path }) => path)).toEqual(['/slack']);
    expect(JSON.parse(sink.received[0]?.body ?? '{}').text).toContain('Order Completed');
  });

  it('does not go to internal addresses, whoever asks', async () => {
    for (const url of [
      'http://169.254.169.254/latest',
      'http://[::1]:80/',
      'http://10.0.0.1/',
      'ftp://93.184.215.14/',
    ]) {
      const input = { type: 'webhook', name: 'In', own: true, settings: { url }, digestHour: 9, timeZone: null };
      expect(await createChannel(watcher.actor, input)).toMatchObject({
        ok: false,
        error: { code: 'channel.invalid' },
      });
    }
  });
});

describe('who may touch a channel', () => {
  it('is its owner, and an admin for those of the workspace; others do not find it', async () => {
    const { admin, approver, viewer } = world.people;
    const shared = await add('slack');
    const own = await add('slack', { own: true }, viewer);
    const seen = async (person: Persona) => must(await listChannels(person.actor)).items.map((one) => one.id);
    expect(await seen(approver)).toContain(shared.id);
    expect(await seen(admin)).not.toContain(own.id);
    expect(await seen(viewer)).toContain(own.id);
    for (const [person, channel, code] of [
      [approver, shared, 'access.denied'],
      [admin, own, 'channel.not-found'],
      [approver, own, 'channel.not-found'],
    ] as const) {
      const input = { id: channel.id };
      const patch = { ...input, name: 'Mine now', ifMatch: channel.lockVersion };
      const replay = { ...input, since: new Date(0).toISOString(), statuses: ['dead' as const] };
      for (const answer of [
        await updateChannel(person.actor, patch),
        await testChannel(person.actor, input),
        await removeChannel(person.actor, input),
        await listDeliveries(person.actor, { ...input, limit: 10 }),
        await replayDeliveries(person.actor, replay),
        await rotateSecret(person.actor, input),
      ])
        expect(answer).toMatchObject({ ok: false, error: { code } });
    }
    const input = { type: 'slack', name: 'x', own: false, settings: { url: sink.url }, digestHour: 9, timeZone: null };
    expect(await createChannel(approver.actor, input)).toMatchObject({ error: { code: 'access.denied' } });
    expect(sink.received).toEqual([]);
    const patch = { id: shared.id, state: 'paused' as const, ifMatch: shared.lockVersion };
    expect(must(await updateChannel(admin.actor, patch)).state).toBe('paused');
    expect(await updateChannel(admin.actor, patch)).toMatchObject({ error: { code: 'channel.stale' } });
    must(await removeChannel(viewer.actor, { id: own.id }));
    expect(await removeChannel(viewer.actor, { id: await ownMail(viewer) })).toMatchObject({
      error: { code: 'channel.standing' },
    });
  });

  it('keeps addresses and secrets to itself', async () => {
    const made = await add('webhook', { settings: { url: `${sink.url}/secret-path` } });
    const listed = JSON.stringify(must(await listChannels(world.people.admin.actor)));
    for (const secret of ['secret-path', made.secret ?? '', 'sealed', 'whsec_']) expect(listed).not.toContain(secret);
    const rows = await prisma().$queryRaw`select * from channels where id = ${made.id}`;
    for (const secret of ['secret-path', made.secret ?? '']) expect(JSON.stringify(rows)).not.toContain(secret);
    const audit = await prisma().$queryRaw`select detail from audit_entries where subject_id = ${made.id}`;
    expect(JSON.stringify(audit)).toMatch(/My webhook/);
    expect(JSON.stringify(audit)).not.toMatch(/secret-path|whsec_/);
  });
});

describe('receivers that hang', () => {
  it('keep nobody else waiting', async () => {
    const healthy = await add('webhook', { name: 'Healthy', settings: { url: `${sink.url}/healthy` } });
    for (let at = 0; at < 50; at += 1)
      await add('webhook', { name: `Hanging ${at}`, settings: { url: `${sink.url}/hang` } });
    sink.reply = ({ path }) => (path === '/hang' ? 'hang' : { status: 200 });
    const senders = startSenders();
    try {
      for (let round = 0; round < 8; round += 1) {
        await change(event(`Meaning ${round}.`));
        senders.wake();
        await vi.waitFor(() => expect(arrivals()).toHaveLength(round + 1), { timeout: 20_000, interval: 20 });
      }
    } finally {
      await senders.stop();
    }
    expect(sink.received.filter(({ path }) => path === '/hang').length).toBeGreaterThanOrEqual(50);
    expect((await logOf(healthy.id)).every(({ status }) => status === 'delivered')).toBe(true);
  }, 120_000);
  const arrivals = () => sink.received.filter(({ path }) => path === '/healthy');
});

describe('a feed', () => {
  it('tells releases to who holds its address, for as long as they are a member', async () => {
    const made = await add('atom', { own: true, settings: { plan: place.slug, about: 'item', target: id } }, watcher);
    const token = made.feedUrl?.split('/').at(-1) ?? '';
    await change(event('Money <b>is</b> ours & "theirs".'));
    const other = itemOf('event', 'Signed up', { meaning: 'x' });
    await mergeItems(place, [other]);
    const { body } = must(await readFeed(call, { token }));
    expect(body.match(/<entry>/g)).toHaveLength(2);
    expect(body).toContain('Money &lt;b&gt;is&lt;/b&gt; ours &amp; &quot;theirs&quot;.');
    expect(body).not.toContain('Signed up');
    expect(await readFeed(call, { token: `${token}x` })).toMatchObject({ ok: false });
    await removeMembership(prisma(), world.workspaceId, watcher.userId);
    expect(await readFeed(call, { token })).toMatchObject({ ok: false, error: { code: 'feed.not-found' } });
  });
});

describe('a link from a letter', () => {
  it('acknowledges only when it is pressed, once, and only as it was signed', async () => {
    await change();
    await deliverDue(world.workspaceId);
    const [letter] = lettersTo(watcher);
    const token = /acknowledge\/([\w.-]+)/.exec(letter ? partOf(letter, 'text/plain') : '')?.[1] ?? '';
    const entry = async () => must(await listInbox(watcher.actor, { tab: 'done', limit: 10 })).items;
    expect(must(await readAcknowledgement(call, { token }))).toMatchObject({
      person: watcher.name,
      acknowledgedAt: null,
    });
    expect(await entry()).toEqual([]);
    const first = must(await acknowledgeNews(call, { token }));
    expect(first.acknowledgedAt).not.toBeNull();
    expect(must(await acknowledgeNews(call, { token })).acknowledgedAt).toBe(first.acknowledgedAt);
    expect(await entry()).toMatchObject([{ acknowledgedAt: first.acknowledgedAt }]);
    const [payload = '', mac = ''] = token.split('.');
    const forged = Buffer.from(
      Buffer.from(payload, 'base64url').toString().replace(watcher.userId, world.people.admin.userId),
    );
    for (const bad of [
      `${payload}.${mac.slice(0, -2)}AA`,
      `${forged.toString('base64url')}.${mac}`,
      payload,
      'x.y.z',
      '',
    ])
      expect(await acknowledgeNews(call, { token: bad })).toMatchObject({ ok: false });
    const later = soon(61 * dayMs);
    expect(await atMoment(later, () => acknowledgeNews(call, { token }))).toMatchObject({ ok: false });
    expect(now().getTime()).toBeLessThan(later.getTime());
  });
});
