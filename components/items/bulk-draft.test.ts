import { describe, expect, it } from 'vitest';
import { bulkPreviewSchema } from '@/lib/contracts/grid';
import { itemKinds } from '@/lib/domain/plan/kinds/define';
import { type BulkDraft, bulkActionOf, bulkKindsOf, emptyDraft } from './bulk-draft';

describe('bulkActionOf', () => {
  const filled: BulkDraft = {
    ...emptyDraft,
    owner: { type: 'team', id: 'tm_1', name: 'Growth' },
    tags: 'checkout, "a, b"',
    item: { id: 'pr_1', name: 'order_id' },
    sources: [{ id: 'so_1', name: 'Web' }],
    date: '2027-01-31',
  };

  it('asks for what the API takes, for every action of every kind', () => {
    for (const kind of new Set(itemKinds.flatMap(bulkKindsOf))) {
      const made = bulkActionOf(kind, filled);
      expect(bulkPreviewSchema.safeParse({ itemIds: ['ev_1'], ...made }).success, kind).toBe(true);
    }
  });

  it('says what is missing', () => {
    const missing = (['owner', 'tags', 'sources', 'replace-property'] as const).map((kind) =>
      bulkActionOf(kind, emptyDraft),
    );
    expect(missing).toEqual([
      { missing: 'Choose an owner.' },
      { missing: 'Name a tag.' },
      { missing: 'Choose a source.' },
      { missing: 'Choose the property that takes their place.' },
    ]);
    expect(bulkActionOf('owner', { ...emptyDraft, noOwner: true })).toEqual({ action: { kind: 'owner', owner: null } });
  });
});
