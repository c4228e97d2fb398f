import { describe, expect, it } from 'vitest';
import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import { createWorld } from '@/lib/features/testing/world';
import { listWatches } from './list-watches';
import { unwatchTarget, watchTarget } from './watch-target';

describe('watching', () => {
  it('counts each watcher once, is listed, and ends', async () => {
    const world = await createWorld();
    const place = await addPlan(world);
    const event = itemOf('event', 'Order Completed');
    await mergeItems(place, [event]);
    const input = { plan: place.slug, target: event.id, level: 'all' as const };
    const { viewer, admin } = world.people;
    await watchTarget(viewer.actor, input);
    await watchTarget(viewer.actor, input);
    expect(await watchTarget(admin.actor, input)).toEqual({
      ok: true,
      value: { targetId: event.id, watching: true, watchers: 2 },
    });
    expect(await listWatches(viewer.actor)).toMatchObject({
      ok: true,
      value: { total: 1, items: [{ item: { name: 'Order Completed' } }] },
    });
    expect(await unwatchTarget(viewer.actor, input)).toMatchObject({
      ok: true,
      value: { watching: false, watchers: 1 },
    });
    expect(await unwatchTarget(viewer.actor, input)).toMatchObject({
      ok: true,
      value: { watching: false, watchers: 1 },
    });
  });

  it('does not reach an item of another plan', async () => {
    const world = await createWorld();
    const [one, other] = [await addPlan(world), await addPlan(world)];
    const event = itemOf('event', 'Order Completed');
    await mergeItems(other, [event]);
    const result = await watchTarget(world.people.viewer.actor, { plan: one.slug, target: event.id, level: 'all' });
    expect(result).toMatchObject({ ok: false, error: { code: 'item.not-found' } });
  });
});
