/** A page of a list: its rows, where the next page begins, and how many rows there are in all. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  total: number;
}

/** How many rows, and where the page before ended. */
export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The place after a row as text that a client hands back unread. */
export function cursorOf(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** The place that a cursor names, or undefined for none and for one that nobody gave out. */
export function placeOf(cursor: string | undefined): (string | number)[] | undefined {
  if (!cursor) return undefined;
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const sound = Array.isArray(place) && place.every((part) => typeof part === 'string' || typeof part === 'number');
    return sound ? (place as (string | number)[]) : undefined;
  } catch {
    return undefined;
  }
}

/** A page from one row more than was asked for, which tells whether there is another. */
export function pageFrom<R, T>(
  rows: readonly R[],
  request: PageRequest,
  total: number,
  place: (row: R) => readonly (string | number)[],
  view: (row: R) => T,
): Page<T> {
  const shown = rows.slice(0, request.limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > request.limit && last !== undefined ? cursorOf(place(last)) : null;
  return { items: shown.map(view), nextCursor, total };
}
