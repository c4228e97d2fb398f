import { beforeAll, describe, expect, it } from 'vitest';
import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import { createWorld, type World } from '@/lib/features/testing/world';
import { prisma } from '@/lib/infra/db/client';
import { newId } from '@/lib/kit/id';
import type { Place } from '@/lib/store/store-fixture';
import { readConfusions } from './read-confusions';
import { readConsumerChanges } from './read-consumer-changes';
import { readDestinationLimits } from './read-destination-limits';
import { readSourceCode } from './read-source-code';

let world: World;
let place: Place & { slug: string };
const web = itemOf('source', 'Web');
const ga = itemOf('destination', 'Marketing', { service: 'GA4' });
const plan = itemOf('property', 'plan', { type: { type: 'string' } });
const paid = {
  meaning: 'The order was paid.',
  sources: [web.id],
  sourceOfTruth: web.id,
  destinations: [ga.id],
  properties: [
    {
      propertyId: plan.id,
      presence: { kind: 'always' },
      perSource: [{ sourceId: web.id, presence: { kind: 'sometimes' } }],
    },
  ],
};
const event = itemOf('event', 'Order Completed', paid);
const near = itemOf('event', 'Order Complete', { meaning: 'The order left the house.' });
const sales = itemOf('consumer', 'Sales', { uses: [{ key: 'a', eventId: event.id }] });

beforeAll(async () => {
  world = await createWorld();
  place = await addPlan(world);
  await mergeItems(place, [web, ga, plan, event, near, sales]);
  await mergeItems(place, [itemOf('event', event.name, { ...paid, tags: ['shop'] }, event.id)]);
  await mergeItems(place, [itemOf('event', event.name, { ...paid, meaning: 'The card was charged.' }, event.id)]);
});

const ask = (item: { id: string }) => [world.people.viewer.actor, { plan: place.slug, item: item.id }] as const;

describe('what pages of items tell beside them', () => {
  it('lays confusable events side by side', async () => {
    expect(await readConfusions(...ask(event))).toMatchObject({
      ok: true,
      value: { own: { onlySome: ['plan'], consumers: 1 }, others: [{ item: { id: near.id }, because: ['name'] }] },
    });
  });

  it('says what must be in the code of a source, as it is there, and the change it must follow', async () => {
    expect(await readSourceCode(...ask(web))).toMatchObject({
      ok: true,
      value: {
        total: 1,
        events: [
          {
            item: { id: event.id },
            isSourceOfTruth: true,
            properties: [{ item: { id: plan.id }, presence: { kind: 'sometimes' }, differsHere: true }],
            follow: { release: { number: 3 }, item: { id: event.id } },
          },
        ],
      },
    });
    const [actor, input] = ask(web);
    expect(await readSourceCode(actor, { ...input, at: 2 })).toMatchObject({
      value: { events: [{ follow: { release: { number: 1 } } }] },
    });
  });

  it('names what a destination does not take', async () => {
    expect(await readDestinationLimits(...ask(ga))).toMatchObject({
      ok: true,
      value: { service: { name: 'Google Analytics 4' }, events: 1, total: 1, violations: [{ item: { id: event.id } }] },
    });
  });

  it('tells a consumer what changed since it was added, and since a change was acknowledged for it', async () => {
    const sinceAdded = await readConsumerChanges(...ask(sales));
    expect(sinceAdded).toMatchObject({
      ok: true,
      value: { since: { release: { number: 1 }, by: null }, items: [{ itemId: event.id }] },
    });
    const release = await prisma().release.findFirstOrThrow({ where: { planId: place.planId, number: 3 } });
    const { planId, workspaceId } = place;
    await prisma().acknowledgement.create({
      data: {
        ...{ id: newId('ac'), planId, workspaceId, itemId: sales.id, covers: [] },
        ...{ changeRequestId: release.changeRequestId, userId: world.people.viewer.userId },
      },
    });
    expect(await readConsumerChanges(...ask(sales))).toMatchObject({
      ok: true,
      value: { since: { release: { number: 3 }, by: { name: world.people.viewer.name } }, why: '', items: [] },
    });
  });

  it('answers for the right kind only', async () => {
    expect(await readSourceCode(...ask(ga))).toMatchObject({ ok: false, error: { code: 'item.not-found' } });
  });
});
