import { beforeAll, describe, expect, it } from 'vitest';
import { searchQuerySchema } from '@/lib/contracts/search';
import { createTerm } from '@/lib/features/glossary/save-term';
import { createNote } from '@/lib/features/notes/save-note';
import { createSynonyms } from '@/lib/features/synonyms/save-synonyms';
import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import { createWorld, type World } from '@/lib/features/testing/world';
import { atMoment, now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { newId } from '@/lib/kit/id';
import type { Place } from '@/lib/store/store-fixture';
import { createThread } from '@/lib/store/threads';
import { readSearchIndex } from './read-search-index';
import { recordVainSearch } from './record-vain-search';
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

  it('marks what matched in another form', async () => {
    const found = await search('checkouts complete');
    expect(found).toMatchObject({ ok: true, value: { weak: false, hits: [{ weak: false }] } });
    expect(found.ok && found.value.hits[0]?.name.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual([
      'Checkout',
      'Complete',
    ]);
  });

  it('says so when nothing is a sure match', async () => {
    expect(await search('checkout zebra unicycle')).toMatchObject({
      ok: true,
      value: { weak: true, hits: [{ item: { name: 'Checkout Completed' }, weak: true }] },
    });
  });

  it('finds by what was said of an item, but not as of a release', async () => {
    const { userId } = world.people.viewer.actor;
    const thread = { id: newId('th'), planId: place.planId, changeRequestId: null, itemId: checkout.id };
    await createThread(prisma(), world.workspaceId, {
      ...{ ...thread, field: null, quote: null, startedById: userId, createdAt: now() },
    });
    await prisma().comment.create({
      data: {
        ...{ id: newId('cm'), threadId: thread.id, workspaceId: world.workspaceId, authorId: userId },
        ...{ body: 'Vouchers are counted gross, 100% of them', createdAt: now() },
      },
    });
    expect(await search('vouchers 100%')).toMatchObject({
      ok: true,
      value: { hits: [{ item: { name: 'Checkout Completed' }, places: [{ label: 'Discussion' }] }] },
    });
    expect(await search('vouchers 100%', { at: '2' })).toMatchObject({ ok: true, value: { total: 0 } });
  });

  it('finds by a note, which belongs to no release either', async () => {
    const by = world.people.viewer.actor;
    await createNote(by, { plan: place.slug, itemId: checkout.id, body: 'Doubled while the *warehouse* moved' });
    expect(await search('warehouse doubled')).toMatchObject({
      ok: true,
      value: { hits: [{ item: { name: 'Checkout Completed' }, places: [{ label: 'Note' }] }] },
    });
    expect(await search('warehouse doubled', { at: '2' })).toMatchObject({ ok: true, value: { total: 0 } });
  });

  it('finds by a synonym of the plan, says so, and marks it; at a release too', async () => {
    expect(await search('tillage')).toMatchObject({ ok: true, value: { total: 0 } });
    const { actor } = world.people.contributor;
    await createSynonyms(actor, { plan: place.slug, words: ['tillage', 'checkout'] });
    const hit = { item: { name: 'Checkout Completed' }, synonym: 'checkout', weak: false };
    expect(await search('tillage')).toMatchObject({ ok: true, value: { weak: false, hits: [hit] } });
    expect(await search('tillage', { at: '2' })).toMatchObject({ ok: true, value: { hits: [hit] } });
    expect(await search('checkout')).toMatchObject({ ok: true, value: { hits: [{ synonym: null }] } });
    const index = await readSearchIndex(actor, { plan: place.slug });
    expect(index).toMatchObject({ ok: true, value: { synonyms: [['tillage', 'checkout']] } });
  });

  it('finds the words of the glossary beside the items, as of a release those of then', async () => {
    const { actor } = world.people.contributor;
    const words = { term: 'Active account', definition: 'Paid within 90 days.', aliases: ['living customer'] };
    await createTerm(actor, { plan: place.slug, ...words, owner: null });
    for (const q of ['active acount', 'living customers'])
      expect(await search(q)).toMatchObject({
        ok: true,
        value: { terms: [{ anchor: 'active-account', alias: q === 'active acount' ? null : 'living customer' }] },
      });
    expect(await search('active account', { at: '1' })).toMatchObject({ ok: true, value: { terms: [] } });
    const today = { ok: true, value: { terms: [{ anchor: 'active-account' }] } };
    expect(await search('active account', { at: '2' })).toMatchObject(today);
    expect(await readSearchIndex(actor, { plan: place.slug })).toMatchObject({
      value: { terms: [{ term: 'Active account' }] },
    });
    expect(await readSearchIndex(actor, { plan: place.slug, at: 1 })).toMatchObject({
      value: { release: 1, terms: [] },
    });
  });

  it('takes conditions that are typed among the words', async () => {
    expect(await search('tag:core')).toMatchObject({ ok: true, value: { total: 1, weak: false } });
    expect(await search('kind:property')).toMatchObject({ ok: true, value: { total: 1 } });
    expect(await search('sepa kind:event')).toMatchObject({ ok: true, value: { total: 0 } });
    expect(await search('checkout -tag:core')).toMatchObject({ ok: true, value: { total: 0 } });
  });

  it('finds what is retired, marked and after what is not', async () => {
    const lifecycle = { state: 'retired', replacedBy: null };
    await mergeItems(place, [itemOf('event', 'Checkout Started'), itemOf('event', 'Checkout', { lifecycle })]);
    const found = await search('checkout');
    const names = found.ok ? found.value.hits.map(({ item }) => [item.name, item.lifecycle]) : [];
    expect(names).toContainEqual(['Checkout', 'retired']);
  });

  it('counts what was searched for in vain, and nothing that is found', async () => {
    const record = (q: string) => recordVainSearch(world.people.viewer.actor, { plan: place.slug, q });
    expect(await record('Zebra  Unicycle')).toMatchObject({ ok: true, value: { kept: true } });
    for (const q of ['checkout', 'living customer', 'warehouse doubled', 'zebra tag:core'])
      expect(await record(q)).toMatchObject({ ok: true, value: { kept: false } });
    const rows = await prisma().vainSearch.findMany({ where: { planId: place.planId } });
    expect(rows).toMatchObject([{ text: 'zebra unicycle', count: 1 }]);
    // At one moment: on a slow machine the measure would fill up again meanwhile.
    await atMoment(now(), async () => {
      for (let time = 0; time < 25; time += 1) await record(`zebra ${'x'.repeat(time + 1)}`);
    });
    expect(await prisma().vainSearch.count({ where: { planId: place.planId } })).toBeLessThanOrEqual(21);
  });

  it('finds nothing without complaint', async () => {
    expect(await search('zzzzqqqq')).toMatchObject({ ok: true, value: { total: 0, hits: [] } });
  });

  it('hands the whole index to the browser', async () => {
    const index = await readSearchIndex(world.people.viewer.actor, { plan: place.slug });
    expect(index).toMatchObject({ ok: true, value: { planId: place.planId } });
    expect(index.ok && index.value.documents.find((one) => one.id === checkout.id)?.formerNames).toEqual([
      'Basket Paid',
    ]);
    const earlier = await readSearchIndex(world.people.viewer.actor, { plan: place.slug, at: 1 });
    expect(earlier.ok && earlier.value.documents.find((one) => one.id === checkout.id)).toMatchObject({
      ...{ name: 'Basket Paid', formerNames: [] },
    });
    expect(await readSearchIndex(world.people.viewer.actor, { plan: place.slug, at: 99 })).toMatchObject({
      error: { code: 'release.not-found' },
    });
  });
});
