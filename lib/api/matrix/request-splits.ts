import type { Matrix } from '../testing/row';
import { at, freshPlan, request } from './change-requests';

const path = '/workspaces/{workspace}/plans/{plan}/change-requests/{number}/split';

/** Partial merges. */
export const requestSplitMatrix: Matrix = {
  [`GET ${path}`]: {
    needs: 'viewer',
    scope: 'read',
    example: async (world, me) => {
      const plan = await freshPlan(world);
      return { params: at(plan, await request(plan, me, [{ name: 'Cart Viewed' }])) };
    },
  },
  [`POST ${path}`]: {
    needs: 'viewer',
    scope: 'propose',
    example: async (world, me) => {
      const plan = await freshPlan(world);
      const view = await request(plan, me, [{ name: 'Cart Viewed' }, { name: 'Cart Emptied' }]);
      return { params: at(plan, view), body: { stays: [view.changes[0]?.itemId ?? ''] } };
    },
  },
};
