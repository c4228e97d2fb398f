import type { Sheet, SheetRow } from '@/lib/domain/grid/sheet';
import { rowsToStore } from '@/lib/domain/grid/storing';
import type { Json } from '@/lib/domain/plan/parts';
import { isRecord } from '@/lib/kit/is-record';

interface Kept {
  readonly key: string;
  readonly itemId: string;
  readonly propertyId: string | null;
  readonly isNew: boolean;
  readonly fields: Readonly<Record<string, Json>>;
  readonly expected: Readonly<Record<string, Json>>;
}

/** Keeps in this browser what is written and not stored yet. */
export function keepUnsaved(name: string, sheet: Sheet): void {
  const kept = rowsToStore(sheet, Number.POSITIVE_INFINITY).map(
    ({ rowKey, ...row }): Kept => ({ key: rowKey, ...row }),
  );
  try {
    if (kept.length === 0) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(kept));
  } catch {
    // A full or forbidden storage only costs what a closed tab would have brought back.
  }
}

/** Forgets it, once all is stored. */
export function forgetUnsaved(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // Storage that cannot be reached holds nothing either.
  }
}

/** The rows with what this browser kept of them, and how many of them that are. What others changed meanwhile shows as a clash. */
export function withUnsaved(name: string, rows: readonly SheetRow[]): { rows: readonly SheetRow[]; count: number } {
  const kept = new Map(readKept(name).map((row) => [row.key, row]));
  if (kept.size === 0) return { rows, count: 0 };
  let count = 0;
  const known = rows.map((row) => {
    const own = kept.get(row.key);
    if (!own || !row.saved) return row;
    kept.delete(row.key);
    count += 1;
    const theirs: Record<string, Json> = {};
    for (const [field, seen] of Object.entries(own.expected)) {
      const now = row.saved[field] ?? null;
      if (JSON.stringify(now) !== JSON.stringify(seen)) theirs[field] = now;
    }
    return { ...row, fields: { ...row.fields, ...own.fields }, theirs };
  });
  const made = [...kept.values()]
    .filter((row) => row.isNew)
    .map(
      ({ key, itemId, propertyId, fields }): SheetRow => ({
        ...{ key, itemId, propertyId, title: '', fields, saved: null, before: null, wrong: {}, theirs: {} },
      }),
    );
  return { rows: [...known, ...made], count: count + made.length };
}

function readKept(name: string): Kept[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(name) ?? '[]');
    return Array.isArray(read) ? read.filter(isKept) : [];
  } catch {
    return [];
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { key, itemId, fields, expected } = value as Record<string, unknown>;
  return typeof key === 'string' && typeof itemId === 'string' && isRecord(fields) && isRecord(expected);
}
