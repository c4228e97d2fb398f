'use client';
import type { ReactNode } from 'react';
import { ActionTable } from '@/components/ui/action-table';
import { EmptyState } from '@/components/ui/empty-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Total } from '@/components/ui/table';
import { QueryError } from './query-error';

interface QueryListProps<T> {
  query: Parameters<typeof QueryError>[0]['query'] & { readonly isPending: boolean };
  /** What was read; undefined before that. */
  items: readonly T[] | undefined;
  label: string;
  one: string;
  many: string;
  columns: readonly string[];
  skeletonRows: number;
  /** What makes a new one; it stands beside the total. */
  create?: ReactNode;
  /** What there is to say and do while there is none. */
  empty: { words: ReactNode; action: ReactNode };
  /** The row of one. */
  children: (item: T) => ReactNode;
}

/** A short list in each of its states: being read, not readable, empty, or a table under its total. */
export function QueryList<T>({
  query,
  items,
  label,
  one,
  many,
  columns,
  skeletonRows,
  create,
  empty,
  children,
}: QueryListProps<T>) {
  return (
    <>
      <QueryError query={query} />
      {query.isPending ? <SkeletonRows rows={skeletonRows} /> : null}
      {items?.length === 0 ? <EmptyState action={empty.action}>{empty.words}</EmptyState> : null}
      {items && items.length > 0 ? (
        <>
          <div className="flex items-center justify-between gap-3">
            <Total count={items.length} one={one} many={many} />
            {create}
          </div>
          <ActionTable label={label} columns={columns}>
            {items.map(children)}
          </ActionTable>
        </>
      ) : null}
    </>
  );
}
