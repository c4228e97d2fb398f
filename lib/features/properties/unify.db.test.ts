import { beforeAll, describe, expect, it } from 'vitest';
import { previewUnification, unifyProperties } from '@/lib/features/change-requests/unify-properties';
import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import { createWorld, type World } from '@/lib/features/testing/world';
import type { Place } from '@/lib/store/store-fixture';
import { readVariants } from './read-variants';

let world: World;
let place: Place & { slug: string };
const kept = itemOf('property', 'order_id', { type: { type: 'string' } });
const variant = itemOf('property', 'orderId', { type: { type: 'integer' } });
const other = itemOf('property', 'colour');
const event = itemOf('event', 'Order Completed', {
  properties: [{ propertyId: variant.id, presence: { kind: 'always' } }, { propertyId: other.id }],
});

beforeAll(async () => {
  world = await createWorld();
  place = await addPlan(world);
  await mergeItems(place, [kept, variant, other, event]);
});

describe('unifying properties', () => {
  it('finds the spelling variant and says in what it contradicts', async () => {
    const found = await readVariants(world.people.viewer.actor, { plan: place.slug, item: kept.id });
    expect(found).toMatchObject({
      ok: true,
      value: {
        own: { uses: 0 },
        variants: [
          { item: { id: variant.id }, likeness: 'spelling', uses: 1, conflicts: ['type is integer, not string'] },
        ],
      },
    });
  });

  it('shows what would change before anything does', async () => {
    const ask = { plan: place.slug, survivor: kept.id, losers: [variant.id] };
    const shown = await previewUnification(world.people.viewer.actor, ask);
    if (!shown.ok) throw new Error(shown.error.code);
    expect(shown.value.total).toBe(2);
    expect(new Map(shown.value.items.map(({ item, sentences }) => [item.name, sentences]))).toEqual(
      new Map([
        ['Order Completed', ['Carries order_id instead of orderId, with the same presence and values.']],
        ['orderId', ['Is retired in favour of order_id.']],
      ]),
    );
    expect(shown.value.conflicts).toEqual(['Of orderId: type is integer, not string.']);
  });

  it('proposes it in one request, twice in the same one without harm', async () => {
    const { actor } = world.people.contributor;
    const ask = { plan: place.slug, survivor: kept.id, losers: [variant.id], reason: '' };
    const made = await unifyProperties(actor, { ...ask, number: null });
    if (!made.ok) throw new Error(made.error.code);
    expect(made.value).toMatchObject({ title: 'Unify a property into order_id', status: 'draft' });
    expect(made.value.changes.map((change) => change.itemId).sort()).toEqual([event.id, variant.id].sort());
    const again = await unifyProperties(actor, { ...ask, number: made.value.number });
    expect(again).toMatchObject({ ok: false, error: { code: 'item.nothing-to-change' } });
    const same = await unifyProperties(actor, { ...ask, losers: [kept.id], number: null });
    expect(same).toMatchObject({ ok: false, error: { code: 'property.same' } });
  });
});
