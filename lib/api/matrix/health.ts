import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import type { World } from '@/lib/features/testing/world';
import type { Example, Matrix, MatrixRow } from '../testing/row';

type Ids = Record<'plan' | 'event' | 'survivor' | 'loser' | 'source' | 'destination' | 'consumer', string>;
const plans = new WeakMap<World, Promise<Ids>>();

/** One plan for all reads of a world. */
function planOf(world: World): Promise<Ids> {
  let known = plans.get(world);
  if (!known) {
    known = makePlan(world);
    plans.set(world, known);
  }
  return known;
}

async function makePlan(world: World): Promise<Ids> {
  const place = await addPlan(world);
  const [survivor, loser] = [itemOf('property', 'order_id'), itemOf('property', 'orderId')];
  const [source, destination] = [itemOf('source', 'Web'), itemOf('destination', 'Lake')];
  const event = itemOf('event', 'Legacy Ping', {
    properties: [survivor, loser].map(({ id }) => ({ propertyId: id })),
    sources: [source.id],
    destinations: [destination.id],
  });
  const consumer = itemOf('consumer', 'Sales', { uses: [{ key: 'a', eventId: event.id }] });
  await mergeItems(place, [survivor, loser, source, destination, event, consumer]);
  const ids = { event, survivor, loser, source, destination, consumer };
  const named = Object.entries(ids).map(([name, item]) => [name, item.id]);
  return { plan: place.slug, ...Object.fromEntries(named) };
}

const read = (of: (ids: Ids) => Example): MatrixRow => ({
  needs: 'viewer',
  scope: 'read',
  example: async (world) => of(await planOf(world)),
});
const propose = (of: (ids: Ids) => Example): MatrixRow => ({ ...read(of), scope: 'propose' });

const notesOf = (body?: object): MatrixRow => ({
  needs: 'approver',
  scope: 'review',
  example: async (world) => {
    const place = await addPlan(world);
    await mergeItems(place, [itemOf('event', 'Order Completed')]);
    return { params: { plan: place.slug, number: 1 }, headers: { 'if-match': '"1"' }, ...(body ? { body } : {}) };
  },
});

/** Plan health, release notes, and what the page of an item tells beside the item. */
export const healthMatrix: Matrix = {
  'GET /workspaces/{workspace}/plans/{plan}/health': read(({ plan }) => ({ params: { plan } })),
  'GET /workspaces/{workspace}/plans/{plan}/health/findings': read(({ plan }) => ({
    params: { plan },
    query: { kind: 'over-tracking' },
  })),
  'POST /workspaces/{workspace}/plans/{plan}/health/fixes': propose(({ plan, event }) => ({
    params: { plan },
    body: { itemIds: [event], fix: { kind: 'retire' } },
  })),
  'GET /workspaces/{workspace}/plans/{plan}/items/{item}/variants': read(({ plan, survivor }) => ({
    params: { plan, item: survivor },
  })),
  'GET /workspaces/{workspace}/plans/{plan}/unification': read(({ plan, survivor, loser }) => ({
    params: { plan },
    query: { survivor, losers: loser },
  })),
  'POST /workspaces/{workspace}/plans/{plan}/unification': propose(({ plan, survivor, loser }) => ({
    params: { plan },
    body: { survivor, losers: [loser] },
  })),
  'GET /workspaces/{workspace}/plans/{plan}/items/{item}/confusions': read(({ plan, event }) => ({
    params: { plan, item: event },
  })),
  'GET /workspaces/{workspace}/plans/{plan}/items/{item}/code': read(({ plan, source }) => ({
    params: { plan, item: source },
  })),
  'GET /workspaces/{workspace}/plans/{plan}/items/{item}/limits': read(({ plan, destination }) => ({
    params: { plan, item: destination },
  })),
  'GET /workspaces/{workspace}/plans/{plan}/items/{item}/changes': read(({ plan, consumer }) => ({
    params: { plan, item: consumer },
  })),
  'GET /workspaces/{workspace}/plans/{plan}/releases/{number}/notes': read(({ plan }) => ({
    params: { plan, number: 1 },
  })),
  'PUT /workspaces/{workspace}/plans/{plan}/releases/{number}/notes': notesOf({ text: 'Counted when captured.' }),
  'POST /workspaces/{workspace}/plans/{plan}/releases/{number}/notes/restore': notesOf(),
};
