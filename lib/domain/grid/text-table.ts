/** Cells as text, row by row; rows may differ in length. */
export type TextTable = readonly (readonly string[])[];

/**
 * Reads tab-separated text as spreadsheets put it on the clipboard: a cell with a tab, a line break or a quote stands in
 * quotes, and a quote within it is doubled. A quote that is never closed is a quote somebody typed.
 */
export function parseTextTable(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const cell = readCell(text, at);
    row.push(cell.value);
    at = cell.end;
    if (text[at] === '\t') {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (at >= text.length) break;
    at += text.startsWith('\r\n', at) ? 2 : 1;
    // Spreadsheets end the last row with a line break of its own.
    if (at >= text.length) break;
  }
  return rows;
}

/** Writes cells so that Excel, Google Sheets and `parseTextTable` read the same cells. */
export function formatTextTable(table: TextTable): string {
  // One empty cell has no text at all, which no reader tells from an empty clipboard; a row of it is a line break.
  return table.map((row) => row.map(written).join('\t')).join('\r\n') + (endsBare(table) ? '\r\n' : '');
}

/** Whether the last row would be taken for the line break before it. */
function endsBare(table: TextTable): boolean {
  const last = table.at(-1);
  return table.length > 1 && last?.length === 1 && last[0] === '';
}

function written(cell: string): string {
  return /[\t\n\r]|^"/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function readCell(text: string, from: number): { value: string; end: number } {
  if (text[from] === '"') {
    const quoted = readQuoted(text, from + 1);
    if (quoted) return quoted;
  }
  let end = from;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { value: text.slice(from, end), end };
}

function readQuoted(text: string, from: number): { value: string; end: number } | undefined {
  let value = '';
  let at = from;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return undefined;
    value += text.slice(at, close);
    if (text[close + 1] === '"') {
      value += '"';
      at = close + 2;
      continue;
    }
    const next = text[close + 1];
    // A closing quote ends its cell; otherwise the quotes belong to what was typed.
    return next === undefined || next === '\t' || next === '\n' || next === '\r'
      ? { value, end: close + 1 }
      : undefined;
  }
}
