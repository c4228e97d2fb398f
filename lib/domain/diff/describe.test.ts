import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldValue, type Item, withField } from '../plan/item';
import { contents } from '../plan/kinds/contents';
import type { ItemKind } from '../plan/kinds/define';
import { overlay } from '../plan/snapshot';
import { arbitraryEdit, arbitrarySnapshot } from '../testing/arbitraries';
import { describeDifference } from './describe';
import { diffItems } from './diff-items';
import { diffPlans } from './diff-plans';
import { scalarInWords, valueInWords } from './words';

const known: Record<string, string> = {
  pr_1: 'currency',
  so_1: 'web',
  so_2: 'ios',
  pg_1: 'Campaign',
  ev_2: 'Order Paid',
  tm_1: 'Growth',
  us_1: 'Ada',
};
const names = (id: string) => known[id] ?? id;

const item = (kind: ItemKind, content: object): Item =>
  ({ id: 'xx_1', kind, namespace: null, name: 'Paid', content: contents[kind].parse(content) }) as Item;
const said = (kind: ItemKind, before: object, after: object) =>
  diffItems(item(kind, before), item(kind, after)).map((difference) => describeDifference(difference, names));
const use = (presence: object, more: object = {}) => ({ properties: [{ propertyId: 'pr_1', presence, ...more }] });

describe('describeDifference', () => {
  it.each([
    ['event', { firesWhen: 'a' }, { firesWhen: 'b' }, 'Fires when', "'fires when' was edited"],
    ['event', {}, { firesWhen: 'b' }, 'Fires when', "'fires when' was stated"],
    ['event', { firesWhen: 'a' }, {}, 'Fires when', "'fires when' was cleared"],
    [
      'event',
      use({ kind: 'sometimes' }),
      use({ kind: 'always' }),
      'Properties · currency · Presence',
      "'currency' is now always sent; was sometimes",
    ],
    [
      'event',
      use({ kind: 'always' }),
      use({ kind: 'when', condition: 'the cart is full' }),
      'Properties · currency · Presence',
      "'currency' is now sent when the cart is full; was always",
    ],
    ['event', {}, use({ kind: 'always' }), 'Properties · currency', "property 'currency' was added, always sent"],
    ['event', use({ kind: 'always' }), {}, 'Properties · currency', "property 'currency' was removed"],
    [
      'event',
      use({ kind: 'always' }),
      use({ kind: 'always' }, { pinned: { value: 'EUR' } }),
      'Properties · currency · Always this value',
      "'always this value' of property 'currency' is now EUR; was not set",
    ],
    [
      'event',
      use({ kind: 'always' }),
      use({ kind: 'always' }, { note: 'x' }),
      'Properties · currency · Note',
      "'note' of property 'currency' was stated",
    ],
    ['event', { sources: ['so_1'] }, { sources: ['so_1', 'so_2'] }, 'Sources', "source 'ios' was added"],
    ['event', { groups: ['pg_1'] }, {}, 'Property groups', "property group 'Campaign' was removed"],
    [
      'event',
      { sources: ['so_1'] },
      { sources: ['so_1'], sourceOfTruth: 'so_1' },
      'Source of truth',
      "'source of truth' is now web; was not set",
    ],
    [
      'event',
      { lifecycle: { state: 'live' } },
      { lifecycle: { state: 'deprecated', replacedBy: 'ev_2' } },
      'Lifecycle',
      "'lifecycle' is now deprecated, replaced by 'Order Paid'; was live",
    ],
    [
      'event',
      { owner: { type: 'team', id: 'tm_1' } },
      { owner: { type: 'person', id: 'us_1' } },
      'Owner',
      "'owner' is now Ada; was Growth",
    ],
    ['event', { tags: ['a'] }, { tags: ['b'] }, 'Tags', "tag 'a' was removed"],
    ['property', { unit: 'EUR' }, {}, 'Unit', "'unit' is no longer set; was EUR"],
    ['property', {}, { minimum: 0 }, 'Minimum', "'minimum' is now 0; was not set"],
    [
      'property',
      { type: { type: 'string' } },
      { type: { type: 'array', items: { type: 'string' } } },
      'Type',
      "'type' is now list of string; was string",
    ],
    [
      'property',
      { allowedValues: [{ value: 1 }] },
      { allowedValues: [{ value: 1 }, { value: '1' }] },
      'Allowed values · 1',
      "value '1' was added",
    ],
    [
      'property',
      { allowedValues: [{ value: 'card', meaning: 'a' }] },
      { allowedValues: [{ value: 'card', meaning: 'b' }] },
      'Allowed values · card · Meaning',
      "'meaning' of value 'card' was edited",
    ],
    [
      'property',
      {},
      { allowedValues: [{ value: 'card' }, { value: 'cash' }] },
      'Allowed values',
      "'allowed values' is now card and cash; was not set",
    ],
    [
      'destination',
      {},
      { nameMapping: [{ itemId: 'ev_2', sendAs: 'purchase' }] },
      'Name mapping · Order Paid',
      "mapping 'Order Paid' was added",
    ],
  ] as const)('%s %j to %j', (kind, before, after, label, sentence) => {
    expect(said(kind, before, after)).toContainEqual(expect.objectContaining({ label, sentence }));
  });

  it.each([
    [
      'event',
      {},
      use({ kind: 'always' }, { note: 'In full.', pinned: { value: 'EUR' } }),
      'always sent; always this value: EUR; note: In full.',
    ],
    [
      'property',
      { allowedValues: [{ value: 1 }] },
      { allowedValues: [{ value: 1 }, { value: 2, meaning: 'Paid' }] },
      '2: Paid',
    ],
    ['property', { allowedValues: [{ value: 'a' }] }, { allowedValues: [{ value: 'a' }, { value: '' }] }, '(empty)'],
    [
      'property',
      {},
      { allowedValues: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((value) => ({ value })) },
      'a, b, c, d, e, f and g',
    ],
    ['property', {}, { allowedValues: [{ value: 'a', meaning: 'Paid' }, { value: 'b' }] }, 'a: Paid\nb'],
    [
      'property',
      { type: { type: 'object', open: true, fields: [] } },
      {
        type: {
          type: 'object',
          open: false,
          fields: [{ name: 'a', type: { type: 'string' }, required: true, meaning: 'Its id.' }],
        },
      },
      'object with a (string, required, Its id.) and nothing else',
    ],
    ['destination', {}, { nameMapping: [{ itemId: 'ev_2', sendAs: 'purchase' }] }, 'Order Paid: purchase'],
    ['consumer', {}, { uses: [{ key: 'u', eventId: 'ev_2', outcome: true }] }, 'u: event: Order Paid; outcome: true'],
  ] as const)('leaves nothing of it out: %s %j to %j', (kind, before, after, words) => {
    expect(said(kind, before, after).map((one) => one.after)).toContain(words);
    expect(said(kind, after, before).map((one) => one.before)).toContain(words);
  });

  it('names the property of a use that is told by itself, as beside another one in a conflict', () => {
    expect(valueInWords('properties', use({ kind: 'always' }, { note: 'x' }).properties[0], names)).toBe(
      'currency, always sent; note: x',
    );
  });

  it('counts long lists in its sentence only', () => {
    const [one] = said(
      'property',
      {},
      { allowedValues: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((value) => ({ value })) },
    );
    expect(one?.sentence).toBe("'allowed values' is now a, b, c, d, e and 2 more; was not set");
  });

  it('says a rename with both names and a new item with its kind', () => {
    const before = item('event', {});
    expect(
      diffItems(before, withField(before, 'name', 'Order Paid')).map((difference) =>
        describeDifference(difference, names),
      ),
    ).toEqual([
      { label: 'Name', before: 'Paid', after: 'Order Paid', sentence: "renamed from 'Paid' to 'Order Paid'" },
    ]);
    expect(
      describeDifference({ type: 'item-added', itemId: before.id, kind: 'event', after: before }, names).sentence,
    ).toBe("event 'Paid' is new");
  });

  it('always has a label and a sentence, and never shows the inside of a value or an id it could name', () => {
    fc.assert(
      fc.property(
        arbitrarySnapshot.chain((before) =>
          arbitraryEdit(before).map((changes) => ({ before, after: overlay(before, changes) })),
        ),
        ({ before, after }) => {
          for (const difference of diffPlans(before, after)) {
            const { label, sentence, ...words } = describeDifference(difference, (id) => `<${id}>`);
            expect(label).not.toBe('');
            for (const text of [label, sentence, ...Object.values(words)]) {
              expect(text).not.toMatch(/undefined|\[object|"propertyId"|"state"/u);
              // Generated names hold the id of their item, so only what refers to other items is looked at.
              if (difference.type !== 'item-added' && difference.type !== 'item-removed' && label !== 'Name')
                expect(text).not.toMatch(/(?<!<)\b(?:pr|pg|so|de)_\d/u);
            }
            if (
              difference.type === 'field-changed' &&
              difference.before === null &&
              fieldValue(before.items.get(difference.itemId) as Item, difference.field) === null
            )
              expect(words.before).toBeUndefined();
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('writes texts plain and everything else as JSON', () => {
    expect(['a', 1, false, null, { b: 1 }].map(scalarInWords)).toEqual(['a', '1', 'false', 'null', '{"b":1}']);
  });
});
