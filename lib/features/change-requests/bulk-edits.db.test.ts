import { beforeAll, describe, expect, it } from 'vitest';
import { type EditMany, editManySchema } from '@/lib/contracts/grid';
import type { Item } from '@/lib/domain/plan/item';
import { readGrid } from '@/lib/features/grid/read-grid';
import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import { createWorld, type Persona, type World } from '@/lib/features/testing/world';
import { newId } from '@/lib/kit/id';
import { must } from '@/lib/kit/must';
import { editMany } from './edit-many';
import { previewBulk, proposeBulk } from './propose-bulk';
import { readChange } from './read-change';
import { readChangeRequestView } from './read-change-request';

let world: World;
let plan: string;
let author: Persona;
let other: Persona;
let items: Record<'paid' | 'refunded' | 'web' | 'orderId' | 'order_id', Item>;

beforeAll(async () => {
  world = await createWorld();
  author = world.people.contributor;
  other = world.people.approver;
  const place = await addPlan(world);
  plan = place.slug;
  const [orderId, order_id] = [itemOf('property', 'orderId'), itemOf('property', 'order_id')];
  items = {
    ...{ orderId, order_id },
    web: itemOf('source', 'Web'),
    paid: itemOf('event', 'Paid', { tags: ['money'], properties: [{ propertyId: orderId.id }] }),
    refunded: itemOf('event', 'Refunded'),
  };
  await mergeItems(place, Object.values(items));
});

const edit = (by: Persona, { ifMatch, ...body }: EditMany & { ifMatch?: number }) =>
  editMany(by.actor, { plan, ifMatch, ...editManySchema.parse(body) });
const grid = async (number: number | null, rows: 'items' | 'uses' = 'items') =>
  must(
    await readGrid(author.actor, {
      ...{ plan, kind: 'event', rows, filter: '', itemIds: null, number, only: 'all' },
    }),
  );

describe('many edits at once', () => {
  it('starts a request with all that can be taken, and shows it beside what the plan says', async () => {
    const { paid, refunded } = items;
    const made = newId('ev');
    const done = must(
      await edit(author, {
        edits: [
          { itemId: paid.id, fields: { meaning: 'Captured.', reviewBy: 'soon' }, expected: { meaning: '' } },
          { itemId: refunded.id, fields: { tags: ['x'] }, expected: { tags: ['other'] } },
        ],
        create: [
          { itemId: made, kind: 'event', name: 'Cart Seen' },
          { itemId: newId('ev'), kind: 'event', name: 'cart seen' },
          { itemId: paid.id, kind: 'event', name: 'Stolen' },
        ],
      }),
    );
    expect(done).toMatchObject({ changes: 2, counts: { meaning: 1 }, title: 'Edit 2 items in the grid' });
    expect(done.refused.map(({ itemId, field, code }) => [itemId, field, code])).toEqual(
      expect.arrayContaining([
        [paid.id, 'reviewBy', 'invalid'],
        [refunded.id, 'tags', 'moved'],
        [paid.id, 'name', 'invalid'],
      ]),
    );
    expect(done.refused).toHaveLength(4);
    const { rows, request } = await grid(done.number);
    expect(request).toMatchObject({ number: done.number, whyNot: null });
    expect(
      rows.map(({ title, before }) => [title, before === undefined ? 'same' : (before?.meaning ?? 'new')]),
    ).toEqual([
      ['Cart Seen', 'new'],
      ['Paid', ''],
      ['Refunded', 'same'],
    ]);
    // What says again what the plan says is no change; and what was made here is taken out by its id.
    const back = must(
      await edit(author, {
        number: done.number,
        edits: [{ itemId: paid.id, fields: { meaning: '' }, expected: { meaning: 'Captured.' } }],
        drop: [made],
      }),
    );
    expect(back).toMatchObject({ changes: 0, refused: [] });
  });

  it('stores nothing of a value that somebody else changed, in parts of a property use too', async () => {
    const { paid, orderId } = items;
    const use = (parts: Record<string, string>, expected: Record<string, string>): EditMany => ({
      number: null,
      edits: [{ itemId: paid.id, uses: [{ propertyId: orderId.id, parts, expected }] }],
    });
    const { number } = must(await edit(author, use({ note: 'In cents.' }, { note: '' })));
    const late = must(await edit(other, { ...use({ note: 'In euros.' }, { note: '' }), number }));
    expect(late.refused).toMatchObject([{ propertyId: orderId.id, field: 'note', code: 'moved', theirs: 'In cents.' }]);
    const [row] = (await grid(number, 'uses')).rows;
    expect(row).toMatchObject({ title: 'Paid · orderId', fields: { note: 'In cents.' }, before: { note: '' } });
    expect(await edit(author, { number, ifMatch: 99, edits: [] })).toMatchObject({
      error: { code: 'change-request.stale' },
    });
    expect(must(await edit(author, { edits: [] }))).toMatchObject({ number: null });
  });

  it('takes a thousand items in one call, and refuses strangers', async () => {
    const create = Array.from({ length: 1_000 }, (_, at) => ({
      ...{ itemId: newId('ev'), kind: 'event' as const, namespace: null, name: `Bulk ${at}` },
      content: { tags: ['bulk'] },
    }));
    expect(must(await edit(author, { create }))).toMatchObject({ changes: 1_000, refused: [] });
    const viewer = world.people.viewer;
    const { number } = must(await edit(author, { edits: [{ itemId: items.paid.id, fields: { stage: 'a' } }] }));
    const refused = await edit(viewer, { number, edits: [{ itemId: items.paid.id, fields: { stage: 'b' } }] });
    expect(refused).toMatchObject({ error: { code: 'review.not-allowed' } });
  });
});

describe('actions on a selection', () => {
  const said = async (number: number, itemId: string) =>
    must(await readChange(author.actor, { plan, number, itemId })).after?.content;

  it('previews, goes into the request that is open, and is taken back as it was', async () => {
    const { paid, refunded, web } = items;
    const selection = { plan, itemIds: [paid.id, refunded.id, web.id] };
    const action = { kind: 'tags' as const, how: 'add' as const, tags: ['checkout'] };
    const asked = must(await previewBulk(author.actor, { ...selection, action, number: null }));
    expect(asked).toMatchObject({ total: 3, left: [] });
    expect(asked.items[0]?.changes).toEqual([{ label: 'Tags', before: 'money', after: 'money, checkout' }]);
    const first = must(await proposeBulk(author.actor, { ...selection, action, number: null, reason: '' }));
    expect(first).toMatchObject({ isNew: true, total: 3 });
    const sources = { kind: 'sources' as const, how: 'add' as const, sourceIds: [web.id] };
    const second = must(
      await proposeBulk(author.actor, { ...selection, action: sources, number: first.number, reason: '' }),
    );
    expect(second).toMatchObject({ isNew: false, total: 2 });
    expect(await said(first.number, paid.id)).toMatchObject({ sources: [web.id], tags: ['checkout', 'money'] });
    const undone = must(await edit(author, { number: first.number, ...second.undo } as EditMany));
    expect(undone).toMatchObject({ changes: 3, refused: [] });
    expect(await said(first.number, paid.id)).toMatchObject({ sources: [], tags: ['checkout', 'money'] });
    expect(await proposeBulk(author.actor, { ...selection, action, number: first.number, reason: '' })).toMatchObject({
      error: { code: 'item.nothing-to-change' },
    });
  });

  it('replaces a property wherever it is used, and deprecates in favour of another item', async () => {
    const { orderId, order_id, paid, refunded } = items;
    const replace = { kind: 'replace-property' as const, by: order_id.id, retire: true };
    const done = must(
      await proposeBulk(author.actor, { plan, itemIds: [orderId.id], action: replace, number: null, reason: '' }),
    );
    const view = must(await readChangeRequestView(author.actor, { plan, number: done.number }));
    expect(view.changes.map((change) => change.name).sort()).toEqual(['Paid', 'orderId']);
    expect(view.title).toBe('Replace a property by order_id');
    const deprecate = { kind: 'lifecycle' as const, state: 'deprecated' as const, replacedBy: paid.id };
    const added = must(
      await proposeBulk(author.actor, {
        ...{ plan, itemIds: [refunded.id, paid.id], action: deprecate, number: done.number, reason: '' },
      }),
    );
    expect(added.total).toBe(1);
    expect(await said(done.number, refunded.id)).toMatchObject({
      lifecycle: { state: 'deprecated', replacedBy: paid.id },
    });
    const gone = must(await edit(author, { number: done.number, ...added.undo } as EditMany));
    expect(gone).toMatchObject({ changes: 2, refused: [] });
  });
});
