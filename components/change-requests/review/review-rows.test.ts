import { describe, expect, it } from 'vitest';
import type { ChangeRow } from '@/lib/contracts/change-requests';
import { groupsOf, rowId, shownChanges, stepFrom, stopsIn, toneOfChange, treeRows, whyNot } from './review-rows';

function row(name: string, fields: readonly string[], part: Partial<ChangeRow> = {}): ChangeRow {
  return {
    itemId: `ev_${name}`,
    kind: 'event',
    name,
    operation: 'changed',
    significance: 'editorial',
    significances: ['editorial'],
    breaks: { senders: false, readers: false },
    fields: fields.map((field) => ({ field, label: field, significance: 'editorial' })),
    version: '1.0.1',
    versionBefore: '1.0.0',
    digest: 'd',
    baseDigest: 'b',
    approvedBy: [],
    editedBy: [],
    unresolvedThreads: 0,
    conflict: false,
    ...part,
  };
}

const loud = row('Paid', ['meaning', 'firesWhen'], {
  significance: 'meaning',
  significances: ['meaning', 'editorial'],
});
const quiet = row('Seen', ['tags']);
const fresh = row('Sent', [], { operation: 'added', significance: 'additive', significances: ['additive'] });
const changes = [loud, quiet, fresh];

describe('the tree', () => {
  it('has each item with its fields below', () => {
    expect(treeRows(changes, null).map((one) => one.key)).toEqual([
      'ev_Paid',
      rowId({ itemId: 'ev_Paid', field: 'meaning' }),
      rowId({ itemId: 'ev_Paid', field: 'firesWhen' }),
      'ev_Seen',
      rowId({ itemId: 'ev_Seen', field: 'tags' }),
      'ev_Sent',
    ]);
  });
  it('shows only the fields of the item being read when there are many', () => {
    const many = Array.from({ length: 1_000 }, (_, at) => row(`E${at}`, ['meaning', 'tags']));
    expect(treeRows(many, null)).toHaveLength(1_000);
    expect(treeRows(many, 'ev_E500').filter((one) => one.type === 'field')).toHaveLength(2);
  });
});

describe('what is shown', () => {
  it('is everything, what matters, or what was edited since', () => {
    expect(shownChanges(changes, { loudOnly: false, only: null })).toBe(changes);
    expect(shownChanges(changes, { loudOnly: true, only: null })).toEqual([loud]);
    expect(shownChanges(changes, { loudOnly: false, only: new Set(['ev_Seen']) })).toEqual([quiet]);
    expect(shownChanges(changes, { loudOnly: true, only: new Set(['ev_Seen']) })).toEqual([]);
  });
});

describe('the next and the previous change', () => {
  const stops = stopsIn(changes, (change) => change === quiet);
  it('halts at each field, and once at what is folded or has none', () => {
    expect(stops.map((stop) => `${stop.itemId} ${stop.field}`)).toEqual([
      'ev_Paid meaning',
      'ev_Paid firesWhen',
      'ev_Seen null',
      'ev_Sent null',
    ]);
  });
  it('goes on from where one stands', () => {
    expect(stepFrom(stops, null, 1)).toEqual(stops[0]);
    expect(stepFrom(stops, null, -1)).toEqual(stops[3]);
    expect(stepFrom(stops, { itemId: 'ev_Paid', field: 'meaning' }, 1)).toEqual(stops[1]);
    expect(stepFrom(stops, { itemId: 'ev_Seen', field: null }, -1)).toEqual(stops[1]);
    expect(stepFrom(stops, { itemId: 'ev_Sent', field: null }, 1)).toEqual(stops[3]);
    expect(stepFrom([], null, 1)).toBeUndefined();
  });
  it('goes into an item whose head has the cursor, and leaves one that was just folded', () => {
    expect(stepFrom(stops, { itemId: 'ev_Paid', field: null }, 1)).toEqual(stops[0]);
    expect(stepFrom(stops, { itemId: 'ev_Gone', field: null }, 1)).toEqual(stops[0]);
    expect(stepFrom(stops, { itemId: 'ev_Seen', field: 'tags' }, 1)).toEqual(stops[3]);
  });
});

it('groups differences by field in the order they came', () => {
  const difference = (field: string | null, member: string | null) => ({ field, member }) as never;
  const groups = groupsOf([difference('meaning', null), difference('properties', 'a'), difference('properties', 'b')]);
  expect(groups.map((group) => [group.field, group.differences.length])).toEqual([
    ['meaning', 1],
    ['properties', 2],
  ]);
});

it('takes the tone of a change from what happened, and of an edit from how loud it is', () => {
  expect(changes.map(toneOfChange)).toEqual(['meaning', 'changed', 'added']);
});

it('says why a move cannot be made', () => {
  const view = {
    moves: [
      { move: 'edit', enabled: false, whyNot: 'It is merged.' },
      { move: 'close', enabled: true, whyNot: null },
    ],
  };
  expect(whyNot(view, 'edit')).toBe('It is merged.');
  expect(whyNot(view, 'close')).toBeUndefined();
  expect(whyNot(view, 'merge')).toBe('Your role does not allow this.');
});
