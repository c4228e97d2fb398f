import { describe, expect, it } from 'vitest';
import type { Item } from '../plan/item';
import { itemSchema } from '../plan/item-schema';
import type { ItemKind } from '../plan/kinds/define';
import { itemOfKind, snapshotOf } from '../plan/snapshot';
import { revisionOf } from '../testing/arbitraries';
import { checkDestination } from './check-destination';

const item = (id: string, kind: ItemKind, name: string, content: object = {}): Item =>
  itemSchema.parse({ id, kind, namespace: null, name, content });

function check(destination: object, events: Item[], properties: Item[] = []) {
  const target = item('de_1', 'destination', 'Target', destination);
  const snapshot = snapshotOf(
    'pl_1',
    1,
    [target, ...events, ...properties].map((one) => revisionOf(one)),
  );
  const found = itemOfKind(snapshot, 'destination', 'de_1');
  if (!found) throw new Error('no destination');
  return checkDestination(snapshot, found, (pattern) => (name) => new RegExp(pattern, 'u').test(name));
}

const to = { destinations: ['de_1'] };

describe('limits of a destination', () => {
  it('are those of a known service, until the destination says otherwise', () => {
    const long = item('ev_1', 'event', `order_${'x'.repeat(40)}`, to);
    expect(check({ service: 'GA4' }, [long]).violations).toEqual([
      { itemId: 'ev_1', sentAs: long.name, words: 'Its name has 46 characters; 40 are taken.' },
    ]);
    expect(check({ service: 'GA4', maxNameLength: 50 }, [long]).violations).toEqual([]);
    expect(check({ service: 'Something else' }, [long]).violations).toEqual([]);
  });

  it('look at the name that is sent, and at nothing that is not sent', () => {
    const event = item('ev_1', 'event', 'Order Completed', to);
    const words = 'Its name must be letters, digits and underscores, a letter first.';
    expect(check({ service: 'GA4' }, [event]).violations).toEqual([
      { itemId: 'ev_1', sentAs: 'Order Completed', words },
    ]);
    const mapped = (sendAs: string | null) =>
      check({ service: 'GA4', nameMapping: [{ itemId: 'ev_1', sendAs }] }, [event]).violations;
    expect(mapped('order_completed')).toEqual([]);
    expect(mapped('session_start')).toEqual([
      { itemId: 'ev_1', sentAs: 'session_start', words: 'This name is reserved there.' },
    ]);
    expect(mapped(null)).toEqual([]);
  });

  it('count the properties of an event, and look at their names', () => {
    const properties = ['a', 'b', 'ga_c'].map((name, at) => item(`pr_${at}`, 'property', name));
    const uses = properties.map(({ id }) => ({ propertyId: id }));
    const event = item('ev_1', 'event', 'order', { ...to, properties: uses });
    expect(check({ service: 'GA4', maxPropertiesPerEvent: 2 }, [event], properties).violations).toEqual([
      { itemId: 'ev_1', sentAs: 'order', words: 'It brings 3 properties; 2 are taken.' },
      { itemId: 'pr_2', sentAs: 'ga_c', words: 'Names that begin with ga_ are reserved there.' },
    ]);
  });
});
