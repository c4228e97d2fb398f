import type { Matrix } from '../testing/row';
import { at, freshPlan, request } from './change-requests';

/** A change as code sees it. */
export const changeCodeMatrix: Matrix = {
  'GET /workspaces/{workspace}/plans/{plan}/change-requests/{number}/changes/{itemId}/code': {
    needs: 'viewer',
    scope: 'read',
    example: async (world, me) => {
      const plan = await freshPlan(world);
      const view = await request(plan, me, [{ name: 'Cart Viewed' }], false);
      return {
        params: at(plan, view, { itemId: view.changes[0]?.itemId ?? '' }),
        query: { view: 'json-schema' },
      };
    },
  },
};
