import { beforeAll, describe, expect, it } from 'vitest';
import { searchQuerySchema } from '@/lib/contracts/search';
import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import { createWorld, type World } from '@/lib/features/testing/world';
import type { Place } from '@/lib/store/store-fixture';
import { readSearchIndex } from './read-search-index';
import { searchPlan } from './search-plan';

let world: World;
let place: Place & { slug: string };
const checkout = itemOf('event', 'Basket Paid', { firesWhen: 'The bank confirmed the capture', tags: ['core'] });
const method = itemOf('property', 'method', {
  type: { type: 'string' },
  allowedValues: [{ value: 'sepa', meaning: 'Direct debit' }],
});

const search = (q: string, more: object = {}) =>
  searchPlan(world.people.viewer.actor, { ...searchQuerySchema.parse({ q, ...more }), plan: place.slug });

beforeAll(async () => {
  world = await createWorld();
  place = await addPlan(world);
  await mergeItems(place, [checkout, method]);
  await mergeItems(place, [itemOf('event', 'Checkout Completed', checkout.content, checkout.id)]);
});

describe('search', () => {
  it.each([
    ['chekout comp', 'Checkout Completed'],
    ['basket', 'Checkout Completed'],
    ['bank confirmed', 'Checkout Completed'],
    ['sepa', 'method'],
    ['direct debit', 'method'],
  ])('finds by %s', async (q, name) => {
    expect(await search(q)).toMatchObject({ ok: true, value: { hits: [{ item: { name } }] } });
  });

  it('says which former name was meant, and where a sentence matched', async () => {
    expect(await search('basket')).toMatchObject({ ok: true, value: { hits: [{ formerName: 'Basket Paid' }] } });
    expect(await search('bank confirmed')).toMatchObject({
      ok: true,
      value: { hits: [{ places: [{ label: 'Fires when' }] }] },
    });
  });

  it('counts facets over all that was found and narrows by them', async () => {
    expect(await search('')).toMatchObject({
      ok: true,
      value: { total: 2, facets: { tag: [{ value: 'core', count: 1 }] } },
    });
    expect(await search('', { kind: 'property' })).toMatchObject({
      ok: true,
      value: { total: 1, facets: { kind: [{ count: 1 }, { count: 1 }] } },
    });
  });

  it('finds nothing without complaint', async () => {
    expect(await search('zzzzqqqq')).toMatchObject({ ok: true, value: { total: 0, hits: [] } });
  });

  it('hands the whole index to the browser', async () => {
    const index = await readSearchIndex(world.people.viewer.actor, { plan: place.slug });
    expect(index).toMatchObject({ ok: true, value: { release: 2 } });
    expect(index.ok && index.value.documents.find((one) => one.id === checkout.id)?.formerNames).toEqual([
      'Basket Paid',
    ]);
  });
});
