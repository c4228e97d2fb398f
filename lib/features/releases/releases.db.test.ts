import { beforeAll, describe, expect, it } from 'vitest';
import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import { createWorld, type World } from '@/lib/features/testing/world';
import type { Place } from '@/lib/store/store-fixture';
import { compareReleases } from './compare-releases';
import { listReleases } from './list-releases';
import { readRelease } from './read-release';

let world: World;
let place: Place & { slug: string };
const order = itemOf('event', 'Order Completed', { meaning: 'Payment authorised' });

beforeAll(async () => {
  world = await createWorld();
  place = await addPlan(world);
  await mergeItems(place, [order]);
  await mergeItems(place, [itemOf('event', 'Order Completed', { meaning: 'Payment captured' }, order.id)]);
  await mergeItems(place, [itemOf('event', 'Refund Issued')], [order.id]);
});

describe('releases', () => {
  it('are listed newest first, those of an item alone when asked for', async () => {
    const actor = world.people.viewer.actor;
    expect(await listReleases(actor, { plan: place.slug, limit: 10 })).toMatchObject({
      ok: true,
      value: { total: 3, items: [{ number: 3 }, { number: 2 }, { number: 1 }] },
    });
  });

  it('say in words what they changed', async () => {
    const result = await readRelease(world.people.viewer.actor, { plan: place.slug, number: 2 });
    expect(result).toMatchObject({
      ok: true,
      value: {
        comparison: {
          counts: { meaning: 1 },
          items: [
            {
              name: 'Order Completed',
              versionBefore: '1.0.0',
              versionAfter: '2.0.0',
              differences: [{ before: 'Payment authorised', after: 'Payment captured', significance: 'meaning' }],
            },
          ],
        },
      },
    });
  });

  it('can be compared in either direction, with the empty plan too', async () => {
    const compare = (from: number, to: number) =>
      compareReleases(world.people.viewer.actor, { plan: place.slug, from, to });
    expect(await compare(0, 3)).toMatchObject({
      ok: true,
      value: { total: 1, items: [{ name: 'Refund Issued', versionBefore: null }] },
    });
    expect(await compare(3, 1)).toMatchObject({ ok: true, value: { total: 2 } });
    expect(await compare(2, 2)).toMatchObject({ ok: true, value: { total: 0, items: [] } });
    expect(await compare(1, 9)).toMatchObject({ ok: false, error: { code: 'release.not-found' } });
  });
});
