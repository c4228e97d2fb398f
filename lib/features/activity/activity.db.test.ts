import { beforeAll, describe, expect, it } from 'vitest';
import type { ActivityKind } from '@/lib/domain/activity/activity';
import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import { addPerson, createWorld, type Persona, type World } from '@/lib/features/testing/world';
import { prisma } from '@/lib/infra/db/client';
import { inTransaction } from '@/lib/infra/db/transaction';
import { auditBy, writeAudits } from '@/lib/store/audit';
import { removeMembership } from '@/lib/store/memberships';
import { listItemActivity, listPersonActivity, listPlanActivity } from './list-activity';
import { readPerson } from './read-person';

let world: World;
let place: Awaited<ReturnType<typeof addPlan>>;
let elsewhere: Awaited<ReturnType<typeof addPlan>>;
let leaver: Persona;
const [touched, other, consumer] = [
  itemOf('event', 'Order Completed'),
  itemOf('event', 'Order Refunded'),
  itemOf('event', 'Order Viewed'),
];

/** What people did to one request of two items, and around it. */
beforeAll(async () => {
  world = await createWorld();
  [place, elsewhere] = [await addPlan(world), await addPlan(world)];
  leaver = await addPerson(world.workspaceId, 'contributor');
  await mergeItems(place, [touched, other]);
  await mergeItems(elsewhere, [consumer]);
  const requestOf = async (planId: string) =>
    (await prisma().changeRequest.findFirstOrThrow({ where: { planId, workspaceId: world.workspaceId } })).id;
  const [subjectId, foreign] = [await requestOf(place.planId), await requestOf(elsewhere.planId)];
  const { admin, approver } = world.people;
  const did = (by: Persona, action: string, detail: object = {}, about: object = {}) => ({
    ...{ ...auditBy(by.actor), action, subjectKind: 'change-request', subjectId },
    ...{ detail: { words: action.split('.')[1], planId: place.planId, ...detail }, ...about },
  });
  const plan = { subjectKind: 'plan', subjectId: place.planId };
  const pinned = { subjectKind: 'announcement', subjectId: 'an_1' };
  await inTransaction((tx) =>
    writeAudits(tx, world.workspaceId, [
      did(leaver, 'change-request.created'),
      did(leaver, 'change-request.edited', { itemIds: [other.id] }),
      did(approver, 'change-request.approved', { itemIds: [touched.id, other.id] }),
      did(approver, 'change-request.claim-overturned', { itemId: other.id }),
      did(approver, 'thread.start', { itemIds: [touched.id] }),
      did(approver, 'thread.start', { itemIds: [] }),
      did(admin, 'change-request.status-changed', { to: 'approved' }),
      did(admin, 'change-request.merged', { itemIds: [touched.id, other.id], release: 1 }),
      did(admin, 'policy.update', {}, plan),
      did(admin, 'announcement.create', { itemId: touched.id, text: 'A freeze.' }, pinned),
      did(admin, 'token.create', {}, { subjectKind: 'token', subjectId: 'tk_1' }),
      did(admin, 'change-request.merged', { planId: elsewhere.planId, itemIds: [consumer.id] }, { subjectId: foreign }),
    ]),
  );
  await removeMembership(prisma(), world.workspaceId, leaver.userId);
});

const limit = 50;
const reader = () => world.people.viewer.actor;

async function told(page: ReturnType<typeof listPlanActivity | typeof listItemActivity | typeof listPersonActivity>) {
  const read = await page;
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

describe('activity', () => {
  it('of a plan is what was done in it, the latest first, without what follows from it and without secrets', async () => {
    const page = await told(listPlanActivity(reader(), { plan: place.slug, limit }));
    expect(page.items.map(({ kind }) => kind)).toEqual([
      ...['announced', 'rules', 'merged', 'discussed', 'discussed', 'reviewed', 'reviewed', 'edited', 'proposed'],
    ]);
    expect(page.total).toBe(9);
    expect(page.items[0]).toMatchObject({
      who: { name: world.people.admin.name },
      words: 'pinned an announcement: “A freeze.”',
      plan: { slug: place.slug },
      about: { type: 'item', item: { name: 'Order Completed' } },
    });
    expect(page.items[1]).toMatchObject({ words: 'changed the review rules', about: { type: 'plan' } });
    expect(page.items[2]).toMatchObject({ release: 1, about: { type: 'change-request', number: 1 } });
  });

  it('of an item leaves out what was done to others in the same request', async () => {
    const of = async (item: string) =>
      (await told(listItemActivity(reader(), { plan: place.slug, item, limit }))).items.map(({ kind }) => kind);
    expect(await of(touched.id)).toEqual(['announced', 'merged', 'discussed', 'discussed', 'reviewed', 'proposed']);
    expect(await of(other.id)).toEqual(['merged', 'discussed', 'reviewed', 'reviewed', 'edited', 'proposed']);
    const foreign = { plan: place.slug, item: consumer.id, limit };
    expect(await listItemActivity(reader(), foreign)).toMatchObject({ error: { code: 'item.not-found' } });
  });

  it('of a person spans the plans, and stays when they have left', async () => {
    const of = async (id: string, kind?: ActivityKind) =>
      (await told(listPersonActivity(reader(), { id, kind, limit }))).items.map(({ plan }) => plan.slug);
    expect(await of(world.people.admin.userId)).toEqual([elsewhere.slug, ...Array(3).fill(place.slug)]);
    expect(await of(world.people.admin.userId, 'merged')).toEqual([elsewhere.slug, place.slug]);
    expect(await of(leaver.userId)).toHaveLength(2);
    expect(await readPerson(reader(), { id: leaver.userId })).toMatchObject({
      value: { name: leaver.name, role: null, teams: [] },
    });
  });

  it('of somebody of another workspace is not there', async () => {
    const stranger = (await createWorld()).people.admin;
    const gone = { error: { code: 'member.not-found' } };
    expect(await readPerson(reader(), { id: stranger.userId })).toMatchObject(gone);
    expect(await listPersonActivity(reader(), { id: stranger.userId, limit })).toMatchObject(gone);
    expect(await listPlanActivity(stranger.actor, { plan: place.slug, limit })).toMatchObject({
      error: { code: 'plan.not-found' },
    });
  });

  it('is read page by page, each entry once', async () => {
    const ids: string[] = [];
    const moments: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await told(listPlanActivity(reader(), { plan: place.slug, limit: 4, cursor }));
      expect(page.total).toBe(9);
      ids.push(...page.items.map(({ id }) => id));
      moments.push(...page.items.map(({ at }) => at));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(ids).toHaveLength(9);
    expect([...moments].sort().reverse()).toEqual(moments);
    expect(new Set(ids).size).toBe(9);
  });
});
