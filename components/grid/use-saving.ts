'use client';
import { useCallback, useEffect, useRef } from 'react';
import { sendEdits } from '@/lib/client/grid';
import { ApiError, newIdempotencyKey, wordsFor } from '@/lib/client/http';
import type { PlanPlace } from '@/lib/client/items';
import type { EditedMany, EditMany } from '@/lib/contracts/grid';
import type { Sheet } from '@/lib/domain/grid/sheet';
import { afterStoring, type RowToStore, rowsToStore } from '@/lib/domain/grid/storing';
import type { GridStore } from './grid-store';
import { forgetUnsaved, keepUnsaved } from './unsaved';

const restMs = 700;
const againMs = 5_000;

interface Batch {
  readonly rows: readonly RowToStore[];
  readonly body: EditMany;
  readonly key: string;
}

export interface SavingPort {
  readonly place: PlanPlace;
  readonly number: number | null;
  readonly keptAs: string;
  readonly onSaved: (saved: EditedMany) => void;
}

/** Stores what is written shortly after the last key, one call at a time; what cannot be sent is kept in the browser and sent again. */
export function useSaving(store: GridStore, port: SavingPort) {
  const latest = useRef(port);
  latest.current = port;
  const made = useRef(new Set<string>());
  // The first answer names the request; what is written before the screen knows goes there too.
  const request = useRef(port.number);
  request.current ??= port.number;
  const current = useRef<{ timer?: ReturnType<typeof setTimeout>; batch?: Batch | undefined; isSending: boolean }>({
    isSending: false,
  });

  const send = useCallback(async () => {
    const run = current.current;
    clearTimeout(run.timer);
    if (run.isSending) return;
    const { place, keptAs } = latest.current;
    run.batch ??= nextBatch(store, request.current, made.current);
    const { batch } = run;
    if (!batch) {
      store.set({ saving: { state: 'saved' } });
      return;
    }
    run.isSending = true;
    store.set({ saving: { state: 'saving' } });
    try {
      const saved = await sendEdits(place, batch.body, batch.key);
      run.batch = undefined;
      run.isSending = false;
      for (const id of batch.body.drop ?? []) made.current.delete(id);
      const refused = new Set(saved.refused.map((one) => one.itemId));
      for (const { itemId, isNew } of batch.rows) if (isNew && !refused.has(itemId)) made.current.add(itemId);
      store.set({ sheet: afterStoring(store.get().sheet, batch.rows, saved.refused) });
      request.current ??= saved.number;
      latest.current.onSaved(saved);
      if (isLeft(store, made.current)) run.timer = setTimeout(send, restMs);
      else {
        forgetUnsaved(keptAs);
        store.set({ saving: { state: 'saved' } });
      }
    } catch (error) {
      run.isSending = false;
      keepUnsaved(keptAs, store.get().sheet);
      const isUnreachable = error instanceof ApiError && (error.status === 0 || error.status >= 500);
      // What the server refused as a whole is made anew, since the same would be refused again.
      if (!isUnreachable) run.batch = undefined;
      store.set({ saving: isUnreachable ? { state: 'offline' } : { state: 'failed', words: wordsFor(error) } });
      if (isUnreachable) run.timer = setTimeout(send, againMs);
    }
  }, [store]);

  useEffect(() => {
    const run = current.current;
    let seen = store.get().sheet;
    const heard = () => {
      const { sheet, saving } = store.get();
      if (sheet === seen) return;
      seen = sheet;
      if (run.isSending || !isLeft(store, made.current)) return;
      if (saving.state === 'saved') store.set({ saving: { state: 'waiting' } });
      clearTimeout(run.timer);
      run.timer = setTimeout(send, restMs);
    };
    const keep = () => {
      if (store.get().saving.state !== 'saved') keepUnsaved(latest.current.keptAs, store.get().sheet);
    };
    const online = () => void send();
    const unlisten = store.listen(heard);
    window.addEventListener('online', online);
    window.addEventListener('pagehide', keep);
    return () => {
      unlisten();
      window.removeEventListener('online', online);
      window.removeEventListener('pagehide', keep);
      clearTimeout(run.timer);
      // Whoever walks on within the application has what they wrote stored all the same.
      void send();
    };
  }, [store, send]);
  return send;
}

/** Whether anything is left to store. */
function isLeft(store: GridStore, made: ReadonlySet<string>): boolean {
  const { sheet } = store.get();
  return rowsToStore(sheet, 1).length > 0 || droppedIds(sheet, made).length > 0;
}

/** Items that were made here, and taken away again by an undo. */
function droppedIds(sheet: Sheet, made: ReadonlySet<string>): string[] {
  if (made.size === 0) return [];
  const there = new Set(sheet.rows.map((row) => row.itemId));
  return [...made].filter((id) => !there.has(id));
}

function nextBatch(store: GridStore, number: number | null, made: ReadonlySet<string>): Batch | undefined {
  const { sheet } = store.get();
  const rows = rowsToStore(sheet);
  const drop = droppedIds(sheet, made);
  if (rows.length === 0 && drop.length === 0) return undefined;
  const byItem = Map.groupBy(
    rows.filter((row) => !row.isNew),
    (row) => row.itemId,
  );
  const edits = [...byItem].map(([itemId, of]) => {
    const own = of.find((row) => row.propertyId === null);
    const uses = of.flatMap(({ propertyId, fields: parts, expected }) =>
      propertyId === null ? [] : [{ propertyId, parts: { ...parts }, expected: { ...expected } }],
    );
    return { itemId, fields: { ...own?.fields }, expected: { ...own?.expected }, uses };
  });
  const create = rows
    .filter((row) => row.isNew)
    .map(({ itemId, fields: { name, namespace, ...content } }) => ({
      ...{ itemId, kind: sheet.kind, content },
      name: String(name),
      namespace: typeof namespace === 'string' ? namespace : null,
    }));
  return { rows, body: { number, edits, create, drop }, key: newIdempotencyKey() };
}
