import { expect, it } from 'vitest';
import { defaultConventions } from '@/lib/domain/conventions/settings';
import { lookThrough } from '@/lib/domain/health/find';
import { healthKinds } from '@/lib/domain/health/kinds';
import { breachesOf } from '@/lib/domain/plan/invariants';
import { itemsOfKind } from '@/lib/domain/plan/snapshot';
import { propertyVariants } from '@/lib/domain/plan-query/property-variants';
import { prisma } from '@/lib/infra/db/client';
import { findBrokenAudit } from '@/lib/store/audit';
import { readPlan } from '@/lib/store/plans';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { readWorkspaceBySlug } from '@/lib/store/workspaces';
import { seedDemo } from './seed-demo';

it('seeds the shop once: fourteen releases, open requests, and an audit that verifies', async () => {
  await seedDemo();
  await seedDemo();
  const workspace = await readWorkspaceBySlug(prisma(), 'fern-and-kettle');
  expect(workspace?.isDemo).toBe(true);
  const plan = workspace && (await readPlan(prisma(), workspace.id, 'shop'));
  if (!plan) throw new Error('there is no plan');
  expect(plan.headRelease).toBe(14);
  const snapshot = await loadSnapshot(prisma(), plan.workspaceId, plan.id, 14);
  const counts = Object.groupBy([...snapshot.items.values()], (item) => item.kind);
  expect(Object.fromEntries(Object.entries(counts).map(([kind, items]) => [kind, items.length]))).toEqual({
    event: 60,
    property: 140,
    'property-group': 5,
    source: 4,
    destination: 3,
    consumer: 12,
  });
  expect(breachesOf(snapshot)).toEqual([]);
  // Plan health has something of each kind to show, and one property twice to unify.
  const context = { conventions: plan.conventions ?? defaultConventions, today: new Date().toISOString().slice(0, 10) };
  const looking = lookThrough(snapshot, context);
  let step = looking.next();
  while (!step.done) step = looking.next();
  expect(healthKinds.filter((kind) => step.value?.counts.found[kind] === 0)).toEqual([]);
  const coupon = itemsOfKind(snapshot, 'property').find(({ name }) => name === 'couponCode');
  expect(coupon && propertyVariants(snapshot, coupon).map(({ property }) => property.name)).toEqual(['coupon_code']);
  const open = await prisma().changeRequest.groupBy({ by: ['status'], where: { planId: plan.id }, _count: true });
  expect(Object.fromEntries(open.map((row) => [row.status, row._count]))).toEqual({
    MERGED: 14,
    IN_REVIEW: 3,
    CHANGES_REQUESTED: 1,
    DRAFT: 1,
  });
  const stagedImports = await prisma().import.count({ where: { planId: plan.id, status: 'STAGED' } });
  expect(stagedImports).toBe(1);
  const beside = [
    await prisma().glossaryTerm.count({ where: { planId: plan.id } }),
    await prisma().synonymSet.count({ where: { planId: plan.id } }),
    await prisma().note.count({ where: { planId: plan.id } }),
  ];
  expect(beside).toEqual([6, 2, 3]);
  const rollouts = await prisma().rolloutStep.findMany({ where: { planId: plan.id }, orderBy: { createdAt: 'asc' } });
  expect(rollouts.map(({ release, state }) => [release, state])).toEqual([
    [9, 'verified'],
    [13, 'seen-live'],
    [6, 'in-code'],
    [14, 'released'],
  ]);
  const ticks = await prisma().checklistTick.findMany({ where: { changeRequest: { planId: plan.id } } });
  expect(ticks.map(({ lineId }) => lineId).toSorted()).toEqual(['data_class', 'tickets']);
  const sofia = await prisma().user.findFirstOrThrow({ where: { name: 'Sofia Lindgren' } });
  expect(await prisma().absence.count({ where: { userId: sofia.id } })).toBe(1);
  const asked = { userId: sofia.id, changeRequest: { title: 'Tell gift orders apart from the rest' } };
  expect(await prisma().reviewRequest.count({ where: asked })).toBe(1);
  const steps = await prisma().journeyStep.findMany({ where: { planId: plan.id }, orderBy: { position: 'asc' } });
  expect(steps.map(({ knownAs, imageDigest }) => [knownAs, imageDigest === null])).toEqual([
    ['', true],
    ['Product Viewed', false],
    ['Wishlist Item Added', true],
    ['Cart Item Added', true],
    ['Checkout Started', true],
    ['Order Completed', true],
  ]);
  const versions = await prisma().journeyVersion.findMany({ where: { planId: plan.id }, orderBy: { version: 'asc' } });
  expect(versions.map(({ steps }) => Array.isArray(steps) && steps.length)).toEqual([0, 4, 6]);
  expect(await findBrokenAudit(prisma(), plan.workspaceId)).toBeUndefined();
});
