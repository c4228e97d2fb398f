import { beforeAll, describe, expect, it } from 'vitest';
import { proposeFix } from '@/lib/features/change-requests/propose-fix';
import { excuseFinding } from '@/lib/features/conventions/excuse-finding';
import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import { createWorld, type World } from '@/lib/features/testing/world';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { listUncounted } from '@/lib/store/release-health';
import type { Place } from '@/lib/store/store-fixture';
import { countReleases } from './count-releases';
import { listHealthFindings } from './list-health-findings';
import { readPlanHealth } from './read-plan-health';

let world: World;
let place: Place & { slug: string };
const paid = itemOf('event', 'Order Completed', { lifecycle: { state: 'live', replacedBy: null } });
const legacy = itemOf('event', 'Legacy Ping', { meaning: 'The old client is there.' });
const orderId = itemOf('property', 'order_id', { meaning: 'Which purchase it was.' });

beforeAll(async () => {
  world = await createWorld();
  place = await addPlan(world);
  await mergeItems(place, [paid, legacy, orderId]);
  const owner = { type: 'person', id: world.people.contributor.userId };
  const lake = itemOf('destination', 'Lake', { owner });
  const sales = itemOf('consumer', 'Sales', { owner, uses: [{ key: 'a', eventId: paid.id }] });
  const better = { ...paid.content, meaning: 'Somebody paid.', owner, destinations: [lake.id] };
  await mergeItems(place, [lake, sales, itemOf('event', 'Order Completed', better, paid.id)]);
});

const viewer = () => world.people.viewer.actor;
const healthOf = async (at?: number) => {
  const read = await readPlanHealth(viewer(), { plan: place.slug, at });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};

describe('plan health', () => {
  it('says what is missing now and what was missing then', async () => {
    expect(await healthOf()).toMatchObject({ release: 2, items: 5, clean: 3, score: 60 });
    expect(await healthOf(1)).toMatchObject({ release: 1, items: 3, clean: 0, score: 0 });
    const listed = await listHealthFindings(viewer(), { plan: place.slug, kind: 'over-tracking', limit: 10 });
    expect(listed).toMatchObject({
      ok: true,
      value: { total: 1, items: [{ item: { id: legacy.id }, field: 'lifecycle' }] },
    });
  });

  it('pages through the findings of one release', async () => {
    const first = await listHealthFindings(viewer(), { plan: place.slug, limit: 1 });
    if (!first.ok || first.value.nextCursor === null) throw new Error('one page only');
    const rest = await listHealthFindings(viewer(), { plan: place.slug, limit: 100, cursor: first.value.nextCursor });
    if (!rest.ok) throw new Error(rest.error.code);
    expect(rest.value.items).toHaveLength(first.value.total - 1);
    expect(rest.value.items).not.toContainEqual(first.value.items[0]);
  });

  it('counts each release once, on its own day, and gives the trend', async () => {
    expect((await healthOf()).uncounted).toBeGreaterThan(0);
    await countReleases({ workspaceId: place.workspaceId, planId: place.planId });
    await countReleases({ workspaceId: place.workspaceId, planId: place.planId });
    const { trend, uncounted } = await healthOf();
    expect(uncounted).toBe(0);
    expect(trend.map(({ number, score, items }) => [number, score, items])).toEqual([
      [1, 0, 3],
      [2, 60, 5],
    ]);
    expect(await listUncounted(prisma(), place.workspaceId, place.planId, 10)).toEqual({ releases: [], total: 0 });
  });

  it('proposes one fix for many items, and adds another to the same request', async () => {
    const contributor = world.people.contributor.actor;
    const fix = { kind: 'retire' as const };
    const made = await proposeFix(contributor, {
      plan: place.slug,
      itemIds: [legacy.id],
      fix,
      number: null,
      reason: '',
    });
    if (!made.ok) throw new Error(made.error.code);
    expect(made.value).toMatchObject({ status: 'draft', title: 'Retire one item nobody uses' });
    const { number } = made.value;
    const dataClass = { kind: 'data-class' as const, dataClass: { class: 'none' as const, kind: '' } };
    const more = await proposeFix(contributor, {
      plan: place.slug,
      itemIds: [orderId.id],
      fix: dataClass,
      number,
      reason: '',
    });
    expect(more).toMatchObject({ ok: true, value: { number } });
    const owner = { kind: 'owner' as const, owner: { type: 'person' as const, id: contributor.userId } };
    const third = await proposeFix(contributor, {
      plan: place.slug,
      itemIds: [legacy.id],
      fix: owner,
      number,
      reason: '',
    });
    expect(third.ok && third.value.changes.map((change) => change.itemId).sort()).toEqual(
      [legacy.id, orderId.id].sort(),
    );
    const again = await proposeFix(contributor, {
      plan: place.slug,
      itemIds: [legacy.id],
      fix: owner,
      number,
      reason: '',
    });
    expect(again).toMatchObject({ ok: false, error: { code: 'item.nothing-to-change' } });
  });

  it('does not miss what an approver answers for', async () => {
    const ownerless = async () => (await healthOf()).kinds.find(({ kind }) => kind === 'no-owner')?.count ?? 0;
    const before = await ownerless();
    const until = new Date(now().getTime() + 86_400_000).toISOString().slice(0, 10);
    const own = {
      plan: place.slug,
      itemId: legacy.id,
      rule: 'missing-owner',
      reason: 'Ends this week.',
      until,
    } as const;
    expect(await excuseFinding(world.people.approver.actor, own)).toMatchObject({ ok: true });
    expect(await ownerless()).toBe(before - 1);
  });
});
