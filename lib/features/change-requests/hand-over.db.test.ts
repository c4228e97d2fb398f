import { beforeEach, describe, expect, it } from 'vitest';
import { listOrphans, listOwned } from '@/lib/features/items/list-owned';
import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import { addPerson, createWorld, type Persona, type World } from '@/lib/features/testing/world';
import { prisma } from '@/lib/infra/db/client';
import { newId } from '@/lib/kit/id';
import { must } from '@/lib/kit/must';
import { removeMembership } from '@/lib/store/memberships';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { archiveTeam, createTeam } from '@/lib/store/teams';
import { handOver } from './hand-over';
import { mergeChangeRequest } from './merge-change-request';
import { approveChangeRequest } from './moves';

let world: World;
let plans: Awaited<ReturnType<typeof addPlan>>[];
let ana: Persona;
let teamId: string;

const owner = (person: Persona) => ({ type: 'person' as const, id: person.userId });

beforeEach(async () => {
  world = await createWorld();
  ana = await addPerson(world.workspaceId, 'contributor');
  teamId = newId('tm');
  const createdAt = new Date();
  await createTeam(prisma(), world.workspaceId, { id: teamId, slug: 'old', name: 'Old', description: '', createdAt });
  plans = [await addPlan(world), await addPlan(world)];
  for (const plan of plans)
    await mergeItems(plan, [
      itemOf('event', 'Order Completed', { owner: owner(ana), meaning: 'An order was placed.' }),
      itemOf('property', 'revenue', { owner: owner(ana) }),
      itemOf('event', 'Order Refunded', { owner: { type: 'team', id: teamId } }),
      itemOf('event', 'Order Shipped'),
    ]);
});

const first = () => plans[0]?.slug ?? '';

async function ownersIn(slug: string): Promise<Record<string, string | null>> {
  const plan = await prisma().plan.findFirstOrThrow({ where: { workspaceId: world.workspaceId, slug } });
  const { items } = await loadSnapshot(prisma(), world.workspaceId, plan.id, plan.headRelease);
  return Object.fromEntries([...items.values()].map(({ name, content }) => [name, content.owner?.id ?? null]));
}

describe('handing over', () => {
  it('lists what somebody owns in every plan', async () => {
    const owned = must(await listOwned(world.people.viewer.actor, owner(ana)));
    expect([owned.total, owned.plans.map(({ count }) => count)]).toEqual([4, [2, 2]]);
    expect(owned.plans[0]?.items.map(({ name }) => name)).toEqual(['Order Completed', 'revenue']);
    expect(must(await listOwned((await createWorld()).people.admin.actor, owner(ana))).total).toBe(0);
  });

  it('proposes one request per plan which, merged, gives everything to the new owner and changes nothing else', async () => {
    const { admin, approver } = world.people;
    const to = owner(approver);
    const request = must(await handOver(admin.actor, { plan: first(), from: owner(ana), to }));
    expect(request).toMatchObject({
      title: `Hand 2 items over from ${ana.name} to ${approver.name}`,
      status: 'in-review',
      origin: 'editor',
    });
    expect(request.changes.map(({ fields }) => fields.map(({ field }) => field))).toEqual([['owner'], ['owner']]);
    const at = { plan: first(), number: request.number };
    must(await approveChangeRequest(approver.actor, { ...at, covers: null, body: '', ifMatch: request.lockVersion }));
    must(await mergeChangeRequest(approver.actor, at));
    expect(await ownersIn(first())).toEqual({
      ...{ 'Order Completed': approver.userId, revenue: approver.userId },
      ...{ 'Order Refunded': teamId, 'Order Shipped': null },
    });
    expect(must(await listOwned(admin.actor, owner(ana))).total).toBe(2);
  });

  it('reports what nobody answers for, and hands that over too', async () => {
    const { admin, approver } = world.people;
    const orphans = async () => must(await listOrphans(admin.actor, { plan: first() }));
    expect(await orphans()).toMatchObject({ nobody: { count: 1 }, gone: { count: 0 } });
    await removeMembership(prisma(), world.workspaceId, ana.userId);
    await archiveTeam(prisma(), world.workspaceId, teamId, new Date());
    const found = await orphans();
    expect(found.nobody.items.map(({ name }) => name)).toEqual(['Order Shipped']);
    expect(found.gone.items.map((item) => [item.name, item.owner.name])).toEqual([
      ['Order Completed', 'a former member'],
      ['Order Refunded', 'Old'],
      ['revenue', 'a former member'],
    ]);
    const to = owner(approver);
    for (const [from, count] of [
      ['gone', 3],
      ['nobody', 1],
    ] as const)
      expect(must(await handOver(admin.actor, { plan: first(), from, to })).changes).toHaveLength(count);
  });

  it('names a new owner that is here, and needs something to hand over', async () => {
    const { admin, approver } = world.people;
    const give = (from: Parameters<typeof handOver>[1]['from'], to: Parameters<typeof handOver>[1]['to']) =>
      handOver(admin.actor, { plan: first(), from, to });
    await archiveTeam(prisma(), world.workspaceId, teamId, new Date());
    expect(await give(owner(ana), { type: 'team', id: teamId })).toMatchObject({
      error: { code: 'hand-over.unknown-owner' },
    });
    expect(await give(owner(ana), { type: 'person', id: 'us_stranger' })).toMatchObject({
      error: { code: 'hand-over.unknown-owner' },
    });
    expect(await give(owner(approver), owner(admin))).toMatchObject({ error: { code: 'hand-over.nothing' } });
    expect(await give(owner(ana), owner(ana))).toMatchObject({ error: { code: 'hand-over.nothing' } });
  });
});
