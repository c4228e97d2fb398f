import { beforeEach, describe, expect, it } from 'vitest';
import type { InboxEntry } from '@/lib/contracts/inbox';
import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import { addPerson, createWorld, type Persona, type World } from '@/lib/features/testing/world';
import { atMoment } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { newId } from '@/lib/kit/id';
import { removeMembership } from '@/lib/store/memberships';
import { createTeam, setTeamMembers } from '@/lib/store/teams';
import { listInbox } from './list-inbox';
import { triageEntry } from './triage-entry';
import { warnOwners } from './warn-owners';

let world: World;
let place: Awaited<ReturnType<typeof addPlan>>;
let ana: Persona;

beforeEach(async () => {
  world = await createWorld();
  place = await addPlan(world);
  ana = await addPerson(world.workspaceId, 'contributor');
});

// Each test has a year of its own: the job looks into every workspace, and its neighbours' dates are not its own.
const on = <T>(day: string, run: () => Promise<T>): Promise<T> => atMoment(new Date(`${day}T04:40:00Z`), run);

async function inbox(person: Persona, tab: 'everything' | 'done' = 'everything'): Promise<InboxEntry[]> {
  const page = await listInbox(person.actor, { tab, limit: 50 });
  if (!page.ok) throw new Error(page.error.code);
  return page.value.items;
}

const said = (entries: readonly InboxEntry[]) => entries.map(({ news }) => `${news.actor} ${news.words}`);
const ownedBy = (person: Persona) => ({ owner: { type: 'person', id: person.userId } });

describe('warning owners', () => {
  it('says it once 14 days and once 1 day ahead, however many processes run at once and however often', async () => {
    await mergeItems(place, [itemOf('event', 'Order Completed', { ...ownedBy(ana), reviewBy: '2031-12-05' })]);
    await on('2031-11-20', warnOwners);
    expect(await inbox(ana)).toEqual([]);
    await on('2031-11-21', () => Promise.all(Array.from({ length: 6 }, warnOwners)));
    await on('2031-11-22', warnOwners);
    expect(said(await inbox(ana))).toEqual(['Order Completed is due for review on 5 December; it is yours']);
    await on('2031-12-04', () => Promise.all([warnOwners(), warnOwners()]));
    await on('2031-12-05', warnOwners);
    expect(await inbox(ana)).toHaveLength(2);
    await on('2031-12-06', warnOwners);
    expect(await inbox(ana)).toHaveLength(2);
  });

  it('leaves alone what the owner has done with it', async () => {
    await mergeItems(place, [itemOf('event', 'Order Completed', { ...ownedBy(ana), reviewBy: '2032-12-05' })]);
    await on('2032-11-21', warnOwners);
    const [entry] = await inbox(ana);
    expect(entry).toMatchObject({ reasons: ['own'], news: { kind: 'due', important: true, request: null } });
    expect(await triageEntry(ana.actor, { id: entry?.id ?? '', action: 'done' })).toMatchObject({ ok: true });
    await on('2032-11-23', warnOwners);
    expect([await inbox(ana), (await inbox(ana, 'done')).length]).toEqual([[], 1]);
  });

  it('warns again when the date is moved, as that is another date', async () => {
    const event = itemOf('event', 'Order Completed', { ...ownedBy(ana), reviewBy: '2033-12-05' });
    await mergeItems(place, [event]);
    await on('2033-11-21', warnOwners);
    await mergeItems(place, [
      itemOf('event', 'Order Completed', { ...ownedBy(ana), reviewBy: '2033-12-06' }, event.id),
    ]);
    await on('2033-11-22', warnOwners);
    expect(said(await inbox(ana)).sort()).toEqual([
      'Order Completed is due for review on 5 December; it is yours',
      'Order Completed is due for review on 6 December; it is yours',
    ]);
  });

  it('tells everybody of a team, of the end of an experiment too, and nobody who has left', async () => {
    const [ben, left] = [
      await addPerson(world.workspaceId, 'approver'),
      await addPerson(world.workspaceId, 'contributor'),
    ];
    const teamId = newId('tm');
    await createTeam(prisma(), world.workspaceId, {
      ...{ id: teamId, slug: 'checkout', name: 'Checkout', description: '' },
      createdAt: new Date(),
    });
    await setTeamMembers(prisma(), world.workspaceId, teamId, [ana.userId, ben.userId]);
    await mergeItems(place, [
      itemOf('consumer', 'Button colour', {
        ...{ type: 'experiment', endsAt: '2034-12-05', owner: { type: 'team', id: teamId } },
      }),
      itemOf('event', 'Order Completed', { ...ownedBy(left), reviewBy: '2034-12-05' }),
    ]);
    await removeMembership(prisma(), world.workspaceId, left.userId);
    await on('2034-12-04', warnOwners);
    for (const person of [ana, ben])
      expect(said(await inbox(person))).toEqual(['Button colour ends on 5 December; Checkout owns it']);
    expect(await prisma().notification.count({ where: { userId: left.userId } })).toBe(0);
    expect(await inbox(world.people.admin)).toEqual([]);
  });
});
