import { signedLink } from '@/lib/features/testing/channels';
import { addPlan } from '@/lib/features/testing/plan';
import type { Persona, World } from '@/lib/features/testing/world';
import { sign } from '@/lib/infra/auth/seal';
import { callFor } from '../testing/client';
import type { Matrix } from '../testing/row';

interface Made {
  readonly id: string;
  readonly lockVersion: number;
  readonly feedUrl: string | null;
}

// An address that is nobody's of ours and is never called: what is only saved is only looked at.
const webhook = { type: 'webhook', name: 'Warehouse', settings: { url: 'https://93.184.215.14/hook' } };

async function own(world: World, me: Persona, body: object = webhook): Promise<Made> {
  return callFor<Made>(me, 'POST', `/workspaces/${world.slug}/channels`, { body });
}

/** The mail channel that everybody has; without a mail server a test of it tells that it failed. */
async function mail(world: World, me: Persona): Promise<string> {
  const path = `/workspaces/${world.slug}/channels`;
  const { items } = await callFor<{ items: { id: string; type: string; isOwn: boolean }[] }>(me, 'GET', path);
  return items.find(({ type, isOwn }) => type === 'email' && isOwn)?.id ?? '';
}

/** The signed part of a link that ends a channel of one's own. */
async function unsubscribeLink(world: World, me: Persona): Promise<string> {
  const { id } = await own(world, me);
  return sign('unsubscribe', JSON.stringify([world.workspaceId, id, 'dl_gone', 'news']));
}

/** Channels, their logs, feeds and signed links. */
export const channelMatrix: Matrix = {
  'GET /workspaces/{workspace}/channels': { needs: 'viewer', scope: 'read', example: () => ({}) },
  'GET /workspaces/{workspace}/channels/choices': { needs: 'viewer', scope: 'read', example: () => ({}) },
  'POST /workspaces/{workspace}/channels': { needs: 'viewer', scope: 'admin', example: () => ({ body: webhook }) },
  'PATCH /workspaces/{workspace}/channels/{id}': {
    needs: 'viewer',
    scope: 'admin',
    example: async (world, me) => {
      const { id } = await own(world, me);
      return { params: { id }, headers: { 'if-match': '"1"' }, body: {} };
    },
  },
  'DELETE /workspaces/{workspace}/channels/{id}': {
    needs: 'viewer',
    scope: 'admin',
    example: async (world, me) => ({ params: { id: (await own(world, me)).id } }),
  },
  'POST /workspaces/{workspace}/channels/{id}/secret': {
    needs: 'viewer',
    scope: 'admin',
    example: async (world, me) => ({ params: { id: (await own(world, me)).id } }),
  },
  'POST /workspaces/{workspace}/channels/{id}/test': {
    needs: 'viewer',
    scope: 'admin',
    example: async (world, me) => ({ params: { id: await mail(world, me) } }),
  },
  'GET /workspaces/{workspace}/channels/{id}/deliveries': {
    needs: 'viewer',
    scope: 'admin',
    example: async (world, me) => ({ params: { id: await mail(world, me) } }),
  },
  'POST /workspaces/{workspace}/channels/{id}/replays': {
    needs: 'viewer',
    scope: 'admin',
    example: async (world, me) => ({
      params: { id: await mail(world, me) },
      body: { since: '2026-01-01T00:00:00.000Z' },
    }),
  },
  'GET /feeds/{token}': {
    needs: 'public',
    scope: 'read',
    example: async (world, me) => {
      const { slug } = await addPlan(world);
      const made = await own(world, me, { type: 'atom', name: 'Releases', settings: { plan: slug } });
      return { params: { token: made.feedUrl?.split('/').at(-1) ?? '' } };
    },
  },
  'GET /unsubscriptions/{token}': {
    needs: 'public',
    scope: 'read',
    example: async (world, me) => ({ params: { token: await unsubscribeLink(world, me) } }),
  },
  'POST /unsubscriptions/{token}': {
    needs: 'public',
    scope: 'read',
    example: async (world, me) => ({ params: { token: await unsubscribeLink(world, me) } }),
  },
  'GET /acknowledgements/{token}': {
    needs: 'public',
    scope: 'read',
    example: async (world, me) => ({ params: { token: await signedLink(world, me) } }),
  },
  'POST /acknowledgements/{token}': {
    needs: 'public',
    scope: 'read',
    example: async (world, me) => ({ params: { token: await signedLink(world, me) } }),
  },
};
