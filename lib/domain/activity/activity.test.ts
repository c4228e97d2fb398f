import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activityActions, activityKinds, activityOf } from './activity';
import { activityDays, type Done } from './fold-activity';

type Entry = Done & { readonly about: string };

const entry = (over: Partial<Entry>): Entry => ({
  ...{ id: '1', at: '2026-03-02T10:00:00Z', who: { id: 'us_a', name: 'Ana' }, kind: 'reviewed', words: 'approved it' },
  ...{ about: '#1', ...over },
});
const days = (entries: readonly Entry[]) =>
  activityDays(
    entries,
    (at) => at.slice(0, 10),
    ({ about }) => about,
  );
const sentences = (entries: readonly Entry[]) => days(entries).flatMap(({ rows }) => rows.map(({ words }) => words));

describe('what is told of the record', () => {
  it('is told by kind, each action once', () => {
    const all = activityKinds.flatMap((kind) => activityActions(kind));
    expect(new Set(all)).toEqual(new Set(activityActions()));
    expect(all).toHaveLength(activityActions().length);
  });

  it('says what the record says, and leaves the rest to the audit', () => {
    expect(activityOf('change-request.merged', { words: 'merged it as release 3' })).toEqual({
      kind: 'merged',
      words: 'merged it as release 3',
    });
    expect(activityOf('announcement.create', { text: 'A\n freeze' })?.words).toBe('pinned an announcement: “A freeze”');
    expect(activityOf('change-request.submitted', {})?.words).toBe('changed it');
    for (const action of ['member.update', 'token.create', 'change-request.status-changed', 'toString'])
      expect(activityOf(action, {})).toBeUndefined();
  });
});

describe('activity by day', () => {
  it('tells what one person did to one thing as one sentence, in the order it was done', () => {
    const said = [
      entry({ id: '4', words: 'sent it for review', kind: 'proposed' }),
      entry({ id: '3', words: 'edited Order Refunded', kind: 'edited' }),
      entry({ id: '2', words: 'edited Order Completed', kind: 'edited' }),
      entry({ id: '1', words: 'started it', kind: 'proposed' }),
    ];
    expect(sentences(said)).toEqual(['started it, made 2 edits and sent it for review']);
  });

  it('keeps apart other people, other things and other days', () => {
    const ben = { id: 'us_b', name: 'Ben' };
    const said = [
      entry({ id: '4', at: '2026-03-03T00:00:00Z' }),
      entry({ id: '3' }),
      entry({ id: '2', who: ben }),
      entry({ id: '1', about: '#2', who: ben }),
    ];
    expect(days(said).map(({ day, rows }) => [day, rows.length])).toEqual([
      ['2026-03-03', 1],
      ['2026-03-02', 3],
    ]);
  });

  it('says the beginning once where it is done to several things', () => {
    const said = ['C', 'B', 'A'].map((name) => entry({ id: name, words: `acknowledged for ${name}` }));
    expect(sentences([...said, entry({ id: '0', words: 'commented' })])).toEqual([
      'commented, acknowledged for A, B and C',
    ]);
  });

  it('says once what was done again, and counts what would be too long', () => {
    const again = [entry({ id: '2', words: 'commented' }), entry({ id: '1', words: 'commented' })];
    expect(sentences(again)).toEqual(['commented']);
    const many = Array.from({ length: 9 }, (_, at) => entry({ id: `${at}`, words: `did ${9 - at}` }));
    expect(sentences(many)).toEqual(['did 6 more things, did 7, did 8 and did 9']);
  });

  it('loses nothing, tells nothing twice and keeps the order', () => {
    const any = fc.record({
      id: fc.uuid(),
      at: fc.integer({ min: 0, max: 6 }).map((day) => `2026-03-0${day + 1}T10:00:00Z`),
      who: fc.constantFrom(null, { id: 'us_a', name: 'Ana' }, { id: 'us_b', name: 'Ben' }),
      kind: fc.constantFrom(...activityKinds),
      words: fc.constantFrom('commented', 'approved it', 'edited A'),
      about: fc.constantFrom('#1', '#2'),
    });
    fc.assert(
      fc.property(fc.array(any), (found) => {
        const entries = [...found].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
        const told = days(entries);
        expect(new Set(told.map(({ day }) => day)).size).toBe(told.length);
        const rows = told.flatMap((day) => day.rows);
        expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(entries.length);
        let at = 0;
        for (const { last, count } of rows) {
          const run = entries.slice(at, at + count);
          expect(run[0]).toBe(last);
          expect(new Set(run.map((one) => `${one.who?.id} ${one.about} ${one.at.slice(0, 10)}`)).size).toBe(1);
          at += count;
        }
      }),
    );
  });
});
