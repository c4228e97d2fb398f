'use client';
import type { PlanPlace } from '@/lib/client/items';

/** The list that a page was opened from, so that `]` and `[` move on under its filter. */
export interface ListCursor {
  readonly back: string;
  readonly items: readonly { readonly id: string; readonly href: string }[];
}

const most = 2_000;

function keyOf(place: PlanPlace): string {
  return `waymark.list.${place.workspace}.${place.plan}`;
}

/** Remembers the rows of a list in this tab, as the reader leaves it for one of them. */
export function rememberList(place: PlanPlace, cursor: ListCursor): void {
  try {
    sessionStorage.setItem(keyOf(place), JSON.stringify({ back: cursor.back, items: cursor.items.slice(0, most) }));
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
