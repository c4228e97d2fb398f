'use client';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { layerStyle, rowStyle } from '@/components/ui/layer-style';
import type { GridColumn } from '@/lib/domain/grid/column';
import { formatList, parseList } from '@/lib/domain/grid/list-text';
import { foldName } from '@/lib/kit/fold';
import { commit } from './grid-keys';
import type { GridStore } from './grid-store';

const mostShown = 8;

/** Edits the text of one cell: Enter commits and goes down, Tab commits and goes right, Escape restores. */
export function CellEditor({ store, column }: { store: GridStore; column: GridColumn }) {
  const box = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [text, setText] = useState(() => store.get().editing?.text ?? '');
  const [picked, setPicked] = useState(-1);
  const offers = useMemo(() => column.offers?.(store.get().names) ?? [], [column, store]);
  const { head, typed } = lastMember(text, column.isList === true);
  // What the cell says already is no search: all others are offered beside it.
  const isSame = text === store.get().editing?.text && foldName(text) !== '' && offers.includes(text);
  const fitting = useMemo(() => fittingOffers(offers, isSame ? '' : typed), [offers, typed, isSame]);
  // Leaving the cell with the mouse commits what was written, once.
  const isDone = useRef(false);
  const finish = (row: number, across: number, written = text) => {
    isDone.current = true;
    commit(store, written, { row, column: across });
  };
  useEffect(() => {
    const own = box.current;
    own?.focus({ preventScroll: true });
    own?.setSelectionRange(own.value.length, own.value.length);
  }, []);
  const take = (offer: string) => {
    const written = column.isList ? formatList([...parseList(head), offer]) : offer;
    if (column.isList || offer.endsWith(' ')) {
      setText(column.isList ? `${written}, ` : written);
      setPicked(-1);
    } else finish(1, 0, written);
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const offer = fitting[picked];
    if (event.key === 'Escape') {
      isDone.current = true;
      store.set({ editing: null });
    } else if (event.key === 'Enter' && (event.altKey || event.shiftKey)) {
      if (!event.altKey) return;
      const own = event.currentTarget;
      own.setRangeText('\n', own.selectionStart, own.selectionEnd, 'end');
      setText(own.value);
    } else if (event.key === 'Enter' && offer !== undefined) take(offer);
    else if (event.key === 'Enter') finish(1, 0);
    else if (event.key === 'Tab')
      finish(0, event.shiftKey ? -1 : 1, offer !== undefined && !column.isList ? offer : text);
    else if (event.key === 'ArrowDown' && fitting.length > 0) setPicked((at) => Math.min(at + 1, fitting.length - 1));
    else if (event.key === 'ArrowUp' && fitting.length > 0 && picked >= 0) setPicked((at) => at - 1);
    else return;
    event.preventDefault();
  };
  return (
    <span
      className="absolute top-0 left-0 z-30 flex flex-col"
      style={{ width: `max(100%, ${column.isLong ? 24 : 12}rem)` }}
    >
      <textarea
        ref={box}
        rows={column.isLong ? 4 : 1}
        dir="auto"
        aria-label={`${column.label}, editing`}
        {...(offers.length > 0
          ? {
              role: 'combobox',
              'aria-expanded': fitting.length > 0,
              'aria-controls': listId,
              'aria-autocomplete': 'list' as const,
              'aria-activedescendant': picked >= 0 ? `${listId}-${picked}` : undefined,
            }
          : {})}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setPicked(-1);
        }}
        onKeyDown={press}
        onCopy={(event) => event.stopPropagation()}
        onCut={(event) => event.stopPropagation()}
        onPaste={(event) => event.stopPropagation()}
        onMouseDown={(event) => event.stopPropagation()}
        onBlur={() => {
          if (!isDone.current) finish(0, 0);
        }}
        className={cn(
          'min-h-row w-full resize-none select-text bg-raised px-2 py-1 text-sm leading-5 outline-2 outline-ring',
          column.isMono && 'font-mono',
          !column.isLong && 'overflow-hidden whitespace-nowrap',
        )}
      />
      {fitting.length > 0 ? (
        <span
          id={listId}
          role="listbox"
          aria-label={`${column.label}, what fits`}
          className={cn(layerStyle, 'mt-1 flex flex-col p-1')}
        >
          {fitting.map((offer, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the text box keeps the focus and names the chosen one.
            <span
              key={offer}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === picked}
              className={cn(rowStyle, 'truncate', index === picked && 'bg-hover')}
              onMouseDown={(event) => {
                event.preventDefault();
                event.stopPropagation();
                take(offer);
              }}
            >
              {offer}
            </span>
          ))}
        </span>
      ) : null}
    </span>
  );
}

/** What of a list is written already, and the member that is being typed. */
function lastMember(text: string, isList: boolean): { head: string; typed: string } {
  const at = isList ? text.lastIndexOf(',') : -1;
  return { head: text.slice(0, Math.max(0, at)), typed: text.slice(at + 1).trim() };
}

function fittingOffers(offers: readonly string[], typed: string): readonly string[] {
  const wanted = foldName(typed);
  const found = wanted === '' ? offers : offers.filter((offer) => foldName(offer).includes(wanted));
  const [only] = found;
  return found.length === 1 && only !== undefined && foldName(only) === wanted ? [] : found.slice(0, mostShown);
}
