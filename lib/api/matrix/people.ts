import { addPerson, addToken, type Persona, type World } from '@/lib/features/testing/world';
import { newSecret } from '@/lib/infra/auth/secrets';
import { newId } from '@/lib/kit/id';
import { callFor } from '../testing/client';
import type { Matrix } from '../testing/row';

const one = { id: '' };

async function team(world: World) {
  const body = { name: `Team ${newId('x')}` };
  return callFor<typeof one>(world.people.admin, 'POST', `/workspaces/${world.slug}/teams`, { body });
}

async function invitation(world: World) {
  const body = { role: 'viewer' };
  return callFor<{ id: string; link: string }>(world.people.admin, 'POST', `/workspaces/${world.slug}/invitations`, {
    body,
  });
}

async function secretOf(world: World) {
  return (await invitation(world)).link.split('#')[1] ?? '';
}

async function ownToken(world: World, me: Persona) {
  await addToken(me);
  const { items } = await callFor<{ items: { id: string; createdBy: { id: string } }[] }>(
    me,
    'GET',
    `/workspaces/${world.slug}/tokens`,
  );
  return items.find(({ createdBy }) => createdBy.id === me.userId) ?? one;
}

/** Accounts, workspaces, members, teams, invitations, tokens, preferences and the audit. */
export const peopleMatrix: Matrix = {
  'GET /health': { needs: 'public', scope: 'read', example: () => ({}) },
  'POST /session': {
    needs: 'public',
    scope: 'session',
    example: (_world, me) => ({ body: { email: me.email, password: 'not the password' }, status: 401 }),
  },
  'DELETE /session': { needs: 'public', scope: 'session', example: () => ({}) },
  'POST /first-admin': {
    needs: 'public',
    scope: 'session',
    example: async (world) => {
      await addPerson(world.workspaceId, 'viewer', { passwordHash: 'somebody can sign in' });
      const password = 'a long enough sentence';
      return { body: { workspaceName: 'W', name: 'N', email: 'first@example.com', password }, status: 409 };
    },
  },
  'POST /demo-session': {
    needs: 'public',
    scope: 'session',
    example: (_world, me) => ({ body: { userId: me.userId }, status: 404 }),
  },
  'POST /invitation-offers': {
    needs: 'public',
    scope: 'session',
    example: async (world) => ({ body: { secret: await secretOf(world) } }),
  },
  'POST /invitation-joins': {
    needs: 'public',
    scope: 'session',
    example: async (world) => ({
      body: {
        secret: await secretOf(world),
        name: 'New Person',
        email: `${newId('new').slice(-20)}@example.com`,
        password: 'a long enough sentence',
      },
    }),
  },
  'POST /invitation-acceptances': {
    needs: 'person',
    scope: 'session',
    example: async (world) => ({ body: { secret: await secretOf(world) }, status: 409 }),
  },

  'GET /account': { needs: 'person', scope: 'read', example: () => ({}) },
  'PATCH /account': { needs: 'person', scope: 'session', example: () => ({ body: { name: 'Another Name' } }) },
  'PUT /account/password': {
    needs: 'person',
    scope: 'session',
    example: () => ({ body: { currentPassword: 'there is none', newPassword: 'a long enough sentence' }, status: 400 }),
  },
  'GET /account/sessions': { needs: 'person', scope: 'read', example: () => ({}) },
  'DELETE /account/sessions': { needs: 'person', scope: 'session', example: () => ({}) },
  'DELETE /account/sessions/{id}': {
    needs: 'person',
    scope: 'session',
    example: async (world) => ({
      params: { id: (await addPerson(world.workspaceId, 'viewer')).sessionId },
      status: 404,
    }),
  },
  'GET /account/preferences': { needs: 'person', scope: 'read', example: () => ({}) },
  'PATCH /account/preferences': { needs: 'person', scope: 'session', example: () => ({ body: { theme: 'dark' } }) },

  'POST /workspaces': {
    needs: 'person',
    scope: 'session',
    example: (_world, me) => ({ body: { name: `Another ${newId('x')}` }, status: me.role === 'admin' ? 201 : 403 }),
  },
  'GET /workspaces/{workspace}': { needs: 'viewer', scope: 'read', example: () => ({}) },
  'PATCH /workspaces/{workspace}': {
    needs: 'admin',
    scope: 'admin',
    example: async (world) => {
      const { lockVersion } = await callFor<{ lockVersion: number }>(
        world.people.admin,
        'GET',
        `/workspaces/${world.slug}`,
      );
      return { body: { name: 'New name' }, headers: { 'if-match': `"${lockVersion}"` } };
    },
  },

  'GET /workspaces/{workspace}/members': {
    needs: 'viewer',
    scope: 'read',
    example: () => ({ query: { limit: '10' } }),
  },
  'PATCH /workspaces/{workspace}/members/{id}': {
    needs: 'admin',
    scope: 'admin',
    example: async (world) => ({
      params: { id: (await addPerson(world.workspaceId, 'viewer')).userId },
      body: { role: 'contributor' },
    }),
  },
  'DELETE /workspaces/{workspace}/members/{id}': {
    needs: 'admin',
    scope: 'admin',
    example: async (world) => ({ params: { id: (await addPerson(world.workspaceId, 'viewer')).userId } }),
  },

  'GET /workspaces/{workspace}/teams': { needs: 'viewer', scope: 'read', example: () => ({}) },
  'POST /workspaces/{workspace}/teams': {
    needs: 'admin',
    scope: 'admin',
    example: () => ({ body: { name: `Growth ${newId('x')}` } }),
  },
  'PATCH /workspaces/{workspace}/teams/{id}': {
    needs: 'admin',
    scope: 'admin',
    example: async (world, me) => ({ params: { id: (await team(world)).id }, body: { memberIds: [me.userId] } }),
  },
  'DELETE /workspaces/{workspace}/teams/{id}': {
    needs: 'admin',
    scope: 'admin',
    example: async (world) => ({ params: { id: (await team(world)).id } }),
  },

  'GET /workspaces/{workspace}/invitations': { needs: 'admin', scope: 'admin', example: () => ({}) },
  'POST /workspaces/{workspace}/invitations': {
    needs: 'admin',
    scope: 'admin',
    example: () => ({ body: { role: 'viewer' } }),
  },
  'DELETE /workspaces/{workspace}/invitations/{id}': {
    needs: 'admin',
    scope: 'admin',
    example: async (world) => ({ params: { id: (await invitation(world)).id } }),
  },

  'GET /workspaces/{workspace}/tokens': { needs: 'viewer', scope: 'session', example: () => ({}) },
  'POST /workspaces/{workspace}/tokens': {
    needs: 'viewer',
    scope: 'session',
    example: () => ({ body: { name: newSecret('ci '), scopes: ['read'] } }),
  },
  'DELETE /workspaces/{workspace}/tokens/{id}': {
    needs: 'viewer',
    scope: 'session',
    example: async (world, me) => ({ params: { id: (await ownToken(world, me)).id } }),
  },

  'GET /workspaces/{workspace}/audit': { needs: 'admin', scope: 'admin', example: () => ({}) },
  'GET /workspaces/{workspace}/audit/check': { needs: 'admin', scope: 'admin', example: () => ({}) },
  'GET /workspaces/{workspace}/audit/export': {
    needs: 'admin',
    scope: 'admin',
    example: () => ({ query: { action: 'team', format: 'csv' } }),
  },
};
