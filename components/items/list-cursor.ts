'use client';
import type { PlanPlace } from '@/lib/client/items';

/** The list that a page was opened from, so that `]` and `[` move on under its filter. */
export interface ListCursor {
  readonly back: string;
  /** The row that was followed. */
  readonly opened: string | null;
  readonly items: readonly { readonly id: string; readonly href: string }[];
}

const most = 2_000;

function keyOf(place: PlanPlace): string {
  return `waymark.list.${place.workspace}.${place.plan}`;
}

/** Remembers the rows of a list in this tab, as the reader leaves it for one of them. */
export function rememberList(place: PlanPlace, cursor: ListCursor): void {
  try {
    sessionStorage.setItem(keyOf(place), JSON.stringify({ ...cursor, items: cursor.items.slice(0, most) }));
  } catch {
    // A full or forbidden storage only costs the next and previous keys.
  }
}

/** The list this tab came from, when it came from one. */
export function recallList(place: PlanPlace): ListCursor | null {
  try {
    const text = sessionStorage.getItem(keyOf(place));
    return text === null ? null : (JSON.parse(text) as ListCursor);
  } catch {
    return null;
  }
}

let wentBackAt = Number.NEGATIVE_INFINITY;
if (typeof window !== 'undefined')
  window.addEventListener('popstate', () => {
    wentBackAt = performance.now();
  });
const arrivalMs = 3_000;

/** The row to stand on again: the one that was followed, when Back has just led to the list it was in. */
export function rowReturnedTo(place: PlanPlace): string | null {
  if (performance.now() - wentBackAt > arrivalMs) return null;
  const cursor = recallList(place);
  return cursor?.back === `${location.pathname}${location.search}` ? cursor.opened : null;
}
