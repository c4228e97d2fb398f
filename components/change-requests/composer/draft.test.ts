import { describe, expect, it } from 'vitest';
import type { Item } from '@/lib/domain/plan/item';
import { itemSchema } from '@/lib/domain/plan/item-schema';
import {
  changedKeys,
  draftOf,
  editOf,
  emptyDraft,
  fieldOfPath,
  problemsOf,
  proposedTitle,
  sectionsOf,
  standingClaims,
  withValue,
} from './draft';
import { restored, type StoredDraft } from './draft-store';

const stored = itemSchema.parse({
  id: 'ev_order',
  kind: 'event',
  namespace: null,
  name: 'Order Completed',
  content: { meaning: 'An order is paid.', firesWhen: 'The payment is captured.' },
});

describe('a draft of an item', () => {
  it('has no changes until something is written, and none after it is written back', () => {
    const draft = draftOf(stored);
    expect(changedKeys('event', stored, draft)).toEqual([]);
    const edited = withValue(draft, 'meaning', 'An order is paid for.');
    expect(changedKeys('event', stored, edited)).toEqual(['meaning']);
    expect(changedKeys('event', stored, withValue(edited, 'meaning', 'An order is paid.'))).toEqual([]);
  });

  it('sends only what changed, trimmed, with what the form had loaded', () => {
    const draft = withValue(draftOf(stored), 'firesWhen', ' The bank says yes. ');
    expect(editOf(stored, draft)).toEqual({
      fields: { firesWhen: 'The bank says yes.' },
      expected: { firesWhen: 'The payment is captured.' },
    });
  });

  it('claims a clarification only of fields that are edited', () => {
    const draft = { ...withValue(draftOf(stored), 'meaning', 'Paid.'), claims: ['meaning', 'firesWhen'] };
    expect(standingClaims(stored, draft)).toEqual(['meaning']);
    expect(standingClaims(null, draft)).toEqual([]);
  });

  it.each([
    [emptyDraft('event', 'Cart Viewed'), null, 'Add event Cart Viewed'],
    [withValue(draftOf(stored), 'name', 'Order Paid'), stored, 'Rename Order Completed to Order Paid'],
    [
      withValue(withValue(draftOf(stored), 'meaning', 'Paid.'), 'firesWhen', 'Then.'),
      stored,
      'Order Completed: meaning and fires when',
    ],
  ])('proposes a title for the request', (draft, before, title) => {
    expect(proposedTitle('event', before, draft)).toBe(title);
  });

  it('asks of a new item for a name only', () => {
    expect(problemsOf('event', emptyDraft('event', ''))).toEqual({ name: 'Give it a name.' });
    expect(problemsOf('event', emptyDraft('event', 'Cart Viewed'))).toEqual({});
  });

  it.each(['event', 'property', 'property-group', 'source', 'destination', 'consumer'] as const)(
    'shows every field of a %s once',
    (kind) => {
      const { main, more } = sectionsOf(kind);
      expect(new Set([...main, ...more]).size).toBe(main.length + more.length);
      expect(main).toContain('meaning');
      expect(more).not.toContain('name');
    },
  );

  it.each([
    ['items.0.content.meaning', 'meaning'],
    ['fields.firesWhen', 'firesWhen'],
    ['content.properties.3.presence', 'properties'],
    ['', 'name'],
  ])('finds the field of %s', (path, field) => {
    expect(fieldOfPath(path)).toBe(field);
  });
});

describe('a kept draft', () => {
  it('keeps edited fields with what they were written from, and takes all others as they are now', () => {
    const kept: StoredDraft = {
      version: 1,
      savedAt: '2026-05-03T10:00:00.000Z',
      before: stored,
      draft: withValue(draftOf(stored), 'meaning', 'Mine.'),
    };
    const now = { ...stored, content: { ...stored.content, meaning: 'Theirs.', purpose: 'Revenue.' } } as Item;
    const { before, draft } = restored(kept, now);
    expect(draft.content).toMatchObject({ meaning: 'Mine.', purpose: 'Revenue.' });
    expect(before && editOf(before, draft)).toEqual({
      fields: { meaning: 'Mine.' },
      expected: { meaning: 'An order is paid.' },
    });
  });
});
