import { beforeEach, describe, expect, it } from 'vitest';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import type { InboxEntry } from '@/lib/contracts/inbox';
import { createChangeRequest } from '@/lib/features/change-requests/create-change-request';
import { mergeChangeRequest } from '@/lib/features/change-requests/merge-change-request';
import { approveChangeRequest, requestChangesOf } from '@/lib/features/change-requests/moves';
import { listInbox } from '@/lib/features/inbox/list-inbox';
import { tell } from '@/lib/features/inbox/tell';
import { readItem } from '@/lib/features/items/read-item';
import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import { addPerson, createWorld, type Persona, type World } from '@/lib/features/testing/world';
import { prisma } from '@/lib/infra/db/client';
import type { TaskPayload } from '@/lib/infra/jobs/tasks';
import { must } from '@/lib/kit/must';
import { listWatches } from './list-watches';
import { readTarget, unwatchTarget, watchTarget } from './watch-target';

let world: World;
let plan: string;
let author: Persona;
let reviewer: Persona;
let watcher: Persona;
let owner: Persona;
let told = 0;
const ids = { event: '', other: '', property: '', source: '' };

const said = (meaning: string, extra: object = {}) => ({
  meaning,
  firesWhen: 'Paid.',
  tags: ['Checkout'],
  category: 'Orders',
  sources: [ids.source],
  owner: { type: 'person', id: owner.userId },
  ...extra,
});
const values = (meaning: string) => ({
  type: { type: 'string' },
  allowedValues: [
    { value: 'card', meaning: 'By card.' },
    { value: 'paypal', meaning },
  ],
});

beforeEach(async () => {
  world = await createWorld();
  told = 0;
  author = world.people.contributor;
  reviewer = world.people.approver;
  watcher = world.people.viewer;
  owner = await addPerson(world.workspaceId, 'approver');
  const place = await addPlan(world);
  plan = place.slug;
  const rest = place.planId.slice(3);
  Object.assign(ids, { event: `ev_${rest}`, other: `ev_x${rest}`, property: `pr_${rest}`, source: `so_${rest}` });
  await mergeItems(place, [
    itemOf('source', 'iOS', {}, ids.source),
    itemOf('event', 'Order Completed', said('An order was placed.'), ids.event),
    itemOf('event', 'Cart Viewed', { meaning: 'Seen.', firesWhen: 'Shown.' }, ids.other),
    itemOf('property', 'payment_method', values('By PayPal.'), ids.property),
  ]);
});

/** Tells what was not told yet. */
async function tellAll(): Promise<void> {
  const rows = await prisma().$queryRaw<{ payload: TaskPayload<'tell'> }[]>`
    select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'tell' and j.payload->>'workspaceId' = ${world.workspaceId} order by j.id`;
  for (const { payload } of rows.slice(told)) await tell(payload);
  told = rows.length;
}

const propose = async (items: readonly object[]) =>
  must(
    await createChangeRequest(author.actor, {
      ...{ plan, title: 'Captured counts', reason: 'Finance asked for it', submit: true },
      items: items.map((item) => ({ namespace: null, ...item })) as never,
    }),
  );

async function approve(view: ChangeRequestView): Promise<void> {
  const covers = view.changes.map(({ itemId, digest, baseDigest }) => ({ itemId, digest, baseDigest }));
  for (const { actor } of [reviewer, owner])
    must(await approveChangeRequest(actor, { plan, number: view.number, covers, body: '' }));
}

async function release(items: readonly object[]): Promise<void> {
  const view = await propose(items);
  await approve(view);
  must(await mergeChangeRequest(author.actor, { plan, number: view.number }));
  await tellAll();
}

const event = (meaning: string, extra: object = {}) => ({
  ...{ itemId: ids.event, kind: 'event', name: 'Order Completed' },
  content: said(meaning, extra),
});

const inbox = async (person: Persona): Promise<InboxEntry[]> =>
  must(await listInbox(person.actor, { tab: 'everything', limit: 50 })).items;
const watch = (person: Persona, target: string, level: 'all' | 'meaning' | 'participating' | 'none' = 'all') =>
  watchTarget(person.actor, { plan, target, level });

describe('watching', () => {
  it('counts each watcher once, is listed, and ends', async () => {
    const { viewer, admin } = world.people;
    must(await watch(viewer, ids.event));
    must(await watch(viewer, ids.event));
    expect(await watch(admin, ids.event)).toEqual({
      ok: true,
      value: { targetId: ids.event, target: ids.event, watching: true, level: 'all', watchers: 2 },
    });
    expect(must(await listWatches(viewer.actor))).toMatchObject({
      total: 1,
      items: [{ name: 'Order Completed', item: { name: 'Order Completed' }, target: ids.event }],
    });
    const stop = async () => must(await unwatchTarget(viewer.actor, { plan, target: ids.event }));
    expect(await stop()).toMatchObject({ watching: false, level: null, watchers: 1 });
    expect(await stop()).toMatchObject({ watching: false, watchers: 1 });
  });

  it('shows on the page of an item, also where it is muted', async () => {
    const { viewer, admin } = world.people;
    const shown = async (person: Persona) => must(await readItem(person.actor, { plan, item: ids.event }));
    must(await watch(admin, ids.event, 'meaning'));
    must(await watch(viewer, ids.event, 'none'));
    expect(await shown(admin)).toMatchObject({ watching: true, watchLevel: 'meaning', watchers: 1 });
    expect(await shown(viewer)).toMatchObject({ watching: false, watchLevel: 'none', watchers: 1 });
    must(await unwatchTarget(viewer.actor, { plan, target: ids.event }));
    must(await unwatchTarget(admin.actor, { plan, target: ids.event }));
    expect(await shown(viewer)).toMatchObject({ watching: false, watchLevel: null, watchers: 0 });
  });

  it('does not reach an item of another plan', async () => {
    const other = await addPlan(world);
    const result = await watchTarget(watcher.actor, { plan: other.slug, target: ids.event, level: 'all' });
    expect(result).toMatchObject({ ok: false, error: { code: 'item.not-found' } });
  });

  it('says what one hears of without watching', async () => {
    expect(must(await listWatches(owner.actor)).automatic).toMatchObject([{ reason: 'own', count: 1 }]);
    expect(must(await listWatches(watcher.actor)).automatic).toEqual([]);
  });

  it('refuses what the plan does not have, in words', async () => {
    const refused = async (target: string) => {
      const result = await watch(watcher, target);
      return result.ok ? 'watched' : result.error.code;
    };
    expect(
      await Promise.all(['tag:none', 'category:none', 'source:so_none', 'owner:person:us_none'].map(refused)),
    ).toEqual(Array.from({ length: 4 }, () => 'watch.no-such-target'));
    expect(await refused(`value:${ids.property} cash`)).toBe('watch.no-such-target');
    expect(await refused(`value:${ids.event} paypal`)).toBe('watch.no-such-target');
    expect(await refused('filter:changed:soon')).toBe('watch.filter-unusable');
    expect(await refused('filter:kind:thing')).toBe('watch.filter-unusable');
    expect(await refused('filter:colour:red')).toBe('watch.filter-unusable');
    expect(await refused('request:cr_none')).toBe('change-request.not-found');
    expect(must(await watch(watcher, 'tag:checkout'))).toMatchObject({ target: 'tag:Checkout' });
    expect(must(await unwatchTarget(watcher.actor, { plan, target: 'tag:CHECKOUT' }))).toMatchObject({
      watching: false,
      watchers: 0,
    });
  });

  it('belongs to one person of one workspace', async () => {
    must(await watch(watcher, 'tag:Checkout'));
    const stranger = (await createWorld()).people.admin;
    expect(must(await listWatches(stranger.actor)).items).toEqual([]);
    expect(await readTarget(stranger.actor, { plan, target: 'tag:Checkout' })).toMatchObject({
      ok: false,
      error: { code: 'plan.not-found' },
    });
    expect(must(await readTarget(owner.actor, { plan, target: 'tag:Checkout' }))).toMatchObject({
      watching: false,
      watchers: 1,
    });
  });
});

describe('what a watch tells', () => {
  const targets = (): [string, string][] => [
    [ids.event, 'You watch Order Completed'],
    ['tag:checkout', 'You watch tag Checkout'],
    ['category:orders', 'You watch category Orders'],
    [`owner:person:${owner.userId}`, 'You watch what '],
    [`source:${ids.source}`, 'You watch what iOS sends'],
    ['filter:kind:event changed:<30d', 'You watch the filter kind:event changed:<30d'],
    ['filter:tag:checkout has:meaning', 'You watch the filter tag:checkout has:meaning'],
    ['plan', 'You watch the plan '],
  ];

  it('is told for each kind of target, says by which it came, and ends with exactly that one', async () => {
    for (const [at, [target]] of targets().entries()) {
      const person = at === 0 ? watcher : await addPerson(world.workspaceId, 'viewer');
      must(await watch(person, target));
      must(await watch(person, `value:${ids.property} card`));
      await release([event(`Money is ours, ${at}.`)]);
      const [entry] = await inbox(person);
      const [, words] = targets()[at] ?? ['', ''];
      expect(entry?.reasons).toEqual(['watch']);
      expect(entry?.stops).toHaveLength(1);
      expect(entry?.stops[0]).toMatchObject({ act: 'unwatch', isStopped: false, before: 'all' });
      expect(entry?.stops[0]?.words.startsWith(words)).toBe(true);
      must(await unwatchTarget(person.actor, { plan, target: entry?.stops[0]?.target ?? '' }));
      expect((await inbox(person))[0]?.stops[0]?.isStopped).toBe(true);
      expect(must(await listWatches(person.actor)).items.map((one) => one.targetKind)).toEqual(['value']);
      await release([event(`Money is yours, ${at}.`)]);
      expect(await inbox(person)).toHaveLength(1);
    }
  });

  it('hears of one value and not of the others', async () => {
    const [card, paypal] = [await addPerson(world.workspaceId, 'viewer'), watcher];
    must(await watch(card, `value:${ids.property} card`));
    must(await watch(paypal, `value:${ids.property} paypal`, 'meaning'));
    const property = {
      itemId: ids.property,
      kind: 'property',
      name: 'payment_method',
      content: values('By any wallet.'),
    };
    await release([property]);
    expect(await inbox(card)).toEqual([]);
    expect((await inbox(paypal))[0]?.stops[0]).toMatchObject({ words: 'You watch value paypal of payment_method' });
  });

  it('tells nobody of what is not theirs, and never who did it', async () => {
    must(await watch(watcher, 'tag:Checkout'));
    must(await watch(author, 'tag:Checkout'));
    await release([
      { itemId: ids.other, kind: 'event', name: 'Cart Viewed', content: { meaning: 'New.', firesWhen: 'x' } },
    ]);
    expect(await inbox(watcher)).toEqual([]);
    await release([event('Money is ours.')]);
    expect(await inbox(watcher)).toHaveLength(1);
    expect((await inbox(author)).filter(({ news }) => news.kind === 'released')).toEqual([]);
  });

  it('keeps to its level', async () => {
    must(await watch(watcher, 'tag:Checkout', 'meaning'));
    await release([event('An order was placed.', { tags: ['Checkout', 'New'] })]);
    expect(await inbox(watcher)).toEqual([]);
    must(await watch(watcher, 'plan', 'all'));
    must(await watch(watcher, ids.event, 'participating'));
    await release([event('Money is ours.', { tags: ['Checkout', 'New'] })]);
    expect(await inbox(watcher)).toEqual([]);
    must(await unwatchTarget(watcher.actor, { plan, target: ids.event }));
    await release([event('Money is yours.', { tags: ['Checkout', 'New'] })]);
    expect((await inbox(watcher))[0]?.stops.map(({ words }) => words)).toEqual(
      expect.arrayContaining(['You watch tag Checkout']),
    );
  });

  it('does not tell an owner who muted the item, and says how to mute it before', async () => {
    await release([event('Money is ours.')]);
    const [entry] = await inbox(owner);
    expect(entry?.stops).toEqual([
      {
        words: 'You own Order Completed',
        target: ids.event,
        name: 'Order Completed',
        act: 'mute',
        isStopped: false,
        before: null,
      },
    ]);
    must(await watch(owner, ids.event, 'none'));
    await release([event('Money is yours.')]);
    const entries = await inbox(owner);
    expect(entries).toHaveLength(1);
    expect(entries[0]?.stops[0]?.isStopped).toBe(true);
  });

  it('says nothing more of a muted request but what somebody is asked', async () => {
    const view = await propose([event('Money is ours.')]);
    must(await requestChangesOf(reviewer.actor, { plan, number: view.number, body: 'Say when.' }));
    await tellAll();
    const [entry] = await inbox(author);
    const [stop] = entry?.stops ?? [];
    expect(stop).toMatchObject({ words: 'You opened this request', act: 'mute', isStopped: false });
    must(await watch(author, stop?.target ?? '', 'none'));
    expect(await watch(author, stop?.target ?? '', 'all')).toMatchObject({ error: { code: 'watch.level-unusable' } });
    const before = (await inbox(author))[0]?.at;
    await approve(view);
    must(await watch(watcher, 'plan'));
    must(await watch(watcher, stop?.target ?? '', 'none'));
    must(await mergeChangeRequest(world.people.admin.actor, { plan, number: view.number }));
    await tellAll();
    expect((await inbox(author)).every(({ at }) => at === before)).toBe(true);
    expect(await inbox(watcher)).toEqual([]);
    expect((await inbox(owner)).filter(({ news }) => news.kind === 'released')).toHaveLength(1);
  });
});
