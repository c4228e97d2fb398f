import { beforeAll, describe, expect, it } from 'vitest';
import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import { createWorld, type World } from '@/lib/features/testing/world';
import { atMoment } from '@/lib/infra/clock';
import { call, callFor } from './testing/client';

let world: World;
let plan: string;
const paid = itemOf('event', 'Order Completed', { meaning: 'The bank agreed to pay.' });
const old = itemOf('event', 'Purchase', { meaning: 'The button was pressed.' });
const gift = itemOf('event', 'Gift Wrapped', { meaning: 'Somebody asked for paper.' });

beforeAll(async () => {
  world = await createWorld();
  const place = await addPlan(world);
  plan = `/workspaces/${world.slug}/plans/${place.slug}`;
  const merge = (day: string, items: Parameters<typeof mergeItems>[1], removed: string[] = []) =>
    atMoment(new Date(`${day}T09:00:00Z`), () => mergeItems(place, items, removed));
  await merge('2026-01-10', [paid, old]);
  await merge('2026-03-10', [itemOf('event', paid.name, { meaning: 'The money is ours.' }, paid.id)], [old.id]);
  await merge('2026-05-10', [gift]);
});

interface Named {
  readonly name: string;
}

/** What each way of reading says of the plan as of a release or a day. */
async function readings(at: string) {
  const { viewer } = world.people;
  const read = <T>(path: string, query: Record<string, string> = {}) =>
    callFor<T>(viewer, 'GET', `${plan}/${path}`, { query: { ...query, at } });
  const { items } = await read<{ items: Named[] }>('items', { kind: 'event' });
  const { hits, release } = await read<{ hits: { item: Named }[]; release: number }>('search', { q: '' });
  const snapshot = await read<{ items: Named[] }>('snapshot');
  const item = await read<{ item: { content: { meaning: string } } }>(`items/${paid.id}`);
  const history = await read<{ entries: { release: { number: number } }[]; blame: Record<string, unknown> }>(
    `items/${paid.id}/history`,
  );
  const csv = await call(viewer, 'GET', `${plan}/exports`, { query: { format: 'csv', at } });
  const exported = await csv.text();
  const names = (found: readonly Named[]) => found.map(({ name }) => name).sort();
  const told = [paid, old, gift].filter(({ name }) => exported.includes(name));
  return {
    names: [names(items), names(hits.map((hit) => hit.item)), names(snapshot.items), names(told)],
    releases: [release, Number(csv.headers.get('x-waymark-release'))],
    meaning: item.item.content.meaning,
    isExported: exported.includes(item.item.content.meaning),
    newest: history.entries[0]?.release.number,
    blamed: history.blame.meaning,
  };
}

describe('search, list, item, snapshot and export as of a release or a day', () => {
  it.each([
    ['1', '2026-02-01', 1, ['Order Completed', 'Purchase'], 'The bank agreed to pay.', 1],
    ['2', '2026-03-10', 2, ['Order Completed'], 'The money is ours.', 2],
    ['3', '2026-12-31', 3, ['Gift Wrapped', 'Order Completed'], 'The money is ours.', 2],
  ])('agree at %s and on %s', async (number, day, release, names, meaning, writtenIn) => {
    for (const at of [number, day]) {
      expect(await readings(at)).toEqual({
        names: [names, names, names, names],
        releases: [release, release],
        meaning,
        isExported: true,
        newest: writtenIn,
        blamed: expect.objectContaining({ release: expect.objectContaining({ number: writtenIn }) }),
      });
    }
  });
});
