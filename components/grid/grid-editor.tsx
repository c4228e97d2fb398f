'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { startEditing as openForEditing } from '@/components/shared/editing';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { usePlan } from '@/components/shared/plan-context';
import { announce } from '@/components/ui/announce';
import { EmptyState } from '@/components/ui/empty-state';
import { notify } from '@/components/ui/toast';
import { changeRequestKeys, changeRequestOptions } from '@/lib/client/change-requests';
import type { GridView } from '@/lib/contracts/grid';
import type { GridRows } from '@/lib/domain/grid/columns';
import { gridNames } from '@/lib/domain/grid/names';
import { type SheetRow, sheetOf } from '@/lib/domain/grid/sheet';
import { afterReading } from '@/lib/domain/grid/storing';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { kinds } from '@/lib/domain/plan/kinds/list';
import { CellNote } from './cell-note';
import { pasteAtSelection } from './clipboard';
import { GridFooter } from './grid-footer';
import { clearSelection, fillSelection, startEditing } from './grid-keys';
import { GridPlace } from './grid-place';
import { GridStore, words } from './grid-store';
import { GridTable } from './grid-table';
import { SurplusOffer } from './surplus-offer';
import { withUnsaved } from './unsaved';
import { useGridState } from './use-grid-state';
import { useSaving } from './use-saving';

interface Props {
  readonly planId: string;
  readonly kind: ItemKind;
  readonly mode: GridRows;
  readonly number: number | null;
  readonly view: GridView;
  readonly onStarted: (number: number) => void;
}

/** A grid whose rows are there: the cells, what is to be said of them, and where the saving stands. */
export function GridEditor({ planId, kind, mode, number, view, onStarted }: Props) {
  const plan = usePlan();
  const client = useQueryClient();
  const keptAs = `waymark.grid.${plan.userId}.${planId}.${number ?? 'new'}.${kind}.${mode}`;
  const [{ store, restored }] = useState(() => {
    const { rows, count } = withUnsaved(keptAs, rowsOf(view));
    return { store: new GridStore(sheetOf(kind, mode, rows), gridNames(view.names)), restored: count };
  });
  const isReadOnly = (view.request?.whyNot ?? null) !== null;
  const [breaking, setBreaking] = useState<number | null>(null);
  const { data: request } = useQuery({
    ...changeRequestOptions(plan, number ?? 0),
    enabled: number !== null && breaking === null,
    refetchInterval: false,
  });
  const saveNow = useSaving(store, {
    ...{ place: plan, number, keptAs },
    onSaved: (saved) => {
      setBreaking(saved.counts.breaking);
      if (saved.number !== null)
        // Other screens read it anew when they are opened; the rows here are newer than any that could be read.
        void client.invalidateQueries({
          queryKey: changeRequestKeys.one(plan, saved.number),
          predicate: ({ queryKey }) => !queryKey.includes('grid'),
          refetchType: 'none',
        });
      if (saved.number === null || number !== null) return;
      openForEditing(planId, saved.number);
      onStarted(saved.number);
    },
  });
  useEffect(() => {
    if (restored === 0) return;
    notify(`${words(restored, 'row')} with edits that were not stored ${restored === 1 ? 'is' : 'are'} back.`);
    void saveNow();
  }, [restored, saveNow]);
  // What others stored comes in; what is being written here stays.
  const seen = useRef(view);
  useEffect(() => {
    if (seen.current === view) return;
    seen.current = view;
    const { sheet } = store.get();
    store.set({ sheet: afterReading(sheet, rowsOf(view)), names: gridNames(view.names) });
  }, [view, store]);

  const turn = (way: 'undo' | 'redo') => (event: KeyboardEvent) => {
    event.preventDefault();
    announce(store.turn(way) ?? `Nothing to ${way}`);
  };
  const enabled = !isReadOnly;
  useShortcut('form.undo', turn('undo'), { enabled });
  useShortcut('form.redo', turn('redo'), { enabled });
  useShortcut('form.save', () => void saveNow(), { enabled });
  useShortcut('grid.fill-down', () => fillSelection(store, 'down'), { enabled });
  useShortcut('grid.fill-right', () => fillSelection(store, 'right'), { enabled });
  useShortcut('grid.edit', () => startEditing(store), { enabled });
  useShortcut('grid.clear', () => clearSelection(store), { enabled });

  const hasRows = useGridState(store, (state) => state.sheet.rows.length > 0);
  const { plural } = kinds[kind];
  return (
    <>
      <SurplusOffer store={store} />
      <GridPlace store={store} />
      {hasRows ? (
        <>
          <GridTable
            store={store}
            label={mode === 'items' ? plural : `Property uses of ${plural.toLowerCase()}`}
            isReadOnly={isReadOnly}
          />
          <CellNote store={store} isReadOnly={isReadOnly} />
          <GridFooter
            store={store}
            breaking={breaking ?? request?.counts.breaking ?? null}
            total={view.total}
            onRetry={() => void saveNow()}
          />
        </>
      ) : (
        <PasteHere plural={plural} onPaste={(data) => (isReadOnly ? undefined : pasteAtSelection(store, data))} />
      )}
    </>
  );
}

function PasteHere({ plural, onPaste }: { plural: string; onPaste: (data: DataTransfer) => void }) {
  useEffect(() => {
    const heard = (event: ClipboardEvent) => {
      if (event.clipboardData && !(event.target instanceof HTMLInputElement)) onPaste(event.clipboardData);
    };
    document.addEventListener('paste', heard);
    return () => document.removeEventListener('paste', heard);
  });
  return (
    <EmptyState>
      There are no {plural.toLowerCase()} here yet. Copy rows in a spreadsheet and paste them here: the first column is
      the name, or the first row says which column is which.
    </EmptyState>
  );
}

/** Rows as they are read, as the sheet holds them. */
function rowsOf(view: GridView): SheetRow[] {
  return view.rows.map((row) => ({
    ...row,
    key: `${row.itemId} ${row.propertyId ?? ''}`,
    saved: row.fields,
    before: row.before === undefined ? row.fields : row.before,
    wrong: {},
    theirs: {},
  }));
}
