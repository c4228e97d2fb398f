import { addPlan } from '@/lib/features/testing/plan';
import type { Persona, World } from '@/lib/features/testing/world';
import { callFor } from '../testing/client';
import type { Matrix } from '../testing/row';

const one = '/workspaces/{workspace}/plans/{plan}/change-requests/{number}';
const checklist = [{ id: 'legal', words: 'Legal has seen it', required: 'never' }];

async function planWithChecklist(world: World) {
  const { slug } = await addPlan(world);
  const path = `/workspaces/${world.slug}/plans/${slug}`;
  const headers = { 'if-match': '"0"' };
  await callFor(world.people.admin, 'PUT', `${path}/review-settings`, { body: { checklist }, headers });
  return { path, params: { plan: slug } };
}

/** A request that `by` sent for review. */
async function requestBy(world: World, by: Persona) {
  const { path, params } = await planWithChecklist(world);
  const items = [{ kind: 'event', name: 'Cart Viewed', content: {} }];
  const { number } = await callFor<{ number: number }>(by, 'POST', `${path}/change-requests`, {
    body: { title: 'Carts', items, submit: true },
  });
  return { path: `${path}/change-requests/${number}`, params: { ...params, number } };
}

/** How requests begin, who is asked to review them, and what is ticked. */
export const reviewPeopleMatrix: Matrix = {
  'GET /workspaces/{workspace}/plans/{plan}/review-settings': {
    needs: 'viewer',
    scope: 'read',
    example: async (world) => ({ params: (await planWithChecklist(world)).params }),
  },
  'PUT /workspaces/{workspace}/plans/{plan}/review-settings': {
    needs: 'approver',
    scope: 'admin',
    example: async (world) => ({
      params: (await planWithChecklist(world)).params,
      headers: { 'if-match': '"1"' },
      body: { template: '## Why', checklist, reminderDays: 3 },
    }),
  },
  [`PUT ${one}/checklist/{line}`]: {
    needs: 'viewer',
    scope: 'review',
    example: async (world, me) => ({
      params: { ...(await requestBy(world, me)).params, line: 'legal' },
      body: { ticked: true },
    }),
  },
};
