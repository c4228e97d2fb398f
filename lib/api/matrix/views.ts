import { addPlan } from '@/lib/features/testing/plan';
import type { Persona, World } from '@/lib/features/testing/world';
import { callFor } from '../testing/client';
import type { Matrix } from '../testing/row';

async function saved(world: World, me: Persona) {
  const { slug } = await addPlan(world);
  const { id } = await callFor<{ id: string }>(me, 'POST', `/workspaces/${world.slug}/plans/${slug}/views`, {
    body: { kind: 'event', name: 'Without an owner', shape: { filter: 'no:owner' } },
  });
  return { params: { plan: slug, id } };
}

/** Saved views; that sharing one takes a contributor is a rule of the row, tested beside the use cases. */
export const viewMatrix: Matrix = {
  'GET /workspaces/{workspace}/plans/{plan}/views': {
    needs: 'viewer',
    scope: 'read',
    example: async (world) => ({ params: { plan: (await addPlan(world)).slug }, query: { kind: 'event' } }),
  },
  'POST /workspaces/{workspace}/plans/{plan}/views': {
    needs: 'viewer',
    scope: 'propose',
    example: async (world) => ({
      params: { plan: (await addPlan(world)).slug },
      body: { kind: 'event', name: 'Mine', shape: { filter: 'owner:me', group: 'stage' } },
    }),
  },
  'PATCH /workspaces/{workspace}/plans/{plan}/views/{id}': {
    needs: 'viewer',
    scope: 'propose',
    example: async (world, me) => ({ ...(await saved(world, me)), body: { name: 'Nobody answers for it' } }),
  },
  'DELETE /workspaces/{workspace}/plans/{plan}/views/{id}': { needs: 'viewer', scope: 'propose', example: saved },
  'PUT /workspaces/{workspace}/plans/{plan}/default-view': {
    needs: 'viewer',
    scope: 'propose',
    example: async (world, me) => {
      const { params } = await saved(world, me);
      return { params: { plan: params.plan }, body: { kind: 'event', id: params.id } };
    },
  },
};
