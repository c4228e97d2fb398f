import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goneAfterMs, type Tab, whoIsHere } from './attendance';

const now = new Date('2026-11-21T12:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms);
const tab = (part: Partial<Tab>): Tab => ({
  ...{ userId: 'us_ana', name: 'Ana', itemId: null, isEditing: false, seenAt: now },
  ...part,
});

describe('who is here', () => {
  it('is a person once, however many tabs they have, and writing counts more than looking', () => {
    const tabs = [tab({ itemId: 'ev_b' }), tab({ itemId: 'ev_a', isEditing: true }), tab({ itemId: 'ev_a' }), tab({})];
    expect(whoIsHere(tabs, now, 'us_me')).toEqual([
      {
        ...{ id: 'us_ana', name: 'Ana' },
        at: [
          { itemId: 'ev_a', isEditing: true },
          { itemId: 'ev_b', isEditing: false },
        ],
      },
    ]);
  });

  it('is nobody who fell silent, and not oneself', () => {
    const tabs = [tab({ userId: 'us_me' }), tab({ seenAt: ago(goneAfterMs) })];
    expect(whoIsHere(tabs, now, 'us_me')).toEqual([]);
    expect(whoIsHere([tab({ seenAt: ago(goneAfterMs - 1) })], now, 'us_me')).toHaveLength(1);
  });

  it('does not depend on the order of rows, and names each person and item once', () => {
    const tabs = fc.array(
      fc.record({
        userId: fc.constantFrom('us_1', 'us_2', 'us_3', 'us_me'),
        itemId: fc.constantFrom('ev_1', 'ev_2', null),
        isEditing: fc.boolean(),
        seenAt: fc.integer({ min: 0, max: 2 * goneAfterMs }).map(ago),
      }),
    );
    fc.assert(
      fc.property(tabs, (rows) => {
        const named = rows.map((row) => tab({ ...row, name: 'The same name' }));
        const here = whoIsHere(named, now, 'us_me');
        expect(whoIsHere(named.toReversed(), now, 'us_me')).toEqual(here);
        const alive = named.filter((one) => one.seenAt > ago(goneAfterMs) && one.userId !== 'us_me');
        expect(here.map(({ id }) => id)).toEqual([...new Set(alive.map(({ userId }) => userId))].toSorted());
        for (const { id, at } of here)
          for (const { itemId, isEditing } of at)
            expect(isEditing).toBe(alive.some((one) => one.userId === id && one.itemId === itemId && one.isEditing));
      }),
    );
  });
});
