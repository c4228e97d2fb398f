import { createPlan } from '@/lib/features/plans/create-plan';
import type { World } from '@/lib/features/testing/world';
import { newId } from '@/lib/kit/id';
import { callFor } from '../testing/client';
import type { Example, Matrix } from '../testing/row';

const csv = {
  body: 'event,description,team\nSigned Up,A user exists,Growth\n',
  headers: { 'content-type': 'text/csv' },
};

async function plan(world: World): Promise<string> {
  const created = await createPlan(world.people.admin.actor, { name: `Plan ${newId('x').slice(-8)}`, description: '' });
  if (!created.ok) throw new Error(created.error.code);
  return created.value.slug;
}

async function staged(world: World): Promise<{ plan: string; id: string; mapping: unknown }> {
  const slug = await plan(world);
  const view = await callFor<{ id: string; mapping: unknown }>(
    world.people.contributor,
    'POST',
    `/workspaces/${world.slug}/plans/${slug}/imports`,
    csv,
  );
  return { plan: slug, ...view };
}

const inPlan = async (world: World): Promise<Example> => ({ params: { plan: await plan(world) } });
const inImport = async (world: World): Promise<Example> => {
  const { plan: slug, id } = await staged(world);
  return { params: { plan: slug, id } };
};

/** Templates, imports and exports. */
export const transferMatrix: Matrix = {
  'GET /workspaces/{workspace}/plans/{plan}/templates': { needs: 'viewer', scope: 'read', example: inPlan },
  'GET /workspaces/{workspace}/plans/{plan}/imports': { needs: 'viewer', scope: 'read', example: inPlan },
  'POST /workspaces/{workspace}/plans/{plan}/imports': {
    needs: 'contributor',
    scope: 'propose',
    example: async (world) => ({ params: { plan: await plan(world) }, ...csv }),
  },
  'GET /workspaces/{workspace}/plans/{plan}/imports/{id}': { needs: 'viewer', scope: 'read', example: inImport },
  'PUT /workspaces/{workspace}/plans/{plan}/imports/{id}/mapping': {
    needs: 'contributor',
    scope: 'propose',
    example: async (world) => {
      const { plan: slug, id, mapping } = await staged(world);
      return { params: { plan: slug, id }, body: { mapping } };
    },
  },
  'POST /workspaces/{workspace}/plans/{plan}/imports/{id}/teams': {
    needs: 'admin',
    scope: 'admin',
    example: async (world) => ({ ...(await inImport(world)), body: { names: [`Growth ${newId('x').slice(-8)}`] } }),
  },
  'POST /workspaces/{workspace}/plans/{plan}/imports/{id}/change-request': {
    needs: 'contributor',
    scope: 'propose',
    example: async (world) => ({ ...(await inImport(world)), body: { title: 'Our spreadsheet' } }),
  },
  'GET /workspaces/{workspace}/plans/{plan}/imports/{id}/rejected': {
    needs: 'viewer',
    scope: 'read',
    example: inImport,
  },
  'DELETE /workspaces/{workspace}/plans/{plan}/imports/{id}': {
    needs: 'contributor',
    scope: 'propose',
    example: inImport,
  },

  'GET /workspaces/{workspace}/export-formats': { needs: 'viewer', scope: 'export', example: () => ({}) },
  'GET /workspaces/{workspace}/plans/{plan}/exports/preview': {
    needs: 'viewer',
    scope: 'export',
    example: async (world) => ({ ...(await inPlan(world)), query: { format: 'csv' } }),
  },
  'GET /workspaces/{workspace}/plans/{plan}/exports': {
    needs: 'viewer',
    scope: 'export',
    example: async (world) => ({ ...(await inPlan(world)), query: { format: 'json-schema' } }),
  },
};
