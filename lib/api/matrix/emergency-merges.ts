import { askEmergency, confirmEmergencyOf } from '@/lib/features/change-requests/move-emergency';
import { addPerson, type Persona, type World } from '@/lib/features/testing/world';
import { must } from '@/lib/kit/must';
import type { Matrix, MatrixRow } from '../testing/row';
import { at, freshPlan, request } from './change-requests';

const all = '/workspaces/{workspace}/plans/{plan}';
const one = `${all}/change-requests/{number}/emergency`;

/** A request of a contributor in a plan where approvers may ask for an emergency merge. */
async function unread(world: World) {
  const plan = await freshPlan(world, { emergencyMerge: 'approvers' });
  const view = await request(plan, world.people.contributor, [{ name: 'Cart Viewed' }]);
  return { plan, number: view.number, params: at(plan, view) };
}

const reading = (example: MatrixRow['example']): MatrixRow => ({ needs: 'viewer', scope: 'read', example });

/** Asked for by one other than who tries, and confirmed by a third when it shall be merged. */
async function asked(world: World, me: Persona, merged: boolean) {
  const made = await unread(world);
  const [asker, second] = [
    await addPerson(world.workspaceId, 'approver'),
    await addPerson(world.workspaceId, 'approver'),
  ];
  must(await askEmergency(asker.actor, { ...made, reason: `The shop is down, says ${me.name}` }));
  if (merged) must(await confirmEmergencyOf(second.actor, made));
  return { ...made, asker };
}

/** Emergency merges; no token may go that way. */
export const emergencyMatrix: Matrix = {
  [`GET ${all}/emergency-merges`]: reading(async (world) => ({ params: { plan: (await unread(world)).plan } })),
  [`GET ${one}`]: reading(async (world) => ({ params: (await unread(world)).params })),
  [`POST ${one}`]: {
    needs: 'approver',
    scope: 'session',
    example: async (world) => ({ params: (await unread(world)).params, body: { reason: 'The shop is down' } }),
  },
  [`POST ${one}/confirm`]: {
    needs: 'approver',
    scope: 'session',
    example: async (world, me) => ({ params: (await asked(world, me, false)).params, body: {} }),
  },
  [`POST ${one}/withdraw`]: {
    needs: 'approver',
    scope: 'session',
    example: async (world, me) => {
      const made = await unread(world);
      must(await askEmergency(me.actor, { ...made, reason: 'The shop is down' }));
      return { params: made.params, body: {} };
    },
  },
  [`POST ${one}/review`]: {
    needs: 'approver',
    scope: 'session',
    example: async (world, me) => ({ params: (await asked(world, me, true)).params, body: { note: 'Read.' } }),
  },
};
