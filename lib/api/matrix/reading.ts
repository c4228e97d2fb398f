import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import type { World } from '@/lib/features/testing/world';
import { newId } from '@/lib/kit/id';
import { callFor } from '../testing/client';
import type { Matrix } from '../testing/row';

const plans = new WeakMap<World, Promise<{ plan: string; itemId: string }>>();

/** One plan with two releases for all reads of a world. */
async function planOf(world: World) {
  let known = plans.get(world);
  if (!known) {
    known = makePlan(world);
    plans.set(world, known);
  }
  return known;
}

async function makePlan(world: World) {
  const place = await addPlan(world);
  const event = itemOf('event', 'Order Completed', { meaning: 'Someone ordered' });
  await mergeItems(place, [event]);
  await mergeItems(place, [itemOf('event', 'Order Completed', { meaning: 'Somebody paid' }, event.id)]);
  return { plan: place.slug, itemId: event.id };
}

const reads = () => ({ needs: 'viewer', scope: 'read' }) as const;

/** Plans, items, search, releases, watches and home. */
export const readingMatrix: Matrix = {
  'GET /workspaces/{workspace}/stream': { needs: 'viewer', scope: 'read', example: () => ({}) },
  'GET /workspaces/{workspace}/plans': { ...reads(), example: () => ({}) },
  'POST /workspaces/{workspace}/plans': {
    needs: 'admin',
    scope: 'admin',
    example: () => ({ body: { name: `Plan ${newId('x')}` } }),
  },
  'GET /workspaces/{workspace}/plans/{plan}': {
    ...reads(),
    example: async (world) => ({ params: { plan: (await planOf(world)).plan } }),
  },
  'PATCH /workspaces/{workspace}/plans/{plan}': {
    needs: 'admin',
    scope: 'admin',
    example: async (world) => {
      const { slug } = await addPlan(world);
      const { lockVersion } = await callFor<{ lockVersion: number }>(
        world.people.admin,
        'GET',
        `/workspaces/${world.slug}/plans/${slug}`,
      );
      return { params: { plan: slug }, body: { name: 'Another name' }, headers: { 'if-match': `"${lockVersion}"` } };
    },
  },
  'POST /workspaces/{workspace}/plans/{plan}/archive': {
    needs: 'admin',
    scope: 'admin',
    example: async (world) => ({ params: { plan: (await addPlan(world)).slug } }),
  },
  'GET /workspaces/{workspace}/plans/{plan}/items': {
    ...reads(),
    example: async (world) => ({
      params: { plan: (await planOf(world)).plan },
      query: { kind: 'event', filter: 'no:owner' },
    }),
  },
  'GET /workspaces/{workspace}/plans/{plan}/items/{item}': {
    ...reads(),
    example: async (world) => ({
      params: { plan: (await planOf(world)).plan, item: 'Order Completed' },
      query: { at: '1' },
    }),
  },
  'GET /workspaces/{workspace}/plans/{plan}/items/{item}/history': {
    ...reads(),
    example: async (world) => {
      const { plan, itemId } = await planOf(world);
      return { params: { plan, item: itemId } };
    },
  },
  'GET /workspaces/{workspace}/plans/{plan}/activity': {
    ...reads(),
    example: async (world) => ({ params: { plan: (await planOf(world)).plan }, query: { kind: 'merged' } }),
  },
  'GET /workspaces/{workspace}/plans/{plan}/items/{item}/activity': {
    ...reads(),
    example: async (world) => {
      const { plan, itemId } = await planOf(world);
      return { params: { plan, item: itemId } };
    },
  },
  'GET /workspaces/{workspace}/members/{id}/activity': {
    ...reads(),
    example: (_world, me) => ({ params: { id: me.userId } }),
  },
  'GET /workspaces/{workspace}/plans/{plan}/snapshot': {
    ...reads(),
    example: async (world) => ({ params: { plan: (await planOf(world)).plan } }),
  },
  'GET /workspaces/{workspace}/plans/{plan}/search': {
    ...reads(),
    example: async (world) => ({ params: { plan: (await planOf(world)).plan }, query: { q: 'ordr complet' } }),
  },
  'GET /workspaces/{workspace}/plans/{plan}/search-index': {
    ...reads(),
    example: async (world) => ({ params: { plan: (await planOf(world)).plan } }),
  },
  'GET /workspaces/{workspace}/plans/{plan}/releases': {
    ...reads(),
    example: async (world) => ({ params: { plan: (await planOf(world)).plan } }),
  },
  'GET /workspaces/{workspace}/plans/{plan}/releases/{number}': {
    ...reads(),
    example: async (world) => ({ params: { plan: (await planOf(world)).plan, number: 2 } }),
  },
  'GET /workspaces/{workspace}/plans/{plan}/comparison': {
    ...reads(),
    example: async (world) => ({ params: { plan: (await planOf(world)).plan }, query: { from: '1', to: '2' } }),
  },
  'GET /workspaces/{workspace}/watches': { ...reads(), example: () => ({}) },
  'GET /workspaces/{workspace}/plans/{plan}/watches/{target}': {
    ...reads(),
    example: async (world) => {
      const { plan, itemId } = await planOf(world);
      return { params: { plan, target: itemId } };
    },
  },
  'PUT /workspaces/{workspace}/plans/{plan}/watches/{target}': {
    needs: 'viewer',
    scope: 'propose',
    example: async (world) => {
      const { plan, itemId } = await planOf(world);
      return { params: { plan, target: itemId }, body: { level: 'all' } };
    },
  },
  'DELETE /workspaces/{workspace}/plans/{plan}/watches/{target}': {
    needs: 'viewer',
    scope: 'propose',
    example: async (world) => {
      const { plan, itemId } = await planOf(world);
      return { params: { plan, target: itemId } };
    },
  },
  'GET /workspaces/{workspace}/home': { ...reads(), example: () => ({}) },
};
