import type { CsvRecord } from './records';

/** Most different pairs counted per column, so that a huge file stays small in memory. */
const mostPairs = 60_000;

/** What one column holds, all rows counted. */
export class ColumnStatistics {
  readonly examples = new Set<string>();
  readonly texts = new Map<string, number>();
  filled = 0;
  readonly #values = new Set<number>();
  readonly #pairs = new Set<number>();
  #full = false;

  /** Counts a cell beside the name of its event. */
  add(cell: string, name: string): void {
    if (cell !== '') {
      this.filled += 1;
      if (this.examples.size < 3) this.examples.add(cell.slice(0, 200));
      if (this.texts.size < 300 || this.texts.has(cell)) this.texts.set(cell, (this.texts.get(cell) ?? 0) + 1);
    }
    if (this.#full || name === '') return;
    this.#values.add(hash(cell));
    this.#pairs.add(hash(`${name}\n${cell}`));
    if (this.#pairs.size > mostPairs) {
      this.#full = true;
      this.#pairs.clear();
      this.#values.clear();
    }
  }

  /** Different values, and different pairs of a name and a value; nothing when there are too many to count. */
  get counts(): { readonly values: number; readonly pairs: number } | undefined {
    return this.#full ? undefined : { values: this.#values.size, pairs: this.#pairs.size };
  }
}

/** Statistics of each column over the rows of a file. */
export function countRecord(
  columns: readonly ColumnStatistics[],
  record: CsvRecord,
  nameColumn: number | undefined,
): void {
  const name = nameColumn === undefined ? '' : (record.cells[nameColumn]?.trim() ?? '');
  for (const [index, column] of columns.entries()) column.add(record.cells[index]?.trim() ?? '', name);
}

/** 53 bits of a text's hash (cyrb53): numbers take a tenth of the texts' memory, and two of 60,000 hardly ever meet. */
function hash(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0);
}
