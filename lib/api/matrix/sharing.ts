import { addPlan } from '@/lib/features/testing/plan';
import type { Persona, World } from '@/lib/features/testing/world';
import { callFor } from '../testing/client';
import type { Matrix } from '../testing/row';

const link = { name: 'Agency', expiresInDays: 7 };

async function shared(world: World, me: Persona): Promise<{ plan: string; id: string }> {
  const plan = (await addPlan(world)).slug;
  const path = `/workspaces/${world.slug}/plans/${plan}/share-links`;
  const { id } = await callFor<{ id: string }>(me, 'POST', path, { body: link });
  return { plan, id };
}

/** Links by which a plan is read without an account. */
export const sharingMatrix: Matrix = {
  'GET /workspaces/{workspace}/plans/{plan}/share-links': {
    needs: 'approver',
    scope: 'session',
    example: async (world, me) => ({ params: { plan: (await shared(world, me)).plan } }),
  },
  'POST /workspaces/{workspace}/plans/{plan}/share-links': {
    needs: 'approver',
    scope: 'session',
    example: async (world) => ({ params: { plan: (await addPlan(world)).slug }, body: link }),
  },
  'DELETE /workspaces/{workspace}/plans/{plan}/share-links/{id}': {
    needs: 'approver',
    scope: 'session',
    example: async (world, me) => ({ params: { ...(await shared(world, me)) } }),
  },
};
