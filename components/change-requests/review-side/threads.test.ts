import { describe, expect, it } from 'vitest';
import type { ThreadView } from '@/lib/contracts/threads';
import { draftKey, firstWords, isAboutEarlier, threadsAt } from './threads';

function thread(id: string, part: Partial<ThreadView> = {}): ThreadView {
  return { id, itemId: null, field: null, quote: null, resolvedAt: null, pending: false, comments: [], ...part };
}

describe('discussions of a subject', () => {
  const threads = [
    thread('a', { itemId: 'ev_1', field: 'meaning', resolvedAt: '2026-05-01T10:00:00Z' }),
    thread('b', { itemId: 'ev_1', field: 'meaning' }),
    thread('c', { itemId: 'ev_1' }),
    thread('d'),
  ];

  it('are those of exactly the field, the item or the request, open ones first', () => {
    const ids = (itemId: string | null, field: string | null) =>
      threadsAt(threads, { itemId, field }).map((one) => one.id);
    expect(ids('ev_1', 'meaning')).toEqual(['b', 'a']);
    expect(ids('ev_1', null)).toEqual(['c']);
    expect(ids(null, null)).toEqual(['d']);
    expect(ids('ev_2', 'meaning')).toEqual([]);
  });
});

describe('an earlier wording', () => {
  it('is one that the field does not say any more', () => {
    expect(isAboutEarlier({ quote: 'old' }, 'new')).toBe(true);
    expect(isAboutEarlier({ quote: 'old' }, null)).toBe(true);
    expect(isAboutEarlier({ quote: 'same' }, 'same')).toBe(false);
    expect(isAboutEarlier({ quote: '' }, null)).toBe(false);
    expect(isAboutEarlier({ quote: null }, 'new')).toBe(false);
    expect(isAboutEarlier({ quote: 'old' }, undefined)).toBe(false);
  });
});

describe('a discussion in one line', () => {
  const plain = { mentions: [], suggestion: null, pending: false, deleted: false, editedAt: null, at: '' };
  const said = (body: string, part: Partial<ThreadView['comments'][number]> = {}) => ({
    comments: [{ id: 'cm', author: { id: 'us', name: 'Mei' }, body, ...plain, ...part }],
  });

  it('is cut between characters, never inside one', () => {
    expect(firstWords(said('Why\n\nnow?'))).toBe('Mei: Why now?');
    expect(firstWords(said('👍🏽👍🏽👍🏽'), 2)).toBe('Mei: 👍🏽 …');
    expect(firstWords(said('Is **once** about `order_id`?'))).toBe('Mei: Is once about order_id?');
    expect(firstWords({ comments: [] })).toBe('');
  });

  it('names people, and says what stands where there are no words', () => {
    const ana = { id: 'us_00000000ana', name: 'Ana' };
    expect(firstWords(said('Ask @us_00000000ana.', { mentions: [ana] }))).toBe('Mei: Ask @Ana.');
    expect(firstWords(said('', { deleted: true }))).toBe('Mei: Deleted comment');
    expect(firstWords(said('', { suggestion: { from: 'a', text: 'b' } }))).toBe('Mei: Suggested other words');
  });
});

describe('where a draft is kept', () => {
  it('differs by plan, request and subject', () => {
    const place = { workspace: 'acme', plan: 'web' };
    const keys = [
      draftKey(place, 1, 'request'),
      draftKey(place, 2, 'request'),
      draftKey({ ...place, plan: 'app' }, 1, 'request'),
    ];
    expect(new Set(keys).size).toBe(3);
  });
});
