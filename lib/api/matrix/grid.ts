import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import type { World } from '@/lib/features/testing/world';
import type { Example, Matrix, MatrixRow } from '../testing/row';

const plans = new WeakMap<World, Promise<{ plan: string; event: string }>>();

/** One plan for all examples of a world. */
function planOf(world: World) {
  const known = plans.get(world) ?? makePlan(world);
  plans.set(world, known);
  return known;
}

async function makePlan(world: World) {
  const place = await addPlan(world);
  const event = itemOf('event', 'Order Completed');
  await mergeItems(place, [event]);
  return { plan: place.slug, event: event.id };
}

const row = (scope: 'read' | 'propose', body: (event: string) => Example['body']): MatrixRow => ({
  needs: 'viewer',
  scope,
  example: async (world) => {
    const { plan, event } = await planOf(world);
    return { params: { plan }, body: body(event) };
  },
});

const action = { kind: 'tags', how: 'add', tags: ['checkout'] };

/** The grid and actions on a selection. */
export const gridMatrix: Matrix = {
  'POST /workspaces/{workspace}/plans/{plan}/grid': row('read', () => ({ kind: 'event' })),
  'POST /workspaces/{workspace}/plans/{plan}/edits': row('propose', (itemId) => ({
    edits: [{ itemId, fields: { meaning: 'The payment is captured.' } }],
  })),
  'POST /workspaces/{workspace}/plans/{plan}/bulk/preview': row('read', (event) => ({ itemIds: [event], action })),
  'POST /workspaces/{workspace}/plans/{plan}/bulk': row('propose', (event) => ({ itemIds: [event], action })),
};
