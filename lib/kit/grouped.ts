/** A whole number as people read it: "12,345". `toLocaleString` says the same, but its first call takes longer than to draw a page. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}
