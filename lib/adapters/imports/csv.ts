import { stringify } from 'csv-stringify/sync';
import { guardCell, unguardCell } from '@/lib/domain/transfer/cells';
import { err, ok, type Result } from '@/lib/kit/result';
import { columnNames, findHeader } from './csv/header';
import { proposeMapping } from './csv/propose';
import { RowReader } from './csv/read-rows';
import { WaymarkReader } from './csv/read-waymark';
import { type CsvRecord, type Delimiter, readRecords, UnreadableFile } from './csv/records';
import { ColumnStatistics, countRecord } from './csv/statistics';
import { usualField } from './csv/synonyms';
import { defineImport, type ImportError } from './define';

/** Source: RFC 4180, with the delimiters and quirks that spreadsheet programs write. */
export const adapter = defineImport({
  id: 'csv',
  label: 'CSV',
  extensions: ['.csv', '.tsv', '.tab', '.txt'],
  inspect: (bytes) =>
    reading(async () => {
      const head: CsvRecord[] = [];
      let table:
        | {
            readonly header: CsvRecord;
            readonly headers: string[];
            readonly columns: ColumnStatistics[];
            readonly nameColumn: number;
          }
        | undefined;
      let delimiter: Delimiter = ',';
      let rowCount = 0;
      const start = () => {
        const header = findHeader(head);
        if (!header) throw new UnreadableFile({ code: 'import.empty', detail: 'The file is empty' });
        const headers = columnNames(header);
        table = {
          header,
          headers,
          columns: headers.map(() => new ColumnStatistics()),
          nameColumn: headers.findIndex((name) => usualField(name) === 'name'),
        };
        for (const record of head) if (record.row > header.row) count(record);
      };
      const count = (record: CsvRecord) => {
        rowCount += 1;
        if (table) countRecord(table.columns, record, table.nameColumn < 0 ? undefined : table.nameColumn);
      };
      for await (const record of readRecords(bytes, undefined, (found) => (delimiter = found))) {
        if (table) count(record);
        else if (head.push(record) === 10) start();
      }
      if (!table) start();
      if (!table || rowCount === 0)
        throw new UnreadableFile({
          code: 'import.empty',
          detail: 'The file names its columns, but has no row below them',
        });
      const { header, headers, columns } = table;
      if (headers.length < 2 && columns[0]?.filled === 0)
        throw new UnreadableFile({
          code: 'import.missing-column',
          detail: 'The file has no column that could name events',
        });
      const mapping = proposeMapping({ headers, columns, delimiter, skippedRows: header.row - 1 });
      const views = headers.map((name, index) => ({
        header: name,
        examples: [...(columns[index]?.examples ?? [])],
        filled: columns[index]?.filled ?? 0,
      }));
      return { columns: views, rowCount, mapping };
    }),
  read: (bytes, mapping, findings) =>
    reading(async () => {
      let reader: RowReader | WaymarkReader | undefined;
      let width = 0;
      let rowCount = 0;
      for await (const record of readRecords(bytes, mapping.delimiter)) {
        if (record.row <= mapping.skippedRows) continue;
        if (!reader) {
          const headers = columnNames(record);
          width = headers.length;
          requireColumns(
            mapping.profile === 'waymark' ? ['waymark_kind', 'waymark_content', 'waymark_id'] : needed(mapping.columns),
            headers,
          );
          reader =
            mapping.profile === 'waymark'
              ? new WaymarkReader(headers, findings)
              : new RowReader(mapping, headers, findings);
          continue;
        }
        rowCount += 1;
        if (record.cells.slice(width).some((cell) => cell.trim() !== '')) {
          findings.add('row.too-long', { row: record.row });
          continue;
        }
        if (record.cells.length < width) findings.add('row.too-short', { row: record.row });
        reader.add(record);
      }
      const items = reader instanceof WaymarkReader ? reader.finish() : [];
      const events = reader instanceof RowReader ? reader.finish() : [];
      return { events, items, rowCount };
    }),
  pick: (bytes, mapping, reasons) =>
    reading(async () => {
      const rows: string[][] = [];
      for await (const record of readRecords(bytes, mapping.delimiter)) {
        const isHeader = record.row === mapping.skippedRows + 1;
        const told = isHeader
          ? ['row', 'reason']
          : reasons.get(record.row) && [String(record.row), (reasons.get(record.row) ?? []).join('; ')];
        // A cell that is guarded already stays as it is.
        if (told) rows.push([...record.cells, ...told].map((cell) => guardCell(unguardCell(cell))));
      }
      return stringify(rows, { delimiter: mapping.delimiter, record_delimiter: '\r\n' });
    }),
});

function needed(columns: readonly { readonly header: string; readonly field: string }[]): string[] {
  return columns.filter((column) => column.field !== 'ignore').map((column) => column.header);
}

function requireColumns(wanted: readonly string[], headers: readonly string[]): void {
  const missing = wanted.find((header) => !headers.includes(header));
  if (missing === undefined) return;
  throw new UnreadableFile({
    code: 'import.missing-column',
    detail: `The file has no column "${missing}"; it has: ${headers.slice(0, 30).join(', ')}`,
    column: missing,
  });
}

async function reading<T>(run: () => Promise<T>): Promise<Result<T, ImportError>> {
  try {
    return ok(await run());
  } catch (error) {
    if (error instanceof UnreadableFile) return err(error.error);
    throw error;
  }
}
