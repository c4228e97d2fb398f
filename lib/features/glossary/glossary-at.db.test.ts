import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '@/lib/domain/plan/item';
import { openExport } from '@/lib/features/exports/open-export';
import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import { createWorld, type World } from '@/lib/features/testing/world';
import { atMoment } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { newId } from '@/lib/kit/id';
import { must } from '@/lib/kit/must';
import { createTerm as createRow, listTerms as listRows } from '@/lib/store/glossary';
import { listTermsAt } from '@/lib/store/glossary-at';
import type { Place } from '@/lib/store/store-fixture';
import { listTermHistory } from './list-term-history';
import { listTerms } from './list-terms';
import { listTermsNamed } from './list-terms-named';
import { createTerm, removeTerm, restoreTerm, updateTerm } from './save-term';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

const day = (number: number) => new Date(Date.UTC(2026, 2, number, 12));
const words = fc.record({
  // Accents, case and hyphens sort as the database says; some names clash and are refused.
  term: fc.constantFrom('Order', 'order', 'Öre', 'zest', 'Active account', 'active-user', 'Éclair', 'seat'),
  definition: fc.constantFrom('One thing.', 'Another thing.'),
  aliases: fc.subarray(['purchase', 'buyer', 'NR'], { maxLength: 1 }),
  owner: fc.constant(null),
});
const step = fc.record({
  did: fc.constantFrom('create', 'create', 'update', 'remove', 'restore'),
  words,
  which: fc.nat(),
});

describe('the glossary as of any moment', () => {
  it('is what was listed then, whatever was written since', async () => {
    const { workspaceId, people } = world;
    const { actor } = people.contributor;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 14 }), async (steps) => {
        const { slug: plan, planId } = await addPlan(world);
        const ids: string[] = [];
        const then: { at: Date; listed: unknown }[] = [];
        for (const [index, { did, words, which }] of steps.entries()) {
          const id = ids[which % Math.max(ids.length, 1)] ?? '';
          const at = day(index + 1);
          const done = await atMoment(at, async () => {
            if (did === 'create') return createTerm(actor, { plan, ...words });
            if (did === 'remove') return removeTerm(actor, { plan, id });
            if (did === 'restore') return restoreTerm(actor, { plan, id });
            const ifMatch = (await listRows(prisma(), workspaceId, planId)).find((one) => one.id === id)?.lockVersion;
            return updateTerm(actor, { plan, id, ifMatch: ifMatch ?? 1, ...words });
          });
          if (did === 'create' && done.ok) ids.push(done.value.id);
          then.push({ at, listed: await listRows(prisma(), workspaceId, planId) });
        }
        const read = (at: Date) => listTermsAt(prisma(), workspaceId, planId, at);
        expect(await read(new Date(day(1).getTime() - 1))).toEqual([]);
        for (const { at, listed } of then) {
          expect(await read(at)).toEqual(listed);
          expect(await read(new Date(at.getTime() + 3_600_000))).toEqual(listed);
        }
      }),
      { numRuns: 6 },
    );
  }, 30_000);

  it('tells a term that the record does not know from its creation on', async () => {
    const { workspaceId, people } = world;
    const { planId } = await addPlan(world);
    const said = { term: 'Old', foldedKey: 'old', definition: 'From before.', aliases: [], owner: null };
    await createRow(prisma(), workspaceId, { ...said, id: newId('gt'), planId, by: people.admin.userId, at: day(3) });
    expect(await listTermsAt(prisma(), workspaceId, planId, day(2))).toEqual([]);
    expect(await listTermsAt(prisma(), workspaceId, planId, day(4))).toMatchObject([{ term: 'Old' }]);
  });
});

describe('the words that explain a release', () => {
  let place: Place & { slug: string };
  let event: Item;
  let id: string;

  beforeAll(async () => {
    place = await addPlan(world);
    const { actor } = world.people.contributor;
    event = itemOf('event', 'Order Completed', { meaning: 'An active account has paid.' });
    const named = (name: string) => itemOf('event', name, event.content, event.id);
    const write = { plan: place.slug, term: 'Active account', definition: 'Once a year.', aliases: [], owner: null };
    await atMoment(day(1), () => mergeItems(place, [event]));
    id = must(await atMoment(day(2), () => createTerm(actor, write))).id;
    await atMoment(day(3), () => mergeItems(place, [named('Order Paid')]));
    const better = { plan: place.slug, id, ifMatch: 1, definition: 'Twice a month.' };
    must(await atMoment(day(4), () => updateTerm(actor, better)));
    await atMoment(day(5), () => mergeItems(place, [named('Order Done')]));
    const today = { plan: place.slug, id, ifMatch: 2, definition: 'Daily.', aliases: ['regular'] };
    must(await atMoment(day(6), () => updateTerm(actor, today)));
  });

  it.each([
    [undefined, ['Daily.'], 3],
    [3, ['Daily.'], 3],
    [2, ['Once a year.'], 2],
    [1, [], 1],
    [0, [], 0],
    ['2026-03-01', [], 1],
    ['2026-03-02', ['Once a year.'], 1],
    ['2026-03-05', ['Twice a month.'], 3],
    ['2026-03-04T11:59:59Z', ['Once a year.'], 2],
    ['2026-03-06', ['Daily.'], 3],
  ])('as of %s are %s', async (at, definitions, release) => {
    const { actor } = world.people.viewer;
    const list = must(await listTerms(actor, { plan: place.slug, at }));
    expect(list.items.map(({ definition }) => definition)).toEqual(definitions);
    expect([list.release, list.releasedAt !== null]).toEqual([release, release > 0]);
    const named = await listTermsNamed(actor, { plan: place.slug, item: event, beside: [], at });
    expect(named.map(({ definition }) => definition)).toEqual(definitions);
  });

  it('are in the documentation of a past release', async () => {
    const query = { plan: place.slug, format: 'documentation-site', options: '{}', filter: '' };
    const glossary = async (at?: number) => {
      const { files } = must(await openExport(world.people.viewer.actor, { ...query, at }));
      return String(files.find(({ path }) => path === 'glossary.html')?.text ?? '');
    };
    expect(await glossary(2)).toContain('Once a year.');
    expect(await glossary()).toContain('Daily.');
    expect(await glossary(1)).toBe('');
  });

  it('have a history, the latest first, that ends where the reader stands', async () => {
    const { actor } = world.people.viewer;
    const all = must(await listTermHistory(actor, { plan: place.slug, id }));
    expect(all.items.map(({ did, from, to }) => [did, from?.definition, to?.definition])).toEqual([
      ['update', 'Twice a month.', 'Daily.'],
      ['update', 'Once a year.', 'Twice a month.'],
      ['create', undefined, 'Once a year.'],
    ]);
    expect(all.items[0]).toMatchObject({ at: day(6).toISOString(), by: { name: world.people.contributor.name } });
    expect(must(await listTermHistory(actor, { plan: place.slug, id, at: 2 }))).toMatchObject({
      ...{ total: 1, items: [{ did: 'create' }] },
    });
  });

  it('are unknown in another plan, another workspace, and for a release that is not there', async () => {
    const { actor } = world.people.viewer;
    const other = await addPlan(world);
    const stranger = (await createWorld()).people.admin.actor;
    expect(await listTermHistory(actor, { plan: other.slug, id })).toMatchObject({
      error: { code: 'glossary.not-found' },
    });
    for (const read of [listTerms, listTermHistory])
      expect(await read(stranger, { plan: place.planId, id, at: 2 })).toMatchObject({
        error: { code: 'plan.not-found' },
      });
    expect(await listTerms(actor, { plan: place.slug, at: 4 })).toMatchObject({ error: { code: 'release.not-found' } });
    expect(await listTermsAt(prisma(), stranger.workspaceId, place.planId, day(9))).toEqual([]);
  });
});
