import { expect, it } from 'vitest';
import { itemSchema } from '@/lib/domain/plan/item-schema';
import { newId } from '@/lib/kit/id';
import { contentsOf } from './item-contents';

it('says what an item says, meaning first, with names for ids and nothing for what is empty', () => {
  const [source, property] = [newId('so'), newId('pr')];
  const item = itemSchema.parse({
    id: newId('ev'),
    kind: 'event',
    namespace: null,
    name: 'Order Paid',
    content: {
      firesWhen: 'The bank confirms.',
      meaning: 'An order is paid.',
      sources: [source],
      properties: [{ propertyId: property, presence: { kind: 'always' } }],
    },
  });
  const contents = contentsOf(item, { [source]: 'Shop backend', [property]: 'order_id' });
  expect(contents.map((one) => one.label)).toEqual(['Meaning', 'Fires when', 'Properties', 'Sources']);
  expect(contents.map((one) => one.lines)).toEqual([
    ['An order is paid.'],
    ['The bank confirms.'],
    ['order_id, always sent'],
    ['Shop backend'],
  ]);
});

it('says the meaning of every value, each in a line', () => {
  const item = itemSchema.parse({
    id: newId('pr'),
    kind: 'property',
    namespace: null,
    name: 'method',
    content: { allowedValues: [{ value: 'card', meaning: 'Paid by card.' }, { value: 'cash' }] },
  });
  expect(contentsOf(item, {})).toContainEqual(
    expect.objectContaining({ label: 'Allowed values', lines: ['card: Paid by card.', 'cash'] }),
  );
});
