import { addPlan } from '@/lib/features/testing/plan';
import { addPerson, type Persona, type World } from '@/lib/features/testing/world';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { newId } from '@/lib/kit/id';
import { createTeam, setTeamMembers } from '@/lib/store/teams';
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

const absence = async (world: World) => ({
  substituteId: (await addPerson(world.workspaceId, 'approver')).userId,
  from: '2026-01-01',
  until: '2999-01-01',
});

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
  [`GET ${one}/reviewers`]: {
    needs: 'viewer',
    scope: 'read',
    example: async (world, me) => ({ params: (await requestBy(world, me)).params }),
  },
  [`POST ${one}/reviewers`]: {
    needs: 'viewer',
    scope: 'propose',
    example: async (world, me) => ({
      params: (await requestBy(world, me)).params,
      body: { userId: (await addPerson(world.workspaceId, 'approver')).userId },
    }),
  },
  [`POST ${one}/reviewers/{user}/take-over`]: {
    needs: 'contributor',
    scope: 'review',
    example: async (world, me) => {
      const team = newId('tm');
      const mate = await addPerson(world.workspaceId, 'approver');
      await createTeam(prisma(), world.workspaceId, {
        id: team,
        slug: team.slice(3),
        name: team,
        description: '',
        createdAt: now(),
      });
      await setTeamMembers(prisma(), world.workspaceId, team, [mate.userId, me.userId]);
      const { path, params } = await requestBy(world, world.people.admin);
      const asked = await callFor<{ reviewers: { id: string }[] }>(world.people.admin, 'POST', `${path}/reviewers`, {
        body: { teamId: team },
      });
      return { params: { ...params, user: asked.reviewers.at(-1)?.id ?? '' }, body: {} };
    },
  },
  'GET /workspaces/{workspace}/absence': { needs: 'viewer', scope: 'read', example: () => ({}) },
  'PUT /workspaces/{workspace}/absence': {
    needs: 'viewer',
    scope: 'propose',
    example: async (world) => ({ body: await absence(world) }),
  },
  'DELETE /workspaces/{workspace}/absence': {
    needs: 'viewer',
    scope: 'propose',
    example: async (world, me) => {
      await callFor(me, 'PUT', `/workspaces/${world.slug}/absence`, { body: await absence(world) });
      return {};
    },
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
