import { beforeAll, expect, it } from 'vitest';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { addPlan } from '@/lib/features/testing/plan';
import { createWorld, type World } from '@/lib/features/testing/world';
import { newId } from '@/lib/kit/id';
import { must } from '@/lib/kit/must';
import { createChangeRequest } from './create-change-request';
import { mergeChangeRequest } from './merge-change-request';
import { approveChangeRequest } from './moves';
import { readChangeCode } from './read-change-code';

const ids = {
  order: newId('ev'),
  total: newId('pr'),
  ios: newId('so'),
  web: newId('so'),
  board: newId('co'),
};
let world: World;
let plan: string;

type Written = { itemId: string; kind: ItemKind; name: string; content: Record<string, unknown> };
const use = { presence: { kind: 'always' } };
const order = (content: Record<string, unknown> = {}, name = 'Order Completed'): Written => ({
  ...{ itemId: ids.order, kind: 'event', name },
  content: {
    ...{ meaning: 'Paid.', firesWhen: 'At once.', sources: [ids.ios, ids.web] },
    properties: [{ propertyId: ids.total, ...use }],
    ...content,
  },
});
const total = (content: Record<string, unknown>): Written => ({
  ...{ itemId: ids.total, kind: 'property', name: 'total' },
  content: { meaning: 'What is paid.', type: { type: 'integer' }, ...content },
});
const source = (itemId: string, name: string, platform: string): Written => ({
  ...{ itemId, kind: 'source', name },
  content: { runtime: 'client', platform },
});
const board: Written = { itemId: ids.board, kind: 'consumer', name: 'Revenue', content: { meaning: 'Money.' } };

const request = async (items: readonly Written[]) => {
  const written = items.map((item) => ({ namespace: null, ...item }));
  const asked = { plan, title: 'Orders', reason: 'To know', submit: true, items: written as never };
  return must(await createChangeRequest(world.people.contributor.actor, asked));
};

const read = async (number: number, itemId: string, view: 'json-schema' | 'snippet', of?: string) => {
  const asked = { plan, number, itemId, view, ...(of ? { source: of } : {}) };
  return must(await readChangeCode(world.people.viewer.actor, asked));
};

beforeAll(async () => {
  world = await createWorld();
  plan = (await addPlan(world)).slug;
  const view = await request([
    ...[order(), total({}), source(ids.ios, 'iOS app', 'iOS'), source(ids.web, 'Website', 'web'), board],
  ]);
  const at = { plan, number: view.number };
  must(
    await approveChangeRequest(world.people.approver.actor, {
      ...at,
      covers: null,
      body: '',
      ifMatch: view.lockVersion,
    }),
  );
  must(await mergeChangeRequest(world.people.contributor.actor, at));
});

it('of a property is its definition, and the calls of every event that carries it', async () => {
  const { number } = await request([total({ type: { type: 'string' } }), order({ purpose: 'Revenue.' })]);
  const schemas = await read(number, ids.total, 'json-schema');
  expect(schemas.pieces).toMatchObject([{ key: 'definitions.schema.json' }]);
  expect(schemas.pieces[0]?.before).toContain('"type": "integer"');
  expect(schemas.pieces[0]?.after).toContain('"type": "string"');
  const calls = await read(number, ids.total, 'snippet');
  expect(calls.pieces.map(({ label }) => label)).toEqual([
    'Order Completed, iOS app (Swift)',
    'Order Completed, Website (JavaScript)',
  ]);
  expect((await read(number, ids.total, 'snippet', ids.web)).pieces).toMatchObject([
    { before: expect.stringContaining('total: 1'), after: expect.stringContaining('total: "…"') },
  ]);
  // The event itself says something else to people, and the same to code.
  expect(await read(number, ids.order, 'json-schema')).toEqual({ view: 'json-schema', pieces: [], more: 0 });
});

it('of an event is its file and its calls: new, under another name, and gone when it is retired', async () => {
  const renamed = await request([order({}, 'Order Paid')]);
  const [file] = (await read(renamed.number, ids.order, 'json-schema')).pieces;
  expect(file?.label).toBe('events/Order-Completed.schema.json → events/Order-Paid.schema.json');
  const [call] = (await read(renamed.number, ids.order, 'snippet')).pieces;
  expect([call?.before, call?.after]).toEqual([
    expect.stringContaining('Order Completed'),
    expect.stringContaining('Order Paid'),
  ]);

  const cart = newId('ev');
  const added = await request([{ itemId: cart, kind: 'event', name: 'Cart Viewed', content: { meaning: 'Seen.' } }]);
  expect((await read(added.number, cart, 'json-schema')).pieces).toMatchObject([
    { label: 'events/Cart-Viewed.schema.json', before: null, after: expect.stringContaining('Seen.') },
  ]);
  expect((await read(added.number, cart, 'snippet')).pieces).toMatchObject([
    { label: 'Cart Viewed, JavaScript', before: null, after: 'analytics.track("Cart Viewed");' },
  ]);

  const retired = await request([order({ lifecycle: { state: 'retired' } })]);
  const gone = await read(retired.number, ids.order, 'json-schema');
  expect(gone.pieces).toMatchObject([{ before: expect.any(String), after: null }]);
  expect((await read(retired.number, ids.order, 'snippet')).pieces.map(({ after }) => after)).toEqual([null, null]);
});

it('of a source is its calls in another language, of a consumer nothing, and of a stranger’s request no word', async () => {
  const moved = await request([source(ids.ios, 'iOS app', 'iOS'), { ...board, content: { meaning: 'More.' } }]);
  expect((await read(moved.number, ids.board, 'snippet')).pieces).toEqual([]);
  const rewritten = await request([source(ids.ios, 'Phone app', 'Android')]);
  expect((await read(rewritten.number, ids.ios, 'snippet')).pieces).toMatchObject([
    { label: 'Order Completed, Phone app (Kotlin)' },
  ]);
  const missing = await readChangeCode(world.people.viewer.actor, {
    ...{ plan, number: rewritten.number, itemId: ids.order },
    view: 'snippet',
  });
  expect(missing).toMatchObject({ ok: false, error: { code: 'change.not-found' } });
});
