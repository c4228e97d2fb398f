'use client';
import { useMemo } from 'react';
import { Callout } from '@/components/ui/callout';
import { cn } from '@/components/ui/cn';
import { EmptyState } from '@/components/ui/empty-state';
import type { GridView } from '@/lib/contracts/grid';
import { type GridRows, gridColumns } from '@/lib/domain/grid/columns';
import { gridNames } from '@/lib/domain/grid/names';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { kinds } from '@/lib/domain/plan/kinds/list';
import { grouped } from '@/lib/kit/grouped';

const mostShown = 100;

interface Props {
  readonly className: string;
  readonly kind: ItemKind;
  readonly mode: GridRows;
  readonly view: GridView;
}

/** The same rows on a narrow screen, to be read: a grid needs more room. */
export function GridList({ className, kind, mode, view }: Props) {
  const names = useMemo(() => gridNames(view.names), [view.names]);
  const columns = gridColumns(kind, mode);
  const rows = view.rows.slice(0, mostShown);
  return (
    <div className={cn('min-h-0 flex-1 overflow-y-auto px-4 pb-20', className)}>
      <Callout tone="info" className="my-3">
        The grid needs a wider screen. Here its rows can be read; on a tablet or a computer they can be edited.
      </Callout>
      {rows.length === 0 ? <EmptyState>There are no {kinds[kind].plural.toLowerCase()} here yet.</EmptyState> : null}
      <ul className="flex flex-col gap-3">
        {rows.map((row) => {
          const said = columns.flatMap((column) => {
            const text = column.key === 'name' ? '' : column.text(row.fields, names);
            return text === '' ? [] : [{ label: column.label, text }];
          });
          return (
            <li key={`${row.itemId} ${row.propertyId ?? ''}`} className="rounded-card border border-border p-3">
              <h2 className="break-words font-mono font-semibold text-base">{row.title}</h2>
              <dl className="mt-1 flex flex-col gap-1 text-sm">
                {said.map(({ label, text }) => (
                  <div key={label}>
                    <dt className="text-subtle text-xs">{label}</dt>
                    <dd dir="auto" className="whitespace-pre-line break-words">
                      {text}
                    </dd>
                  </div>
                ))}
              </dl>
            </li>
          );
        })}
      </ul>
      {view.total > rows.length ? (
        <p className="py-3 text-muted text-sm">
          The first {grouped(rows.length)} of {grouped(view.total)} rows.
        </p>
      ) : null}
    </div>
  );
}
