import { defaultConventions } from '@/lib/domain/conventions/settings';
import { defaultPolicy } from '@/lib/domain/review/policy';
import { addNews } from '@/lib/features/testing/news';
import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import type { World } from '@/lib/features/testing/world';
import { callFor } from '../testing/client';
import type { Matrix } from '../testing/row';

async function planWithVersion(world: World) {
  const { slug } = await addPlan(world);
  const path = `/workspaces/${world.slug}/plans/${slug}`;
  const { lockVersion } = await callFor<{ lockVersion: number }>(world.people.admin, 'GET', path);
  return { params: { plan: slug }, headers: { 'if-match': `"${lockVersion}"` } };
}

const planOnly = async (world: World) => ({ params: { plan: (await addPlan(world)).slug } });

async function openRequest(world: World) {
  const { slug } = await addPlan(world);
  const items = [{ kind: 'event', name: 'Order Completed', content: {} }];
  const path = `/workspaces/${world.slug}/plans/${slug}/change-requests`;
  const { number } = await callFor<{ number: number }>(world.people.admin, 'POST', path, {
    body: { title: 'Orders', items, submit: true },
  });
  return { params: { plan: slug }, body: { number, policy: defaultPolicy } };
}

/** A plan with an event whose owner is missing, and the excuse for it. */
async function excusable(world: World) {
  const place = await addPlan(world);
  const event = itemOf('event', 'Order Completed', { meaning: 'An order was placed.' });
  await mergeItems(place, [event]);
  const until = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const body = { itemId: event.id, rule: 'missing-owner', reason: 'Owners are found next week.', until };
  return { params: { plan: place.slug }, body };
}

/** The inbox, the review policy and the conventions. */
export const inboxMatrix: Matrix = {
  'GET /workspaces/{workspace}/inbox': {
    needs: 'viewer',
    scope: 'read',
    example: () => ({ query: { tab: 'everything' } }),
  },
  'GET /workspaces/{workspace}/inbox/count': { needs: 'viewer', scope: 'read', example: () => ({}) },
  'PATCH /workspaces/{workspace}/inbox': {
    needs: 'viewer',
    scope: 'propose',
    example: async (world, me) => ({ body: { ids: [await addNews(world, me)], action: 'done' } }),
  },
  'PATCH /workspaces/{workspace}/inbox/{id}': {
    needs: 'viewer',
    scope: 'propose',
    example: async (world, me) => ({ params: { id: await addNews(world, me) }, body: { action: 'read' } }),
  },

  'GET /workspaces/{workspace}/plans/{plan}/policy': { needs: 'viewer', scope: 'read', example: planOnly },
  'PUT /workspaces/{workspace}/plans/{plan}/policy': {
    needs: 'admin',
    scope: 'admin',
    example: async (world) => ({ ...(await planWithVersion(world)), body: defaultPolicy }),
  },
  'POST /workspaces/{workspace}/plans/{plan}/policy/trial': {
    needs: 'viewer',
    scope: 'read',
    example: openRequest,
  },

  'GET /workspaces/{workspace}/plans/{plan}/conventions/suppressions': {
    needs: 'viewer',
    scope: 'read',
    example: planOnly,
  },
  'POST /workspaces/{workspace}/plans/{plan}/conventions/suppressions': {
    needs: 'approver',
    scope: 'review',
    example: async (world) => excusable(world),
  },
  'DELETE /workspaces/{workspace}/plans/{plan}/conventions/suppressions/{id}': {
    needs: 'approver',
    scope: 'review',
    example: async (world) => {
      const { params, body } = await excusable(world);
      const path = `/workspaces/${world.slug}/plans/${params.plan}/conventions/suppressions`;
      const { id } = await callFor<{ id: string }>(world.people.approver, 'POST', path, { body });
      return { params: { ...params, id } };
    },
  },
  'GET /workspaces/{workspace}/plans/{plan}/conventions': { needs: 'viewer', scope: 'read', example: planOnly },
  'PUT /workspaces/{workspace}/plans/{plan}/conventions': {
    needs: 'admin',
    scope: 'admin',
    example: async (world) => ({ ...(await planWithVersion(world)), body: defaultConventions }),
  },
  'POST /workspaces/{workspace}/plans/{plan}/conventions/trial': {
    needs: 'viewer',
    scope: 'read',
    example: async (world) => ({ ...(await planOnly(world)), body: {} }),
  },
};
