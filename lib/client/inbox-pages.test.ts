import { describe, expect, it } from 'vitest';
import type { InboxEntry, Triage } from '@/lib/contracts/inbox';
import { type InboxPages, isUnread, nextAfter, placed, triaged, undoing } from './inbox-pages';

const now = new Date('2026-03-02T12:00:00.000Z');

function entryOf(id: string, at: string, over: Partial<InboxEntry> = {}): InboxEntry {
  return {
    ...{
      id,
      at,
      plan: { slug: 'web', name: 'Web' },
      reasons: ['watch'],
      stops: [],
      watched: [],
      readAt: null,
      doneAt: null,
      snoozedUntil: null,
      acknowledgedAt: null,
    },
    news: {
      ...{ kind: 'released', important: true, actor: 'Ana', words: 'merged it', release: { number: 2, at } },
      ...{
        request: { number: 1, title: 'Orders', reason: '' },
        significance: 'meaning',
        consequence: '',
        line: null,
        items: [],
        omitted: 0,
        because: [],
      },
    },
    ...over,
  };
}

const [a, b, c] = [
  entryOf('a', '2026-03-02T11:00:00.000Z'),
  entryOf('b', '2026-03-02T10:00:00.000Z'),
  entryOf('c', '2026-03-02T09:00:00.000Z'),
];
const pagesOf = (...items: InboxEntry[]): InboxPages => ({
  pages: [{ items, nextCursor: null, total: items.length, unread: items.length, nextSnoozedAt: null }],
  pageParams: [null],
});
const ids = (data: InboxPages) => data.pages.flatMap((page) => page.items.map((one) => one.id));
const done: Triage = { action: 'done' };

describe('the pages of an inbox', () => {
  it('lose what is done, with their counts, and get it back in its place', () => {
    const start = pagesOf(a, b, c);
    const after = placed(start, 'important', triaged(b, done, now), now);
    expect(ids(after)).toEqual(['a', 'c']);
    expect(after.pages[0]).toMatchObject({ total: 2, unread: 2 });
    expect(ids(placed(after, 'important', b, now))).toEqual(['a', 'b', 'c']);
  });

  it('gain what comes to them from another tab', () => {
    expect(ids(placed(pagesOf(), 'done', triaged(a, done, now), now))).toEqual(['a']);
    const snoozed = triaged(a, { action: 'snooze', until: '2026-03-03T09:00:00.000Z' }, now);
    expect(ids(placed(pagesOf(a, b), 'everything', snoozed, now))).toEqual(['b']);
    expect(ids(placed(pagesOf(), 'snoozed', snoozed, now))).toEqual(['a']);
  });

  it('keep what is only read, and count it', () => {
    const after = placed(pagesOf(a, b), 'everything', triaged(a, { action: 'read' }, now), now);
    expect(ids(after)).toEqual(['a', 'b']);
    expect(after.pages[0]).toMatchObject({ total: 2, unread: 1 });
  });

  it('do not put an entry where it would stand beyond what is loaded', () => {
    const start = pagesOf(a);
    const more = { ...start, pages: start.pages.map((page) => ({ ...page, nextCursor: 'x', total: 9 })) };
    expect(ids(placed(more, 'everything', c, now))).toEqual(['a']);
  });

  const actions: Triage[] = [
    done,
    { action: 'undone' },
    { action: 'read' },
    { action: 'unread' },
    { action: 'snooze', until: '2026-03-05T09:00:00.000Z' },
    { action: 'unsnooze' },
  ];
  const states: InboxEntry[] = [
    a,
    { ...a, readAt: a.at },
    { ...a, readAt: a.at, doneAt: a.at },
    { ...a, snoozedUntil: '2026-03-04T09:00:00.000Z' },
  ];
  it.each(states.flatMap((state) => actions.map((action) => [action.action, state, action] as const)))(
    'undo %s',
    (_name, state, action) => {
      let entry = triaged(state, action, now);
      for (const step of undoing(state, action.action)) entry = triaged(entry, step, now);
      const facts = (one: InboxEntry) => [
        one.readAt === null,
        one.doneAt === null,
        one.snoozedUntil,
        isUnread(one, now),
      ];
      expect(facts(entry)).toEqual(facts(state));
    },
  );

  it('go on with the entry below, else the one above', () => {
    expect(nextAfter([a, b, c], 'b')?.id).toBe('c');
    expect(nextAfter([a, b, c], 'c')?.id).toBe('b');
    expect(nextAfter([a], 'a')).toBeUndefined();
  });
});
