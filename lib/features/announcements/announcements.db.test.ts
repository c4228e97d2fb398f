import { beforeEach, describe, expect, it } from 'vitest';
import { createAnnouncementSchema } from '@/lib/contracts/announcements';
import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import { addPerson, createWorld, type Persona, type World } from '@/lib/features/testing/world';
import { atMoment } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { readPlan } from '@/lib/store/plans';
import { createAnnouncement } from './create-announcement';
import { endAnnouncement } from './end-announcement';
import { listAnnouncements } from './list-announcements';

let world: World;
let place: Awaited<ReturnType<typeof addPlan>>;
let itemId: string;
let otherId: string;

beforeEach(async () => {
  world = await createWorld();
  place = await addPlan(world);
  const [one, other] = [itemOf('event', 'Order Completed'), itemOf('event', 'Order Refunded')];
  [itemId, otherId] = [one.id, other.id];
  await mergeItems(place, [one, other]);
});

const times = { startsAt: '2031-03-10T09:00:00.000Z', endsAt: '2031-03-12T09:00:00.000Z' };
const on = <T>(moment: string, run: () => Promise<T>): Promise<T> => atMoment(new Date(moment), run);

const pin = (by: Persona, over: object = {}) =>
  on('2031-03-09T09:00:00Z', () =>
    createAnnouncement(by.actor, {
      plan: place.slug,
      ...createAnnouncementSchema.parse({ itemId, text: 'The checkout moves.', ...times, ...over }),
    }),
  );

async function pinned(by: Persona, over: object = {}): Promise<string> {
  const done = await pin(by, over);
  if (!done.ok) throw new Error(done.error.code);
  return done.value.id;
}

async function seen(by: Persona, moment: string, item = itemId): Promise<string[]> {
  const list = await on(moment, () => listAnnouncements(by.actor, { plan: place.slug, item }));
  if (!list.ok) throw new Error(list.error.code);
  return list.value.items.filter(({ isShown }) => isShown).map(({ text }) => text);
}

describe('an announcement', () => {
  it('is shown from its start until its end, on its item only, and changes nothing of the plan', async () => {
    const { viewer, contributor } = world.people;
    const before = await readPlan(prisma(), world.workspaceId, place.planId);
    await pinned(contributor);
    expect(await seen(viewer, '2031-03-10T08:59:59.999Z')).toEqual([]);
    expect(await seen(viewer, '2031-03-10T09:00:00Z')).toEqual(['The checkout moves.']);
    expect(await seen(viewer, '2031-03-12T08:59:59.999Z')).toEqual(['The checkout moves.']);
    expect(await seen(viewer, '2031-03-12T09:00:00Z')).toEqual([]);
    expect(await seen(viewer, '2031-03-11T00:00:00Z', otherId)).toEqual([]);
    expect(await readPlan(prisma(), world.workspaceId, place.planId)).toEqual(before);
  });

  it('on the plan is shown with each of its items', async () => {
    await pinned(world.people.contributor, { itemId: null, text: 'A freeze until Friday.' });
    for (const item of [itemId, otherId])
      expect(await seen(world.people.viewer, '2031-03-11T00:00:00Z', item)).toEqual(['A freeze until Friday.']);
  });

  it('that begins later is known to those who could pin it and to nobody else', async () => {
    await pinned(world.people.contributor);
    const known = async (by: Persona) => {
      const list = await on('2031-03-09T10:00:00Z', () => listAnnouncements(by.actor, { plan: place.slug }));
      return list.ok ? list.value.total : -1;
    };
    expect([await known(world.people.viewer), await known(world.people.contributor)]).toEqual([0, 1]);
  });

  it('is ended by who pinned it and by approvers, at once and for good', async () => {
    const { contributor, approver, viewer } = world.people;
    const other = await addPerson(world.workspaceId, 'contributor');
    const [first, second] = [await pinned(contributor), await pinned(contributor)];
    const end = (by: Persona, id: string, moment: string) =>
      on(moment, () => endAnnouncement(by.actor, { plan: place.slug, id }));
    expect(await end(other, first, '2031-03-11T00:00:00Z')).toMatchObject({ error: { code: 'access.denied' } });
    expect(await end(viewer, first, '2031-03-11T00:00:00Z')).toMatchObject({ error: { code: 'access.denied' } });
    expect(await end(contributor, first, '2031-03-11T00:00:00Z')).toMatchObject({ ok: true });
    // Taken down before it began, it is never shown.
    expect(await end(approver, second, '2031-03-09T12:00:00Z')).toMatchObject({ ok: true });
    expect(await seen(viewer, '2031-03-11T00:00:00Z')).toEqual([]);
    expect(await end(contributor, first, '2031-03-11T01:00:00Z')).toMatchObject({ ok: true });
  });

  it('is recorded when it is pinned and when it is ended, once each, with where and what', async () => {
    const { contributor, approver } = world.people;
    const id = await pinned(contributor);
    for (const moment of ['2031-03-11T00:00:00Z', '2031-03-11T01:00:00Z'])
      await on(moment, () => endAnnouncement(approver.actor, { plan: place.slug, id }));
    const entries = await prisma().auditEntry.findMany({ where: { subjectId: id }, orderBy: { seq: 'asc' } });
    expect(entries.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['announcement.create', contributor.userId],
      ['announcement.end', approver.userId],
    ]);
    expect(entries[0]).toMatchObject({ subjectKind: 'announcement' });
    expect(entries[0]?.detail).toMatchObject({ planId: place.planId, itemId, text: 'The checkout moves.' });
  });

  it('is refused on an item of elsewhere, and when it is over already', async () => {
    const elsewhere = await addPlan(world);
    const foreign = itemOf('event', 'Elsewhere');
    await mergeItems(elsewhere, [foreign]);
    expect(await pin(world.people.admin, { itemId: foreign.id })).toMatchObject({ error: { code: 'item.not-found' } });
    const past = { startsAt: '2031-03-01T00:00:00Z', endsAt: '2031-03-02T00:00:00Z' };
    expect(await pin(world.people.admin, past)).toMatchObject({ error: { code: 'announcement.over' } });
  });

  it('is told in up to 2,000 characters and ends after it starts', () => {
    const fits = (over: object) =>
      createAnnouncementSchema.safeParse({ text: 'The checkout moves.', ...times, ...over }).success;
    expect([
      fits({}),
      fits({ text: 'x'.repeat(2_000) }),
      fits({ text: 'x'.repeat(2_001) }),
      fits({ text: ' ' }),
    ]).toEqual([true, true, false, false]);
    expect([fits({ endsAt: times.startsAt }), fits({ text: 'a\u0000b' }), fits({ text: 'a\n\nb' })]).toEqual([
      false,
      false,
      true,
    ]);
  });
});
