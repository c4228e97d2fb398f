'use client';
import { Redo2, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { keysOf } from '@/components/shared/keyboard/registry';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { type SheetSummary, summarySheet } from '@/lib/domain/grid/summary';
import { grouped } from '@/lib/kit/grouped';
import { type GridStore, type Saving, words } from './grid-store';
import { useGridState } from './use-grid-state';

interface Props {
  readonly store: GridStore;
  /** Breaking changes of the whole request; `null` while that is not known. */
  readonly breaking: number | null;
  readonly total: number;
  readonly onRetry: () => void;
}

/** What has changed so far and whether it is stored. */
export function GridFooter({ store, breaking, total, onRetry }: Props) {
  const sheet = useGridState(store, (state) => state.sheet);
  const saving = useGridState(store, (state) => state.saving);
  const canUndo = useGridState(store, (state) => state.done.length > 0);
  const canRedo = useGridState(store, (state) => state.undone.length > 0);
  const [summary, setSummary] = useState<SheetSummary | null>(null);
  // Counting five thousand rows waits until the key that changed one has been painted.
  useEffect(() => {
    const timer = setTimeout(() => setSummary(summarySheet(store.get().sheet, store.get().names)), sheet ? 60 : 0);
    return () => clearTimeout(timer);
  }, [sheet, store]);
  useEffect(() => {
    if (saving.state === 'offline') announce('The server cannot be reached. Your edits are kept in this browser.');
  }, [saving]);
  const shown = sheet.rows.length;
  return (
    <footer className="flex flex-wrap items-center gap-x-4 gap-y-1 border-border border-t px-4 py-1.5 text-sm lg:px-6">
      <p className="tabular-nums">
        {summary ? summaryWords(summary, breaking) : ''}
        {total > shown ? (
          <span className="text-muted">
            {' '}
            Only the first {grouped(shown)} of {grouped(total)} rows are here; a filter leads to the others.
          </span>
        ) : null}
      </p>
      <span className="ml-auto" />
      <SavingWords saving={saving} onRetry={onRetry} />
      <IconButton
        label="Undo"
        keys={keysOf('form.undo')}
        disabled={!canUndo}
        onClick={() => announce(store.turn('undo') ?? '')}
      >
        <Undo2 aria-hidden />
      </IconButton>
      <IconButton
        label="Redo"
        keys={keysOf('form.redo')}
        disabled={!canRedo}
        onClick={() => announce(store.turn('redo') ?? '')}
      >
        <Redo2 aria-hidden />
      </IconButton>
    </footer>
  );
}

function summaryWords({ changes, items, wrong, clashes }: SheetSummary, breaking: number | null): string {
  if (changes === 0 && wrong === 0) return 'Nothing changed yet';
  const parts = [
    `${words(changes, 'change')} in ${words(items, 'item')}`,
    breaking ? `${grouped(breaking)} breaking` : '',
    wrong > 0 ? `${grouped(wrong)} to fix` : '',
    clashes > 0 ? `${grouped(clashes)} written by somebody else too` : '',
  ];
  return parts.filter(Boolean).join(', ');
}

function SavingWords({ saving, onRetry }: { saving: Saving; onRetry: () => void }) {
  switch (saving.state) {
    case 'saved':
      return <p className="text-subtle">Saved</p>;
    case 'waiting':
    case 'saving':
      return <p className="text-subtle">Saving…</p>;
    default:
      return (
        <p className="flex flex-wrap items-center gap-2 text-changed">
          {'words' in saving ? saving.words : 'The server cannot be reached.'} Your edits are kept in this browser.
          <Button size="toolbar" onClick={onRetry}>
            Try again
          </Button>
        </p>
      );
  }
}
