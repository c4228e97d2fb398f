import type { Persona, World } from '@/lib/features/testing/world';
import type { Matrix } from '../testing/row';
import { at, freshPlan, request } from './change-requests';

const path = '/workspaces/{workspace}/plans/{plan}/change-requests/{number}/attendance';
const tab = 'tab-of-an-example';

async function params(world: World, me: Persona) {
  const plan = await freshPlan(world);
  return at(plan, await request(plan, me, [{ name: 'Cart Viewed' }]));
}

/** Who is in a request right now. */
export const attendanceMatrix: Matrix = {
  [`PUT ${path}`]: {
    needs: 'viewer',
    scope: 'session',
    example: async (world, me) => ({
      params: await params(world, me),
      body: { tab, itemId: null, isEditing: false },
    }),
  },
  [`DELETE ${path}`]: {
    needs: 'viewer',
    scope: 'session',
    example: async (world, me) => ({ params: await params(world, me), query: { tab } }),
  },
};
