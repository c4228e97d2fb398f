import type { CsvRecord } from './records';
import { usualField } from './synonyms';

/** The record that names the columns, among the first ten: the one with most names that plans use, else the first full one. */
export function findHeader(records: readonly CsvRecord[]): CsvRecord | undefined {
  let best: CsvRecord | undefined;
  let most = 0;
  for (const record of records.slice(0, 10)) {
    const known = new Set(record.cells.flatMap((cell) => usualField(cell) ?? [])).size;
    if (known > most) {
      best = record;
      most = known;
    }
  }
  return best ?? records.find((record) => record.cells.filter((cell) => cell.trim() !== '').length > 1) ?? records[0];
}

/** Names of columns, each once: an empty one by its place, a repeated one with a number. */
export function columnNames(header: CsvRecord): string[] {
  const taken = new Set<string>();
  return header.cells.map((cell, index) => {
    const base = cell.trim().replace(/\s+/gu, ' ').slice(0, 280) || `Column ${index + 1}`;
    let name = base;
    for (let number = 2; taken.has(name); number += 1) name = `${base} (${number})`;
    taken.add(name);
    return name;
  });
}
