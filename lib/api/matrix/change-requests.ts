import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import { defaultConventions } from '@/lib/domain/conventions/settings';
import { defaultPolicy, type Policy } from '@/lib/domain/review/policy';
import { createChangeRequest } from '@/lib/features/change-requests/create-change-request';
import { editChange } from '@/lib/features/change-requests/edit-change';
import { mergeChangeRequest } from '@/lib/features/change-requests/merge-change-request';
import { approveChangeRequest, closeChangeRequest, requestChangesOf } from '@/lib/features/change-requests/moves';
import { readChangeRequestView } from '@/lib/features/change-requests/read-change-request';
import { startThread } from '@/lib/features/change-requests/threads';
import type { Persona, World } from '@/lib/features/testing/world';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { newId } from '@/lib/kit/id';
import { must } from '@/lib/kit/must';
import { createPlan } from '@/lib/store/plans';
import type { Matrix, MatrixRow } from '../testing/row';

const all = '/workspaces/{workspace}/plans/{plan}/change-requests';
const one = `${all}/{number}`;

/** A plan of its own for an example. */
export async function freshPlan(world: World, policy: Partial<Policy> = {}): Promise<string> {
  const id = newId('pl');
  const rules = { policy: { ...defaultPolicy, ...policy }, conventions: defaultConventions, stages: [] };
  await createPlan(prisma(), world.workspaceId, {
    id,
    slug: id.slice(3),
    name: 'Plan',
    description: '',
    ...rules,
    createdAt: now(),
  });
  return id.slice(3);
}

type Written = {
  itemId?: string;
  kind?: 'event' | 'consumer' | 'source';
  name: string;
  content?: Record<string, unknown>;
};

/** An example's request of some items by a person. */
export async function request(
  plan: string,
  by: Persona,
  items: readonly Written[],
  submit = true,
): Promise<ChangeRequestView> {
  const written = items.map((item) => ({ kind: 'event' as const, namespace: null, content: {}, ...item }));
  return must(
    await createChangeRequest(by.actor, { plan, title: 'Example', reason: 'To try', submit, items: written as never }),
  );
}

/** Has a person approve all of an example's request. */
export async function approved(plan: string, by: Persona, view: ChangeRequestView): Promise<void> {
  must(
    await approveChangeRequest(by.actor, {
      plan,
      number: view.number,
      ifMatch: view.lockVersion,
      covers: null,
      body: '',
    }),
  );
}

/** A plan whose one release has an event of `owner` and a consumer of theirs. */
async function released(world: World, owner: Persona) {
  const plan = await freshPlan(world);
  const [eventId, consumerId] = [newId('ev'), newId('co')];
  const own = { owner: { type: 'person', id: owner.userId } };
  const view = await request(plan, world.people.admin, [
    { itemId: eventId, name: 'Order Completed', content: { meaning: 'A.', ...own } },
    { itemId: consumerId, kind: 'consumer', name: 'Revenue', content: { ...own, uses: [{ key: 'orders', eventId }] } },
  ]);
  await approved(plan, world.people.approver, view);
  must(await mergeChangeRequest(world.people.admin.actor, { plan, number: view.number }));
  return { plan, eventId, consumerId };
}

/** An admin's request to change what an event of `owner` means. */
async function meaningChange(world: World, owner: Persona) {
  const made = await released(world, owner);
  const content = { meaning: 'B.', owner: { type: 'person', id: owner.userId } };
  const view = await request(made.plan, world.people.admin, [
    { itemId: made.eventId, name: 'Order Completed', content },
  ]);
  return { ...made, view };
}

/** The parameters of a request's address. */
export const at = (plan: string, view: { readonly number: number }, more: Record<string, string> = {}) => ({
  plan,
  number: view.number,
  ...more,
});

/** A move on a request that `me` started. */
function onOwn(scope: MatrixRow['scope'], body: unknown, submit: boolean): MatrixRow {
  return {
    needs: 'viewer',
    scope,
    example: async (world, me) => {
      const plan = await freshPlan(world);
      return { params: at(plan, await request(plan, me, [{ name: 'Cart Viewed' }], submit)), body };
    },
  };
}

/** A move on an item of a request that `me` started. */
function onOwnItem(body: unknown): MatrixRow {
  return {
    needs: 'viewer',
    scope: 'propose',
    example: async (world, me) => {
      const plan = await freshPlan(world);
      const view = await request(plan, me, [{ name: 'Cart Viewed' }], false);
      return {
        params: at(plan, view, { itemId: view.changes[0]?.itemId ?? '' }),
        ...(body === undefined ? {} : { body }),
      };
    },
  };
}

const reading: Matrix = {
  [`GET ${all}`]: {
    needs: 'viewer',
    scope: 'read',
    example: async (world) => ({ params: { plan: await freshPlan(world) } }),
  },
  [`GET ${one}`]: onOwn('read', undefined, true),
  [`GET ${one}/conflicts`]: onOwn('read', undefined, true),
  [`GET ${one}/threads`]: onOwn('read', undefined, true),
  [`GET ${one}/changes/{itemId}`]: { ...onOwnItem(undefined), scope: 'read' },
  [`POST ${all}/preview`]: {
    needs: 'viewer',
    scope: 'read',
    example: async (world) => ({
      params: { plan: await freshPlan(world) },
      body: { kind: 'event', name: 'Cart Viewed', content: {} },
    }),
  },
};

const proposing: Matrix = {
  [`POST ${all}`]: {
    needs: 'viewer',
    scope: 'propose',
    example: async (world) => ({ params: { plan: await freshPlan(world) }, body: { title: 'Example' } }),
  },
  [`PATCH ${one}`]: onOwn('propose', { title: 'Other words' }, false),
  [`POST ${one}/changes`]: onOwn('propose', { kind: 'event', name: 'Cart Emptied' }, false),
  [`PATCH ${one}/changes/{itemId}`]: onOwnItem({ fields: { meaning: 'New.' } }),
  [`DELETE ${one}/changes/{itemId}`]: onOwnItem(undefined),
  [`POST ${one}/changes/{itemId}/remove`]: {
    needs: 'viewer',
    scope: 'propose',
    example: async (world, me) => {
      const { plan, consumerId } = await released(world, world.people.admin);
      return {
        params: at(plan, await request(plan, me, [{ name: 'Cart Viewed' }], false), { itemId: consumerId }),
        body: {},
      };
    },
  },
  [`POST ${one}/submit`]: onOwn('propose', {}, false),
  [`POST ${one}/close`]: onOwn('propose', {}, true),
  [`POST ${one}/rebase`]: onOwn('propose', {}, true),
  [`POST ${one}/reopen`]: {
    needs: 'viewer',
    scope: 'propose',
    example: async (world, me) => {
      const plan = await freshPlan(world);
      const view = await request(plan, me, [{ name: 'Cart Viewed' }]);
      must(await closeChangeRequest(me.actor, { plan, number: view.number, reason: '' }));
      return { params: at(plan, view), body: {} };
    },
  },
  [`POST ${one}/take-over`]: {
    needs: 'contributor',
    scope: 'propose',
    example: async (world) => {
      const plan = await freshPlan(world);
      return { params: at(plan, await request(plan, world.people.viewer, [{ name: 'Cart Viewed' }])), body: {} };
    },
  },
  'POST /workspaces/{workspace}/plans/{plan}/releases/{number}/revert': {
    needs: 'contributor',
    scope: 'propose',
    example: async (world) => ({
      params: { plan: (await released(world, world.people.admin)).plan, number: 1 },
      body: {},
    }),
  },
};

const reviewing: Matrix = {
  [`POST ${one}/approve`]: {
    needs: 'contributor',
    scope: 'review',
    example: async (world, me) => {
      const { plan, view } = await meaningChange(world, me);
      const covers = view.changes.map(({ itemId, digest, baseDigest }) => ({ itemId, digest, baseDigest }));
      return { params: at(plan, view), body: { covers } };
    },
  },
  [`POST ${one}/request-changes`]: {
    needs: 'contributor',
    scope: 'review',
    example: async (world, me) => {
      const { plan, view } = await meaningChange(world, me);
      return { params: at(plan, view), body: { body: 'Say when.' } };
    },
  },
  [`POST ${one}/comment`]: onOwn('review', { body: 'Good.' }, true),
  [`POST ${one}/acknowledge`]: {
    needs: 'viewer',
    scope: 'review',
    example: async (world, me) => {
      const { plan, view, consumerId } = await meaningChange(world, me);
      return { params: at(plan, view), body: { consumerId } };
    },
  },
  [`POST ${one}/overturn-claim`]: {
    needs: 'contributor',
    scope: 'review',
    example: async (world, me) => {
      const { plan, view, eventId } = await meaningChange(world, me);
      const claims = [{ field: 'meaning', member: null, part: null }];
      must(
        await editChange(world.people.admin.actor, {
          plan,
          number: view.number,
          itemId: eventId,
          fields: { meaning: 'C.' },
          expected: {},
          claims,
        }),
      );
      return { params: at(plan, view), body: { itemId: eventId, field: 'meaning' } };
    },
  },
  [`POST ${one}/verdicts/{verdict}/withdraw`]: {
    needs: 'contributor',
    scope: 'review',
    example: async (world, me) => {
      const { plan, view } = await meaningChange(world, me);
      const blocked = must(await requestChangesOf(me.actor, { plan, number: view.number, body: 'Say when.' }));
      return { params: at(plan, view, { verdict: blocked.verdicts[0]?.id ?? '' }), body: {} };
    },
  },
  [`POST ${one}/verdicts/{verdict}/dismiss`]: {
    needs: 'approver',
    scope: 'review',
    example: async (world) => {
      const plan = await freshPlan(world, { dismissals: 'approvers' });
      const view = await request(plan, world.people.contributor, [{ name: 'Cart Viewed' }]);
      const blocked = must(
        await requestChangesOf(world.people.approver.actor, { plan, number: view.number, body: 'Say when.' }),
      );
      return { params: at(plan, view, { verdict: blocked.verdicts[0]?.id ?? '' }), body: { reason: 'On holiday' } };
    },
  },
  [`POST ${one}/merge`]: {
    needs: 'contributor',
    scope: 'review',
    example: async (world, me) => {
      const plan = await freshPlan(world);
      const view = await request(plan, me, [{ name: 'Cart Viewed' }]);
      await approved(plan, world.people.approver, view);
      return { params: at(plan, view), body: {} };
    },
  },
  [`POST ${one}/threads`]: onOwn('review', { body: 'Why?' }, true),
  [`POST ${one}/threads/{thread}/comments`]: onThread({ body: 'Because.' }),
  [`PATCH ${one}/threads/{thread}`]: onThread({ resolved: true }),
  [`PATCH ${one}/threads/{thread}/comments/{comment}`]: onThread({ body: 'Why now?' }),
  [`DELETE ${one}/threads/{thread}/comments/{comment}`]: onThread(undefined),
};

function onThread(body: unknown): MatrixRow {
  return {
    needs: 'viewer',
    scope: 'review',
    example: async (world, me) => {
      const plan = await freshPlan(world);
      const view = await request(plan, me, [{ name: 'Cart Viewed' }]);
      const threads = must(
        await startThread(me.actor, { plan, number: view.number, itemId: null, field: null, body: 'Why?' }),
      );
      must(await readChangeRequestView(me.actor, { plan, number: view.number }));
      const [thread] = threads.items;
      const params = at(plan, view, { thread: thread?.id ?? '', comment: thread?.comments[0]?.id ?? '' });
      return { params, ...(body === undefined ? {} : { body }) };
    },
  };
}

/** Change requests: reading, proposing, reviewing. */
export const changeRequestMatrix: Matrix = { ...reading, ...proposing, ...reviewing };
