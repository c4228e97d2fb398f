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

import type { ChannelView, UnsubscriptionView } from '@/lib/contracts/channels';
import { type ChannelFilter, channelFilterSchema } from '@/lib/domain/notify/channel';
import { listInbox } from '@/lib/features/inbox/list-inbox';
import { triageEntry } from '@/lib/features/inbox/triage-entry';
import { warnOwners } from '@/lib/features/inbox/warn-owners';
import { deliverDue, tellRelease } from '@/lib/features/testing/channels';
import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import { partOf, type ReceivedLetter, type Sink, startSink } from '@/lib/features/testing/receivers';
import { addPerson, createWorld, type Persona, type World } from '@/lib/features/testing/world';
import { listWatches } from '@/lib/features/watches/list-watches';
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
import { readFeed } from './read-feed';
import { readUnsubscription } from './read-unsubscription';
import { replayDeliveries } from './replay-deliveries';
import { unsubscribe } from './unsubscribe';
import { updateChannel } from './update-channel';

let world: World;
let place: Place & { slug: string };
let watcher: Persona;
let sink: Sink;
let id: string;

const call: Call = { requestId: 'rq', address: 'direct', userAgent: undefined, sessionCookie: undefined };
const dayMs = 86_400_000;
const soon = (ms: number) => new Date(Date.now() + ms);
const event = (meaning: string, more: object = {}) => itemOf('event', 'Order Completed', { meaning, ...more }, id);

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
  sink.received.length = 0;
  mail.letters.length = 0;
  world = await createWorld();
  watcher = world.people.viewer;
  place = await addPlan(world);
  id = `ev_${place.planId.slice(3)}`;
  await mergeItems(place, [event('An order was placed.')]);
});

async function change(item = event('Money for an order is ours.')): Promise<void> {
  await tellRelease(place, await mergeItems(place, [item]));
  await deliverDue(world.workspaceId);
}

const watch = async (target: string, person = watcher) =>
  must(await watchTarget(person.actor, { plan: place.slug, target, level: 'all' }));
const lettersTo = (person: Persona): ReceivedLetter[] => mail.letters.filter(({ to }) => to.includes(person.email));
const textTo = (person: Persona): string[] => lettersTo(person).map((letter) => partOf(letter, 'text/plain'));
const gatherAt = (moment: Date) =>
  atMoment(moment, async () => {
    await gatherDigests();
    await deliverDue(world.workspaceId);
  });

async function ownMail(person: Persona): Promise<ChannelView> {
  const { items } = must(await listChannels(person.actor));
  const found = items.find(({ type, isOwn }) => type === 'email' && isOwn);
  if (!found) throw new Error('everybody has a mail channel');
  return found;
}

/** What the head of a letter offers to a mail program. */
function leaving(letter: ReceivedLetter | undefined): { token: string; post: string | undefined } {
  const head = (letter?.raw.split('\r\n\r\n')[0] ?? '').replace(/\r\n[ \t]+/g, ' ');
  const url = /^List-Unsubscribe: <(.*)>$/m.exec(head)?.[1]?.trim() ?? '';
  expect(url).toMatch(/^https?:\/\/\S+\/unsubscribe\/[\w.-]+$/);
  expect(head.split('\r\n').every((line) => line.length < 998)).toBe(true);
  return { token: url.split('/').at(-1) ?? '', post: /^List-Unsubscribe-Post: (.*)$/m.exec(head)?.[1] };
}

async function leave(letter: ReceivedLetter | undefined): Promise<UnsubscriptionView> {
  const { token, post } = leaving(letter);
  expect(post).toBe('List-Unsubscribe=One-Click');
  expect(must(await readUnsubscription(call, { token })).isDone).toBe(false);
  const done = must(await unsubscribe(call, { token }));
  expect(must(await unsubscribe(call, { token }))).toEqual(done);
  expect(must(await readUnsubscription(call, { token }))).toEqual(done);
  return done;
}

describe('leaving with one press', () => {
  it('ends the watches by which a letter came, no other, and only when it is pressed', async () => {
    await watch(id);
    await watch('plan', world.people.approver);
    await change();
    const [letter] = lettersTo(watcher);
    must(await readUnsubscription(call, leaving(letter)));
    expect(must(await listWatches(watcher.actor)).items).toHaveLength(1);
    const done = await leave(letter);
    expect(done).toMatchObject({ kind: 'reasons', names: ['Order Completed'], person: watcher.name, isDone: true });
    expect(must(await listWatches(watcher.actor)).items).toEqual([]);
    expect(must(await listWatches(world.people.approver.actor)).items).toHaveLength(1);
    await change(event('Money came back.'));
    expect([lettersTo(watcher).length, lettersTo(world.people.approver).length]).toEqual([1, 2]);
    expect((await ownMail(watcher)).state).toBe('active');
  });

  it('mutes what somebody owns, in the app too', async () => {
    const owner = world.people.contributor;
    await mergeItems(place, [event('An order was placed.', { owner: { type: 'person', id: owner.userId } })]);
    await change(event('Money for an order is ours.', { owner: { type: 'person', id: owner.userId } }));
    expect(await leave(lettersTo(owner)[0])).toMatchObject({ words: 'Mute Order Completed', isDone: true });
    await change(event('Money came back.', { owner: { type: 'person', id: owner.userId } }));
    expect(lettersTo(owner)).toHaveLength(1);
    expect(must(await listWatches(owner.actor)).items).toMatchObject([{ targetId: id, level: 'none' }]);
  });

  it('ends the digest and keeps what cannot wait', async () => {
    const coupon = `pr_${place.planId.slice(3)}`;
    const uses = { properties: [{ propertyId: coupon, presence: { kind: 'sometimes' } }] };
    await mergeItems(place, [itemOf('property', 'coupon', {}, coupon)]);
    await watch(id);
    await change(event('An order was placed.', uses));
    await gatherAt(soon(dayMs));
    const digest = lettersTo(watcher).at(-1);
    expect(digest && partOf(digest, 'text/plain')).toContain('Stop the daily digest:');
    expect(await leave(digest)).toMatchObject({ kind: 'digest', isDone: true });
    expect(await ownMail(watcher)).toMatchObject({ pace: 'urgent-only', state: 'active' });
    await change(event('An order was placed.', { properties: [] }));
    await gatherAt(soon(3 * dayMs));
    await change(event('Money for an order is ours.'));
    expect(textTo(watcher).slice(1)).toEqual([expect.stringContaining('Money for an order is ours.')]);
    const audit = await prisma()
      .$queryRaw`select actor_id, detail from audit_entries where action = 'channel.unsubscribe'
      and workspace_id = ${world.workspaceId}`;
    expect(audit).toMatchObject([{ actor_id: watcher.userId, detail: { what: 'digest' } }]);
  });

  it('silences a channel that makes only digests, and one of the workspace, and says why in the settings', async () => {
    const own = await ownMail(watcher);
    must(await updateChannel(watcher.actor, { id: own.id, ifMatch: own.lockVersion, pace: 'digest' }));
    await watch(id);
    const settings = { address: 'everybody@example.test' };
    const base = { type: 'email', name: 'Everybody', own: false, settings, digestHour: 9, timeZone: null };
    const shared = must(await createChannel(world.people.admin.actor, base));
    await change();
    await gatherAt(soon(dayMs));
    expect(await leave(lettersTo(watcher)[0])).toMatchObject({ kind: 'channel', isDone: true });
    const everybody = mail.letters.find(({ to }) => to.includes(settings.address));
    const why = 'It comes because Everybody hears of breaking changes, changed meanings and additions.';
    expect((everybody && partOf(everybody, 'text/plain'))?.replaceAll('\n', ' ')).toContain(why);
    expect(await leave(everybody)).toMatchObject({ kind: 'channel', person: null, isDone: true });
    const reason = { state: 'paused', stateReason: expect.stringContaining('Unsubscribed') };
    expect(await ownMail(watcher)).toMatchObject(reason);
    expect(must(await listChannels(world.people.admin.actor)).items.find((one) => one.id === shared.id)).toMatchObject(
      reason,
    );
  });

  it('takes a link as it was signed, for the reader it was made for, and for nothing else', async () => {
    await watch(id);
    await change();
    const { token } = leaving(lettersTo(watcher)[0]);
    const [payload = '', mac = ''] = token.split('.');
    const other = await ownMail(world.people.admin);
    const forged = Buffer.from(payload, 'base64url')
      .toString()
      .replace((await ownMail(watcher)).id, other.id);
    const acknowledge = /acknowledge\/([\w.-]+)/.exec(textTo(watcher)[0] ?? '')?.[1] ?? '';
    for (const bad of [
      `${Buffer.from(forged).toString('base64url')}.${mac}`,
      `${payload}.${mac.slice(0, -2)}AA`,
      acknowledge,
      payload,
      '',
    ])
      expect(await unsubscribe(call, { token: bad })).toMatchObject({ error: { code: 'unsubscription.not-found' } });
    expect(must(await listWatches(watcher.actor)).items).toHaveLength(1);
    await removeMembership(prisma(), world.workspaceId, watcher.userId);
    expect(await unsubscribe(call, { token })).toMatchObject({ error: { code: 'unsubscription.not-found' } });
  });

  it('of a letter that is no longer kept ends the channel it came by', async () => {
    await watch(id);
    await change();
    const { token } = leaving(lettersTo(watcher)[0]);
    await prisma().$executeRaw`delete from deliveries where workspace_id = ${world.workspaceId}`;
    expect(must(await unsubscribe(call, { token }))).toMatchObject({ kind: 'channel', isDone: true });
  });
});

describe('a date that comes near', () => {
  const on = <T>(day: string, run: () => Promise<T>): Promise<T> => atMoment(new Date(`${day}T04:40:00Z`), run);
  const warnOn = (day: string) =>
    on(day, async () => {
      await Promise.all([warnOwners(), warnOwners()]);
      await deliverDue(world.workspaceId);
    });

  it('is in the digest of its owner and told by the channels that hear of it, once 14 days and once 1 day ahead', async () => {
    const owner = await addPerson(world.workspaceId, 'contributor');
    const due = { owner: { type: 'person', id: owner.userId }, reviewBy: '2041-12-05', tags: ['revenue'] };
    const url = (path: string) => ({
      settings: { url: `${sink.url}/${path}` },
      own: false,
      digestHour: 9,
      timeZone: null,
    });
    const filter = (tag: string, events: ChannelFilter['events']) =>
      channelFilterSchema.parse({ significances: ['breaking'], tags: [tag], events });
    const { actor } = world.people.admin;
    must(await createChannel(actor, { ...url('a'), type: 'webhook', name: 'A', filter: filter('revenue', ['due']) }));
    must(await createChannel(actor, { ...url('b'), type: 'slack', name: 'B', filter: filter('orders', ['due']) }));
    must(
      await createChannel(actor, { ...url('c'), type: 'slack', name: 'C', filter: filter('revenue', ['released']) }),
    );
    await mergeItems(place, [event('An order was placed.', due)]);

    await warnOn('2041-11-20');
    await warnOn('2041-11-21');
    await warnOn('2041-11-22');
    expect(mail.letters).toEqual([]);
    expect(sink.received.map(({ path }) => path)).toEqual(['/a']);
    const { type, data } = JSON.parse(sink.received[0]?.body ?? '{}');
    expect(type).toBe('item.due');
    expect(data).toMatchObject({ request: null, items: [{ name: 'Order Completed' }], why: [expect.any(String)] });
    expect(data.stop.url).toContain('/settings/channels');
    await gatherAt(new Date('2041-11-23T10:00:00Z'));
    const [first = '', ...rest] = textTo(owner);
    expect(rest).toEqual([]);
    for (const words of [
      'Order Completed is due for review on 5 December',
      'because you own Order Completed',
      '/events/',
    ])
      expect(first).toContain(words);

    await warnOn('2041-12-04');
    await warnOn('2041-12-05');
    await gatherAt(new Date('2041-12-05T10:00:00Z'));
    await gatherAt(new Date('2041-12-07T10:00:00Z'));
    expect(sink.received.map(({ path }) => path)).toEqual(['/a', '/a']);
    expect(textTo(owner)).toHaveLength(2);
  });

  it('is not told to an owner who muted the item, nor to who is not a member any more', async () => {
    const owner = await addPerson(world.workspaceId, 'contributor');
    const left = await addPerson(world.workspaceId, 'contributor');
    const dueTo = (person: Persona) => ({ owner: { type: 'person', id: person.userId }, reviewBy: '2042-12-05' });
    await mergeItems(place, [
      event('An order was placed.', dueTo(owner)),
      itemOf('event', 'Signed Up', { meaning: 'x', ...dueTo(left) }),
    ]);
    must(await watchTarget(owner.actor, { plan: place.slug, target: id, level: 'none' }));
    await warnOn('2042-11-21');
    await removeMembership(prisma(), world.workspaceId, left.userId);
    await gatherAt(new Date('2042-11-23T10:00:00Z'));
    expect(mail.letters).toEqual([]);
    expect(must(await listInbox(owner.actor, { tab: 'everything', limit: 10 })).items).toEqual([]);
  });
});

describe('the clock', () => {
  it('brings back what was snoozed and sends the digest, at the hour of its reader', async () => {
    const own = await ownMail(watcher);
    const zoned = { timeZone: 'Asia/Tokyo', digestHour: 7, pace: 'digest' as const };
    must(await updateChannel(watcher.actor, { id: own.id, ifMatch: own.lockVersion, ...zoned }));
    await watch(id);
    // 20:00 in Tokyo; the digest is due at 07:00 there, which is 22:00 of the same day in UTC.
    await atMoment(new Date(`${new Date(Date.now() + dayMs).toISOString().slice(0, 10)}T11:00:00Z`), async () => {
      const at = (hours: number) => new Date(now().getTime() + hours * 3_600_000);
      await change();
      const inbox = async () => must(await listInbox(watcher.actor, { tab: 'everything', limit: 10 })).items;
      const [entry] = await inbox();
      const snooze = { action: 'snooze' as const, until: at(8).toISOString() };
      must(await triageEntry(watcher.actor, { id: entry?.id ?? '', ...snooze }));
      await atMoment(at(7), async () => expect(await inbox()).toEqual([]));
      await gatherAt(at(10.9));
      expect(mail.letters).toEqual([]);
      await gatherAt(at(11.1));
      expect(textTo(watcher)).toEqual([expect.stringContaining('Money for an order is ours.')]);
      await atMoment(at(9), async () => expect(await inbox()).toHaveLength(1));
    });
  });
});

describe('a filter of a workspace’s channel', () => {
  it('lets through by significance, plan, owner, tag, source and what happened, each by itself and together', async () => {
    const owner = { type: 'person', id: world.people.contributor.userId };
    const source = itemOf('source', 'Web', {});
    await mergeItems(place, [source]);
    const filters: Record<string, object> = {
      significance: { significances: ['meaning'] },
      breaking: { significances: ['breaking'] },
      plan: { plans: [place.planId] },
      'other plan': { plans: ['pl_other'] },
      owner: { owners: [owner.id] },
      'other owner': { owners: [world.people.viewer.userId] },
      tag: { tags: ['revenue', 'x'] },
      'other tag': { tags: ['x'] },
      source: { sources: [source.id] },
      'other source': { sources: ['so_other'] },
      'all together': { significances: ['meaning'], plans: [place.planId], owners: [owner.id], tags: ['revenue'] },
      'not together': { owners: [owner.id], tags: ['x'] },
      reviews: { events: ['review-asked'] },
    };
    for (const [name, filter] of Object.entries(filters)) {
      const settings = { url: `${sink.url}/${encodeURIComponent(name)}` };
      const base = { type: 'webhook', name, own: false, settings, digestHour: 9, timeZone: null };
      must(await createChannel(world.people.admin.actor, { ...base, filter: channelFilterSchema.parse(filter) }));
    }
    await change(event('Money for an order is ours.', { owner, tags: ['revenue'], sources: [source.id] }));
    expect(sink.received.map(({ path }) => decodeURIComponent(path.slice(1))).sort()).toEqual(
      ['significance', 'plan', 'owner', 'tag', 'source', 'all together'].sort(),
    );
  });
});

describe('a delivery that arrived', () => {
  it('is sent again by its id, as itself and alone', async () => {
    const { actor } = world.people.admin;
    const settings = { url: `${sink.url}/log` };
    const base = { type: 'webhook', name: 'Log', own: false, settings, digestHour: 9, timeZone: null };
    const made = must(await createChannel(actor, base));
    await change();
    await change(event('Money came back.'));
    const first = String(sink.received[0]?.headers['webhook-id']);
    const replay = { id: made.id, ids: [first], statuses: ['delivered' as const] };
    expect(must(await replayDeliveries(actor, replay)).replayed).toBe(1);
    await deliverDue(world.workspaceId);
    expect(sink.received.map(({ headers }) => headers['webhook-id'])).toEqual([
      first,
      expect.not.stringMatching(first),
      first,
    ]);
    expect(sink.received[2]?.body).toBe(sink.received[0]?.body);
  });
});

describe('a feed', () => {
  it('is of a plan, an item, an owner or a tag, by an address that ends with its channel', async () => {
    const owner = { type: 'person', id: world.people.contributor.userId };
    const feed = async (about: string, target: string) => {
      const base = { type: 'atom', name: about, own: true, digestHour: 9, timeZone: null };
      const made = await createChannel(watcher.actor, { ...base, settings: { plan: place.slug, about, target } });
      return { token: must(made).feedUrl?.split('/').at(-1) ?? '' };
    };
    await mergeItems(place, [event('Money for an order is ours.', { tags: ['revenue'], owner })]);
    await mergeItems(place, [itemOf('event', 'Signed Up', { meaning: 'Somebody signed up.', tags: ['growth'] })]);
    const entries = async (token: { token: string }) =>
      [...must(await readFeed(call, token)).body.matchAll(/<entry>[\s\S]*?<title>(.*?)<\/title>/g)].map(([, title]) =>
        title?.replace(/(:| is new).*/, ''),
      );
    const of = {
      plan: await feed('plan', ''),
      item: await feed('item', id),
      owner: await feed('owner', owner.id),
      tag: await feed('tag', 'growth'),
    };
    expect(await entries(of.plan)).toEqual(['Signed Up', 'Order Completed', 'Order Completed']);
    expect(await entries(of.item)).toEqual(['Order Completed', 'Order Completed']);
    expect(await entries(of.owner)).toEqual(['Order Completed']);
    expect(await entries(of.tag)).toEqual(['Signed Up']);
  });
});
