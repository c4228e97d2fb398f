import { mergeChangeRequest } from '@/lib/features/change-requests/merge-change-request';
import type { World } from '@/lib/features/testing/world';
import { newId } from '@/lib/kit/id';
import { must } from '@/lib/kit/must';
import type { Matrix } from '../testing/row';
import { approved, freshPlan, request } from './change-requests';

const path = '/workspaces/{workspace}/plans/{plan}';

/** A plan whose one release has an event that a source sends. */
async function sent(world: World) {
  const plan = await freshPlan(world);
  const [itemId, sourceId] = [newId('ev'), newId('so')];
  const view = await request(plan, world.people.admin, [
    { itemId: sourceId, kind: 'source', name: 'Web' },
    { itemId, name: 'Cart Viewed', content: { meaning: 'A.', sources: [sourceId] } },
  ]);
  await approved(plan, world.people.approver, view);
  must(await mergeChangeRequest(world.people.admin.actor, { plan, number: view.number }));
  return { plan, itemId, sourceId };
}

/** How far changes have come in the code of each source. */
export const rolloutMatrix: Matrix = {
  [`GET ${path}/releases/{number}/rollout`]: {
    needs: 'viewer',
    scope: 'read',
    example: async (world) => ({ params: { plan: (await sent(world)).plan, number: 1 } }),
  },
  [`PUT ${path}/releases/{number}/rollout`]: {
    needs: 'contributor',
    scope: 'propose',
    example: async (world) => {
      const { plan, itemId, sourceId } = await sent(world);
      return { params: { plan, number: 1 }, body: { set: [{ itemId, sourceId, state: 'in-code' }] } };
    },
  },
  [`GET ${path}/rollout`]: {
    needs: 'viewer',
    scope: 'read',
    example: async (world) => {
      const { plan, sourceId } = await sent(world);
      return { params: { plan }, query: { source: sourceId } };
    },
  },
};
