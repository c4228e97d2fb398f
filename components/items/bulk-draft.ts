import type { BulkAsk } from '@/lib/contracts/grid';
import type { SetChange } from '@/lib/domain/bulk/bulk-action';
import { parseList } from '@/lib/domain/grid/list-text';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import type { Lifecycle, Owner } from '@/lib/domain/plan/parts';

export type BulkKind = BulkAsk['action']['kind'];

/** What can be done with a selection of one kind, in the order of the menu. */
export function bulkKindsOf(kind: ItemKind): readonly BulkKind[] {
  const all: readonly BulkKind[] = ['owner', 'tags', 'lifecycle', 'review-by'];
  if (kind === 'event') return [...all, 'sources'];
  return kind === 'property' ? [...all, 'replace-property'] : all;
}

export const bulkLabels: Record<BulkKind, string> = {
  owner: 'Set the owner',
  tags: 'Change tags',
  lifecycle: 'Change the lifecycle',
  'review-by': 'Set the review day',
  sources: 'Change sources',
  'replace-property': 'Replace by another property',
};

export interface NamedItem {
  readonly id: string;
  readonly name: string;
}

/** What is filled in so far, for whichever action. */
export interface BulkDraft {
  readonly owner: (Owner & { readonly name: string }) | null;
  readonly noOwner: boolean;
  readonly how: SetChange;
  readonly tags: string;
  readonly state: Lifecycle['state'];
  readonly item: NamedItem | null;
  readonly sources: readonly NamedItem[];
  readonly date: string;
  readonly retire: boolean;
}

export const emptyDraft: BulkDraft = {
  ...{ owner: null, noOwner: false, how: 'add', tags: '', state: 'deprecated', item: null, sources: [], date: '' },
  retire: true,
};

/** The action a draft asks for, or what is missing, in words. */
export function bulkActionOf(kind: BulkKind, draft: BulkDraft): { action: BulkAsk['action'] } | { missing: string } {
  const { owner, how, item } = draft;
  switch (kind) {
    case 'owner':
      if (draft.noOwner) return { action: { kind, owner: null } };
      return owner ? { action: { kind, owner: { type: owner.type, id: owner.id } } } : { missing: 'Choose an owner.' };
    case 'tags': {
      const tags = parseList(draft.tags);
      return tags.length === 0 && how !== 'set' ? { missing: 'Name a tag.' } : { action: { kind, how, tags } };
    }
    case 'lifecycle':
      return { action: { kind, state: draft.state, replacedBy: item?.id ?? null } };
    case 'sources': {
      const sourceIds = draft.sources.map((source) => source.id);
      return sourceIds.length === 0 && how !== 'set'
        ? { missing: 'Choose a source.' }
        : { action: { kind, how, sourceIds } };
    }
    case 'review-by':
      return { action: { kind, date: draft.date === '' ? null : draft.date } };
    default:
      return item
        ? { action: { kind, by: item.id, retire: draft.retire } }
        : { missing: 'Choose the property that takes their place.' };
  }
}
