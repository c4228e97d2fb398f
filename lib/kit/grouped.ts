/** A whole number as people read it: "12,345". `toLocaleString` says the same, but its first call takes longer than to draw a page. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}

/** A number with its noun: "1 change", "12,345 changes". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}
