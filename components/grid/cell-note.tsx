'use client';
import { Button } from '@/components/ui/button';
import type { GridColumn } from '@/lib/domain/grid/column';
import type { GridNames } from '@/lib/domain/grid/names';
import { isChanged, type SheetRow } from '@/lib/domain/grid/sheet';
import { refusalOf, settleClash } from '@/lib/domain/grid/storing';
import type { GridStore } from './grid-store';
import { useGridState } from './use-grid-state';

/** What is to be said of the cell with the cursor: why it is wrong and what may be meant, what somebody else wrote, what it said before. */
export function CellNote({ store, isReadOnly }: { store: GridStore; isReadOnly: boolean }) {
  const row = useGridState(store, ({ sheet, focus }) => sheet.rows[focus.row]);
  const column = useGridState(store, ({ sheet, focus }) => sheet.columns[focus.column]);
  const { names } = store.get();
  return (
    <div
      id="grid-note"
      className="flex min-h-[calc(var(--toolbar)+0.75rem)] flex-wrap items-center gap-x-3 gap-y-1 border-border border-t px-4 py-1.5 text-sm lg:px-6"
    >
      {row && column ? (
        <Said
          key={`${row.key} ${column.key}`}
          store={store}
          row={row}
          column={column}
          names={names}
          isReadOnly={isReadOnly}
        />
      ) : null}
    </div>
  );
}

interface SaidProps {
  readonly store: GridStore;
  readonly row: SheetRow;
  readonly column: GridColumn;
  readonly names: GridNames;
  readonly isReadOnly: boolean;
}

function Said({ store, row, column, names, isReadOnly }: SaidProps) {
  const wrong = row.wrong[column.key];
  const refusal = refusalOf(row, column.field);
  const write = (text: string) => store.write([{ ...store.get().focus, text }]);
  if (column.field in row.theirs) {
    const theirs = column.text({ ...row.fields, [column.field]: row.theirs[column.field] ?? null }, names);
    const settle = (take: 'theirs' | 'mine') =>
      store.set({ sheet: settleClash(store.get().sheet, row.key, column.field, take) });
    return (
      <>
        <p className="min-w-0 text-meaning">
          Somebody else wrote “{shown(theirs)}” into {column.label} meanwhile. Both texts are kept until you choose.
        </p>
        <Button size="toolbar" onClick={() => settle('theirs')}>
          Take theirs
        </Button>
        <Button size="toolbar" onClick={() => settle('mine')}>
          Keep mine
        </Button>
      </>
    );
  }
  if (wrong || refusal !== null)
    return (
      <>
        <p className="min-w-0 text-removed">
          {wrong?.words ?? refusal} What was there before is kept until this is right.
        </p>
        {isReadOnly
          ? null
          : (wrong?.suggestions ?? []).map((suggestion) => (
              <Button key={suggestion} size="toolbar" onClick={() => write(suggestion)}>
                {suggestion}
              </Button>
            ))}
      </>
    );
  const text = column.text(row.fields, names);
  if (row.before !== null && isChanged(row, column, names))
    return (
      <p className="min-w-0 truncate text-muted">
        {column.label} said before: {shown(column.text(row.before, names)) || 'nothing'}
      </p>
    );
  return (
    <p className="min-w-0 truncate text-subtle">
      {text === '' ? `${column.label}: nothing yet` : text.replaceAll('\n', ' ')}
    </p>
  );
}

function shown(text: string): string {
  const line = text.replaceAll('\n', ' ');
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
}
