import { Eye } from 'lucide-react';
import type { ReactNode } from 'react';
import { ItemLink } from '@/components/shared/item-link';
import { LifecycleBadge } from '@/components/shared/lifecycle-badge';
import { Badge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ItemRow } from '@/lib/contracts/items';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import type { SortKey } from '@/lib/domain/plan-query/list-keys';
import { grouped } from '@/lib/kit/grouped';
import { consumerTypeWords } from './consumer-type';

/** A column that a list of items can show. */
export interface ItemColumn {
  readonly id: string;
  readonly head: string;
  readonly width?: string;
  readonly numeric?: boolean;
  readonly hideBelow?: 'sm' | 'md' | 'lg';
  readonly sort?: SortKey;
  readonly cell: (row: ItemRow, at: string | null) => ReactNode;
}

const nothing = <span className="text-subtle">–</span>;

const columns = {
  name: {
    id: 'name',
    head: 'Name',
    width: '18rem',
    sort: 'name',
    cell: (row, at) => (
      <>
        <ItemLink item={row} at={at} />
        <span className="block truncate text-muted text-xs sm:hidden">
          {row.lifecycle === 'live' ? '' : `${row.lifecycle} · `}
          {row.meaning || 'No meaning written'}
        </span>
      </>
    ),
  },
  meaning: {
    id: 'meaning',
    head: 'Meaning',
    hideBelow: 'sm',
    cell: (row) => (row.meaning === '' ? <span className="text-subtle">No meaning written</span> : row.meaning),
  },
  type: {
    id: 'type',
    head: 'Type',
    width: '9rem',
    hideBelow: 'md',
    cell: (row) =>
      row.type === '' ? (
        nothing
      ) : row.kind === 'property' ? (
        <span className="font-mono text-sm">{row.type}</span>
      ) : (
        consumerTypeWords(row.type)
      ),
  },
  scope: { id: 'scope', head: 'Scope', width: '5rem', hideBelow: 'md', cell: (row) => row.scope },
  owner: {
    id: 'owner',
    head: 'Owner',
    width: '7.5rem',
    hideBelow: 'md',
    sort: 'owner',
    cell: (row) => row.owner?.name ?? <span className="text-subtle">No owner</span>,
  },
  lifecycle: {
    id: 'lifecycle',
    head: 'Lifecycle',
    width: '6.5rem',
    hideBelow: 'sm',
    sort: 'lifecycle',
    cell: (row) => <LifecycleBadge state={row.lifecycle} />,
  },
  sources: {
    id: 'sources',
    head: 'Sources',
    width: '8.5rem',
    hideBelow: 'lg',
    cell: (row) => (row.sources.length === 0 ? nothing : row.sources.map((source) => source.name).join(', ')),
  },
  meaningChange: {
    id: 'meaningChange',
    head: 'Meaning changed',
    width: '8rem',
    hideBelow: 'lg',
    cell: (row) => (row.lastMeaningChange ? <RelativeTime at={row.lastMeaningChange.at} /> : nothing),
  },
  watchers: {
    id: 'watchers',
    head: 'Watchers',
    width: '5rem',
    numeric: true,
    hideBelow: 'lg',
    cell: (row) => (
      <span className="inline-flex items-center justify-end gap-1">
        {row.watching ? <Eye role="img" aria-label="You watch this" className="size-3.5 text-accent" /> : null}
        {row.watchers}
      </span>
    ),
  },
  stage: {
    id: 'stage',
    head: 'Stage',
    width: '8rem',
    hideBelow: 'lg',
    sort: 'stage',
    cell: (row) => row.stage ?? nothing,
  },
  category: {
    id: 'category',
    head: 'Category',
    width: '9rem',
    hideBelow: 'lg',
    sort: 'category',
    cell: (row) => row.category || nothing,
  },
  tags: {
    id: 'tags',
    head: 'Tags',
    width: '10rem',
    hideBelow: 'lg',
    cell: (row) => (row.tags.length === 0 ? nothing : row.tags.join(', ')),
  },
  version: {
    id: 'version',
    head: 'Version',
    width: '5rem',
    hideBelow: 'lg',
    cell: (row) => <span className="font-mono text-sm">{row.version}</span>,
  },
  changed: {
    id: 'changed',
    head: 'Changed',
    width: '8rem',
    hideBelow: 'lg',
    sort: 'changed',
    cell: (row) => (row.changed ? <RelativeTime at={row.changed.at} /> : nothing),
  },
  reviewBy: {
    id: 'reviewBy',
    head: 'Review by',
    width: '7rem',
    hideBelow: 'lg',
    cell: (row) => row.reviewBy ?? nothing,
  },
  users: {
    id: 'users',
    head: 'Used by',
    width: '5rem',
    numeric: true,
    hideBelow: 'sm',
    sort: 'uses',
    cell: (row) => grouped(row.users),
  },
  consumers: {
    id: 'consumers',
    head: 'Consumers',
    width: '6rem',
    numeric: true,
    hideBelow: 'md',
    sort: 'consumers',
    cell: (row) => grouped(row.consumers),
  },
  properties: {
    id: 'properties',
    head: 'Properties',
    width: '6rem',
    numeric: true,
    hideBelow: 'md',
    cell: (row) => row.propertyCount,
  },
  dataClass: {
    id: 'dataClass',
    head: 'Data class',
    width: '7.5rem',
    hideBelow: 'lg',
    cell: (row) => (row.dataClass === '' ? nothing : <Badge>{row.dataClass}</Badge>),
  },
} satisfies Record<string, ItemColumn>;

type ColumnId = keyof typeof columns;

const shown: Record<ItemKind, { readonly first: readonly ColumnId[]; readonly more: readonly ColumnId[] }> = {
  event: {
    first: ['name', 'meaning', 'owner', 'lifecycle', 'sources', 'meaningChange', 'watchers'],
    more: ['stage', 'category', 'tags', 'properties', 'consumers', 'version', 'changed', 'reviewBy', 'dataClass'],
  },
  property: {
    first: ['name', 'meaning', 'type', 'scope', 'users', 'dataClass', 'lifecycle'],
    more: ['owner', 'consumers', 'tags', 'version', 'changed', 'reviewBy', 'watchers'],
  },
  'property-group': {
    first: ['name', 'meaning', 'properties', 'users', 'owner', 'lifecycle'],
    more: ['consumers', 'tags', 'version', 'changed', 'watchers'],
  },
  source: {
    first: ['name', 'meaning', 'type', 'users', 'owner', 'lifecycle'],
    more: ['tags', 'version', 'changed', 'watchers'],
  },
  destination: {
    first: ['name', 'meaning', 'type', 'users', 'owner', 'lifecycle'],
    more: ['tags', 'version', 'changed', 'watchers'],
  },
  consumer: {
    first: ['name', 'meaning', 'type', 'owner', 'lifecycle', 'changed'],
    more: ['tags', 'version', 'reviewBy', 'watchers'],
  },
};

/** Every column a list of a kind can show, those shown at first before the others. */
export function columnsOf(kind: ItemKind): readonly ItemColumn[] {
  return [...shown[kind].first, ...shown[kind].more].map((id) => columns[id]);
}

/** The columns to show: those the address names, or the first choice. The name is always there. */
export function chosenColumns(kind: ItemKind, chosen: string | null): readonly ItemColumn[] {
  const wanted: readonly string[] = chosen === null ? shown[kind].first : ['name', ...chosen.split(',')];
  return columnsOf(kind).filter((column) => wanted.includes(column.id));
}
