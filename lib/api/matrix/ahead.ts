import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import type { Persona, World } from '@/lib/features/testing/world';
import { callFor } from '../testing/client';
import type { Matrix } from '../testing/row';

const soon = () => ({
  startsAt: new Date().toISOString(),
  endsAt: new Date(Date.now() + 86_400_000).toISOString(),
});

async function planWithItems(world: World) {
  const place = await addPlan(world);
  const event = itemOf('event', 'Order Completed', { meaning: 'An order was placed.' });
  await mergeItems(place, [event]);
  return { params: { plan: place.slug }, itemId: event.id };
}

async function pinned(world: World, me: Persona) {
  const { params, itemId } = await planWithItems(world);
  const path = `/workspaces/${world.slug}/plans/${params.plan}/announcements`;
  const { id } = await callFor<{ id: string }>(me, 'POST', path, {
    body: { itemId, text: 'The checkout moves on Monday.', ...soon() },
  });
  return { params: { ...params, id } };
}

const person = (id: string) => ({ type: 'person', id });

/** What is said before something happens: announcements, and who takes over from whom. */
export const aheadMatrix: Matrix = {
  'GET /workspaces/{workspace}/plans/{plan}/announcements': {
    needs: 'viewer',
    scope: 'read',
    example: async (world) => {
      const { params, itemId } = await planWithItems(world);
      return { params, query: { item: itemId } };
    },
  },
  'POST /workspaces/{workspace}/plans/{plan}/announcements': {
    needs: 'contributor',
    scope: 'propose',
    example: async (world) => {
      const { params, itemId } = await planWithItems(world);
      return { params, body: { itemId, text: 'The checkout moves on **Monday**.', ...soon() } };
    },
  },
  'DELETE /workspaces/{workspace}/plans/{plan}/announcements/{id}': {
    needs: 'contributor',
    scope: 'propose',
    example: pinned,
  },
  'GET /workspaces/{workspace}/owned': {
    needs: 'viewer',
    scope: 'read',
    example: (_world, me) => ({ query: person(me.userId) }),
  },
  'GET /workspaces/{workspace}/plans/{plan}/orphans': {
    needs: 'viewer',
    scope: 'read',
    example: async (world) => ({ params: (await planWithItems(world)).params }),
  },
  'POST /workspaces/{workspace}/plans/{plan}/hand-overs': {
    needs: 'viewer',
    scope: 'propose',
    example: async (world) => ({
      params: (await planWithItems(world)).params,
      body: { from: 'nobody', to: person(world.people.approver.userId) },
    }),
  },
};
