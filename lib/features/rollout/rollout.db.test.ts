import { beforeAll, describe, expect, it } from 'vitest';
import { defaultConventions } from '@/lib/domain/conventions/settings';
import { defaultPolicy } from '@/lib/domain/review/policy';
import { createChangeRequest } from '@/lib/features/change-requests/create-change-request';
import { removeItem } from '@/lib/features/change-requests/edit-change';
import { mergeChangeRequest } from '@/lib/features/change-requests/merge-change-request';
import { approveChangeRequest, submitChangeRequest } from '@/lib/features/change-requests/moves';
import { createWorld, type World } from '@/lib/features/testing/world';
import { prisma } from '@/lib/infra/db/client';
import { newId } from '@/lib/kit/id';
import { must } from '@/lib/kit/must';
import type { Result } from '@/lib/kit/result';
import { findBrokenAudit } from '@/lib/store/audit';
import { createPlan } from '@/lib/store/plans';
import { readFollowing, readRollout } from './read-rollout';
import { setRollout } from './set-rollout';

const plan = 'web';
let world: World;
const [ios, web, order, coupon] = [newId('so'), newId('so'), newId('ev'), newId('pr')];

const codeOf = (result: Result<unknown, { code: string }>) => (result.ok ? 'ok' : result.error.code);

async function release(items: readonly object[], removes?: string) {
  const { contributor, approver } = world.people;
  const view = must(
    await createChangeRequest(contributor.actor, { plan, title: 'Orders', reason: '', items, submit: false } as never),
  );
  const place = { plan, number: view.number };
  if (removes) must(await removeItem(contributor.actor, { ...place, itemId: removes }));
  const { lockVersion } = must(await submitChangeRequest(contributor.actor, place));
  must(await approveChangeRequest(approver.actor, { ...place, ifMatch: lockVersion, covers: null, body: '' }));
  return must(await mergeChangeRequest(contributor.actor, place)).release;
}
const item = (kind: string, itemId: string, name: string, content: object = {}) => ({
  ...{ kind, itemId, namespace: null, name, content },
});
const orderWith = (meaning: string, sources: string[], more: object = {}) =>
  item('event', order, 'Order Completed', {
    ...{ meaning, firesWhen: meaning, sources, properties: [{ propertyId: coupon }] },
    ...{ lifecycle: { state: 'live' }, ...more },
  });

beforeAll(async () => {
  world = await createWorld();
  await createPlan(prisma(), world.workspaceId, {
    ...{ id: newId('pl'), slug: plan, name: 'Web', description: '', stages: [], createdAt: new Date() },
    policy: defaultPolicy,
    conventions: defaultConventions,
  });
  await release([
    item('source', ios, 'iOS'),
    item('source', web, 'Web'),
    item('property', coupon, 'coupon', { meaning: 'A.', lifecycle: { state: 'live' } }),
    orderWith('Authorised.', [ios]),
  ]);
  await release([orderWith('Captured.', [ios, web])]);
});

describe('a rollout', () => {
  it('lists the changed items by the sources that send them, all planned', async () => {
    const first = must(await readRollout(world.people.viewer.actor, { plan, number: 1 }));
    expect(first.items.map((one) => one.name)).toEqual(['Order Completed', 'coupon']);
    const view = must(await readRollout(world.people.viewer.actor, { plan, number: 2 }));
    expect(view.items.map((one) => one.name)).toEqual(['Order Completed']);
    expect(view.cells.map((cell) => [cell.sourceId, cell.state, cell.step]).toSorted()).toEqual(
      [
        [ios, 'planned', 0],
        [web, 'planned', 0],
      ].toSorted(),
    );
    expect(codeOf(await readRollout(world.people.viewer.actor, { plan, number: 9 }))).toBe('release.not-found');
  });

  it('is set by who may, kept step by step, undone, and refused with words', async () => {
    const { contributor, viewer } = world.people;
    const place = { plan, number: 2 };
    const cell = { itemId: order, sourceId: ios, version: '', releasedOn: null, seenOn: null, note: '' };
    const set = (one: object, by = contributor) =>
      setRollout(by.actor, { ...place, set: [{ ...cell, ...one } as never] });
    const mine = (view: { cells: readonly { sourceId: string }[] }) => view.cells.find((one) => one.sourceId === ios);

    expect(mine(must(await set({ state: 'in-code', step: 0 })))).toMatchObject({ state: 'in-code', step: 1 });
    expect(codeOf(await set({ state: 'in-code', step: 0 }))).toBe('rollout.stale');
    expect(mine(must(await set({ state: 'in-code' })))).toMatchObject({ step: 1 });
    expect(codeOf(await set({ state: 'released' }))).toBe('rollout.invalid');
    const live = { state: 'seen-live', version: '4.2', releasedOn: '2026-05-01', seenOn: '2026-05-03', step: 1 };
    expect(mine(must(await set(live)))).toMatchObject({
      effectiveOn: '2026-05-03',
      step: 2,
      by: { id: contributor.userId },
    });
    expect(codeOf(await set({ state: 'verified' }, viewer))).toBe('access.denied');
    const token = { kind: 'token' as const, tokenId: 'tk_1', scopes: ['read' as const] };
    expect(codeOf(await setRollout({ ...contributor.actor, via: token }, { ...place, set: [cell as never] }))).toBe(
      'access.denied',
    );
    const stranger = await createWorld();
    expect(codeOf(await set({ state: 'verified' }, stranger.people.admin))).toBe('plan.not-found');
    expect(codeOf(await set({ itemId: coupon, state: 'verified' }))).toBe('rollout.invalid');

    const timeline = must(await readFollowing(viewer.actor, { plan, item: order })).items;
    expect(timeline.map((row) => [row.release, row.source.name, row.cell.effectiveOn])).toEqual([
      [1, 'iOS', null],
      [2, 'iOS', '2026-05-03'],
      [2, 'Web', null],
    ]);
    expect(must(await readFollowing(viewer.actor, { plan, source: ios })).items).toEqual([]);
    const [waits] = must(await readFollowing(viewer.actor, { plan, source: web })).items;
    expect(waits).toMatchObject({ release: 2, item: { name: 'Order Completed' }, cell: { state: 'planned' } });

    // Undone: what stood before, as a further step.
    expect(mine(must(await set({ state: 'in-code', step: 2 })))).toMatchObject({ effectiveOn: null, step: 3 });
    expect(must(await readFollowing(viewer.actor, { plan, source: ios })).items).toHaveLength(1);
    const raced = await Promise.all([1, 2, 3, 4].map((n) => set({ state: 'released', version: `5.${n}`, step: 3 })));
    expect(raced.filter((one) => one.ok)).toHaveLength(1);
    const kept = await prisma().rolloutStep.findMany({
      where: { workspaceId: world.workspaceId },
      orderBy: { step: 'asc' },
    });
    expect(kept.map((one) => one.state)).toEqual(['in-code', 'seen-live', 'in-code', 'released']);
    await expect(prisma().rolloutStep.deleteMany({ where: { workspaceId: world.workspaceId } })).rejects.toThrow();
    const audits = await prisma().auditEntry.count({
      where: { workspaceId: world.workspaceId, action: 'rollout.update' },
    });
    expect(audits).toBe(4);
    expect(await findBrokenAudit(prisma(), world.workspaceId)).toBeUndefined();
  });

  it('asks the source to stop when an event is removed', async () => {
    const number = await release([], order);
    const view = must(await readRollout(world.people.viewer.actor, { plan, number }));
    expect(view.items).toMatchObject([{ name: 'Order Completed', operation: 'removed' }]);
    const rows = must(await readFollowing(world.people.viewer.actor, { plan, source: web })).items;
    expect(rows[0]).toMatchObject({ release: number, operation: 'removed' });
  });
});
