import { beforeAll, describe, expect, it } from 'vitest';
import { itemListQuerySchema } from '@/lib/contracts/items';
import type { Item } from '@/lib/domain/plan/item';
import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import { createWorld, type World } from '@/lib/features/testing/world';
import type { Result } from '@/lib/kit/result';
import type { Place } from '@/lib/store/store-fixture';
import { listItems } from './list-items';
import { readItem } from './read-item';
import { readItemHistory } from './read-item-history';
import { readSnapshot } from './read-snapshot';

let world: World;
let place: Place & { slug: string };
const web = itemOf('source', 'web', { runtime: 'client' });
const mail = itemOf('property', 'email', {
  type: { type: 'string' },
  dataClass: { class: 'personal', kind: 'e-mail' },
});
const account = itemOf('property-group', 'account', {
  properties: [{ propertyId: mail.id, presence: { kind: 'always' } }],
});
const signup = itemOf('event', 'Signup', {
  meaning: 'Someone pressed the button',
  stage: 'activation',
  sources: [web.id],
  groups: [account.id],
});
const order = itemOf('event', 'Order Completed', { meaning: 'Somebody paid' });
const funnel = itemOf('consumer', 'Growth funnel', {
  type: 'funnel',
  uses: [{ key: '1', eventId: signup.id, outcome: true }],
});

function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const viewer = () => world.people.viewer.actor;
const ask = (query: object) => listItems(viewer(), { ...itemListQuerySchema.parse(query), plan: place.slug });

beforeAll(async () => {
  world = await createWorld();
  place = await addPlan(world);
  await mergeItems(place, [web, mail, account, signup, order, funnel]);
  const later = {
    ...signup,
    name: 'Signup Completed',
    content: { ...signup.content, meaning: 'Someone has a verified account' },
  } as Item;
  await mergeItems(place, [later]);
});

describe('reading an item', () => {
  it('says what it means now and what it meant in release 1', async () => {
    const current = value(await readItem(viewer(), { plan: place.slug, item: 'Signup Completed' }));
    expect([current.item.name, current.item.content.meaning, current.version]).toEqual([
      'Signup Completed',
      'Someone has a verified account',
      '2.0.0',
    ]);
    const before = value(await readItem(viewer(), { plan: place.slug, item: 'Signup', at: 1 }));
    expect([before.item.content.meaning, before.version, before.release]).toEqual([
      'Someone pressed the button',
      '1.0.0',
      1,
    ]);
  });

  it('is found at an earlier release by the name it got later', async () => {
    const view = value(await readItem(viewer(), { plan: place.slug, item: 'Signup Completed', at: 1 }));
    expect([view.item.name, view.release]).toEqual(['Signup', 1]);
  });

  it('finds it by its former name and says so', async () => {
    const view = value(await readItem(viewer(), { plan: place.slug, item: 'signup' }));
    expect([view.item.id, view.renamedFrom]).toEqual([signup.id, 'Signup']);
  });

  it('resolves groups, consumers and the last change of meaning', async () => {
    const view = value(await readItem(viewer(), { plan: place.slug, item: signup.id }));
    expect(view.properties.map((one) => [one.property.name, one.group?.name, one.use.presence.kind])).toEqual([
      ['email', 'account', 'always'],
    ]);
    expect(view.consumers.map((one) => [one.consumer.name, one.uses])).toEqual([['Growth funnel', ['(outcome)']]]);
    expect(view.lastMeaningChange?.release.number).toBe(2);
    expect(view.lastMeaningChange?.consequence).toContain('Numbers before and after are not comparable');
    expect(view.refs[web.id]?.name).toBe('web');
  });

  it('names the nearest when there is none', async () => {
    const result = await readItem(viewer(), { plan: place.slug, item: 'Order Complete', kind: 'event' });
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'item.not-found', nearest: [{ name: 'Order Completed' }, { name: 'Signup Completed' }] },
    });
  });

  it('does not exist for another workspace', async () => {
    const stranger = (await createWorld()).people.admin.actor;
    expect(await readItem(stranger, { plan: place.slug, item: signup.id })).toMatchObject({
      ok: false,
      error: { code: 'plan.not-found' },
    });
    expect(await readItem(stranger, { plan: place.planId, item: signup.id })).toMatchObject({
      ok: false,
      error: { code: 'plan.not-found' },
    });
  });

  it('refuses a release that is not there', async () => {
    expect(await readItem(viewer(), { plan: place.slug, item: signup.id, at: 99 })).toMatchObject({
      ok: false,
      error: { code: 'release.not-found' },
    });
  });

  it('tells who changed which field last, and why', async () => {
    const history = value(await readItemHistory(viewer(), { plan: place.slug, item: signup.id }));
    expect(history.entries.map((entry) => [entry.release.number, entry.version, entry.until])).toEqual([
      [2, '2.0.0', null],
      [1, '1.0.0', 2],
    ]);
    expect(history.blame.meaning?.release.number).toBe(2);
    expect(history.blame.stage?.release.number).toBe(1);
    expect(history.entries[0]?.differences.map((one) => one.field)).toEqual(['name', 'meaning']);
  });
});

describe('listing items', () => {
  it('filters, counts and pages on one release', async () => {
    const first = value(await ask({ kind: 'event', limit: 1 }));
    expect([first.total, first.all, first.items.map((row) => row.name)]).toEqual([2, 2, ['Order Completed']]);
    const second = value(await ask({ kind: 'event', limit: 1, cursor: first.nextCursor }));
    expect([second.nextCursor, second.items.map((row) => row.name)]).toEqual([null, ['Signup Completed']]);
    expect(second.items[0]).toMatchObject({
      consumers: 1,
      propertyCount: 1,
      dataClass: 'personal',
      lastMeaningChange: { number: 2 },
    });
  });

  it('filters by class through groups, and names the condition that removed all', async () => {
    expect(value(await ask({ kind: 'event', filter: 'class:personal source:web' })).items.map((row) => row.id)).toEqual(
      [signup.id],
    );
    expect(value(await ask({ kind: 'event', filter: 'source:web tag:none-such' })).blocking).toEqual({
      part: 'tag:none-such',
      without: 'source:web',
      found: 1,
    });
  });

  it('reads the plan as it was', async () => {
    expect(value(await ask({ kind: 'event', at: 1 })).items.map((row) => row.name)).toEqual([
      'Order Completed',
      'Signup',
    ]);
    expect(value(await ask({ kind: 'event', at: '2001-01-01' })).total).toBe(0);
  });

  it('gives the whole plan at a release', async () => {
    expect(value(await readSnapshot(viewer(), { plan: place.slug })).items).toHaveLength(6);
  });
});
