import { beforeAll, describe, expect, it } from 'vitest';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import { type ConventionSettings, defaultConventions } from '@/lib/domain/conventions/settings';
import { createChangeRequest } from '@/lib/features/change-requests/create-change-request';
import { mergeChangeRequest } from '@/lib/features/change-requests/merge-change-request';
import { approveChangeRequest } from '@/lib/features/change-requests/moves';
import { readChangeRequestView } from '@/lib/features/change-requests/read-change-request';
import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import { addPerson, createWorld, type Persona, type World } from '@/lib/features/testing/world';
import { atMoment, now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { must } from '@/lib/kit/must';
import { excuseFinding, revokeExcuse } from './excuse-finding';
import { listExcuses } from './list-excuses';
import { readConventions } from './read-conventions';
import { updateConventions } from './update-conventions';

let world: World;
let plan: string;
let oldId: string;
let view: ChangeRequestView;
let newItem: string;

const dayMs = 86_400_000;
const dayIn = (days: number) => new Date(now().getTime() + days * dayMs).toISOString().slice(0, 10);
const strict: ConventionSettings = {
  ...defaultConventions,
  eventCasing: 'Title Case',
  severity: { ...defaultConventions.severity, 'event-casing': 'error' },
};

const read = async () => must(await readChangeRequestView(world.people.viewer.actor, { plan, number: view.number }));
const lintLine = async () => (await read()).requirements.filter(({ code }) => code === 'review.lint');
const excuse = (by: Persona, itemId: string, until = dayIn(30)) =>
  excuseFinding(by.actor, { plan, itemId, rule: 'event-casing', reason: 'The app already sends it.', until });

async function setConventions(change: Partial<ConventionSettings>) {
  const { admin } = world.people;
  const { lockVersion } = must(await readConventions(admin.actor, { plan }));
  must(await updateConventions(admin.actor, { ...strict, ...change, plan, ifMatch: lockVersion }));
}

beforeAll(async () => {
  world = await createWorld();
  const place = await addPlan(world);
  plan = place.slug;
  const old = itemOf('event', 'order_completed', { meaning: 'An order was placed and paid for.' });
  oldId = old.id;
  await mergeItems(place, [old]);
  await setConventions({});
  const items = [
    { itemId: oldId, kind: 'event', namespace: null, name: 'order_completed', content: { meaning: 'Money is ours.' } },
    { kind: 'event', namespace: null, name: 'cart_viewed', content: { meaning: 'Somebody looked into the basket.' } },
  ];
  const input = { plan, title: 'Orders', reason: 'Finance', items: items as never, submit: true };
  view = must(await createChangeRequest(world.people.contributor.actor, input));
  newItem = view.changes.find(({ name }) => name === 'cart_viewed')?.itemId ?? '';
  const approver = await addPerson(world.workspaceId, 'approver');
  const { number, lockVersion } = view;
  must(await approveChangeRequest(approver.actor, { plan, number, ifMatch: lockVersion, covers: null, body: '' }));
});

describe('a finding that blocks', () => {
  it('shuts the merge until it is fixed or excused, and says on which items', async () => {
    const [line] = await lintLine();
    expect(line).toMatchObject({ met: false, words: '2 errors of the conventions' });
    expect(new Set(line?.itemIds)).toEqual(new Set([oldId, newItem]));
    const merged = await mergeChangeRequest(world.people.admin.actor, { plan, number: view.number });
    expect(merged).toMatchObject({ ok: false, error: { code: 'review.gates' } });
  });

  it('leaves items alone that were in the plan before a day, and says so', async () => {
    await setConventions({ grandfatherBefore: dayIn(1) });
    const [line] = await lintLine();
    expect(line?.itemIds).toEqual([newItem]);
    const { findings } = await read();
    expect(findings.find((one) => one.itemId === oldId)?.excuse).toEqual({ kind: 'grandfathered' });
    expect(findings.find((one) => one.itemId === newItem && one.rule === 'event-casing')?.excuse).toBeNull();
    await setConventions({ grandfatherBefore: dayIn(-1) });
    expect((await lintLine())[0]?.itemIds).toHaveLength(2);
    await setConventions({ grandfatherBefore: dayIn(1) });
  });
});

describe('excusing one finding', () => {
  it('is for approvers who had no hand in it, with a day within a year', async () => {
    const { contributor, approver, admin } = world.people;
    expect(await excuse(contributor, newItem)).toMatchObject({ error: { code: 'access.denied', needs: 'approver' } });
    await prisma().contributor.createMany({
      data: [{ changeRequestId: view.id, workspaceId: world.workspaceId, userId: admin.userId, how: 'edit' }],
    });
    expect(await excuse(admin, newItem)).toMatchObject({ error: { code: 'suppression.own-change' } });
    const unusable = { error: { code: 'suppression.day-unusable' } };
    expect(await excuse(approver, newItem, dayIn(-1))).toMatchObject(unusable);
    expect(await excuse(approver, newItem, dayIn(400))).toMatchObject(unusable);
    const elsewhere = (await createWorld()).people.admin;
    expect(await excuse(elsewhere, newItem)).toMatchObject({ error: { code: 'plan.not-found' } });
    expect(await lintLine()).toHaveLength(1);
  });

  it('opens the merge, is listed with its reason, can be ended, and ends by itself', async () => {
    const { approver, viewer } = world.people;
    const given = must(await excuse(approver, newItem));
    expect(given).toMatchObject({ name: 'cart_viewed', item: null, state: 'holds', by: { id: approver.userId } });
    expect(await lintLine()).toEqual([]);
    const finding = (await read()).findings.find((one) => one.itemId === newItem && one.rule === 'event-casing');
    expect(finding?.excuse).toMatchObject({ kind: 'suppressed', id: given.id, reason: 'The app already sends it.' });
    expect(await excuse(approver, newItem)).toMatchObject({ error: { code: 'suppression.standing' } });

    const later = new Date(now().getTime() + 31 * dayMs);
    expect(await atMoment(later, lintLine)).toHaveLength(1);
    const listedThen = await atMoment(later, () => listExcuses(viewer.actor, { plan }));
    expect(must(listedThen).items).toMatchObject([{ id: given.id, state: 'expired' }]);

    must(await revokeExcuse(approver.actor, { plan, id: given.id }));
    expect(await lintLine()).toHaveLength(1);
    expect(await revokeExcuse(approver.actor, { plan, id: given.id })).toMatchObject({
      error: { code: 'suppression.not-found' },
    });
    must(await excuse(approver, newItem));
    const { items } = must(await listExcuses(viewer.actor, { plan }));
    expect(items.map(({ state }) => state)).toEqual(['holds', 'revoked']);
    must(await mergeChangeRequest(world.people.contributor.actor, { plan, number: view.number }));
    const actions = await prisma().auditEntry.findMany({
      where: { workspaceId: world.workspaceId, action: { in: ['conventions.suppress', 'conventions.unsuppress'] } },
      orderBy: { seq: 'asc' },
    });
    expect(actions.map(({ action }) => action.slice(12))).toEqual(['suppress', 'unsuppress', 'suppress']);
  });
});
