import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { grouped } from '@/lib/kit/grouped';
import type { Bytes, ImportError } from '../define';

export type Delimiter = ',' | ';' | '\t' | '|';

/** One record of a file; `row` is its number in a spreadsheet program. */
export interface CsvRecord {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Thrown inside a stream of records and caught where the stream is read to its end. */
export class UnreadableFile extends Error {
  constructor(readonly error: ImportError) {
    super(error.code);
  }
}

const maxRows = 500_000;
const maxColumns = 500;
/** A record longer than this is a quote that nobody closed, in characters. */
const maxRecordLength = 8_000_000;

/** The records of a file, one after the other; empty lines are left out but counted. */
export async function* readRecords(
  bytes: Bytes,
  given: Delimiter | undefined,
  onDelimiter?: (found: Delimiter) => void,
): AsyncGenerator<CsvRecord> {
  const text = new TextReader(bytes);
  const head = await text.head();
  const delimiter = given ?? guessDelimiter(head);
  onDelimiter?.(delimiter);
  const parser = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: maxRecordLength,
    info: false,
  });
  const source = Readable.from(text.all(), { objectMode: true });
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      check(row, cells, text.damaged);
      if (cells.some((cell) => cell.trim() !== '')) yield { row, cells };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableFile(malformed(error));
    throw error;
  } finally {
    source.destroy();
  }
}

function check(row: number, cells: readonly string[], damaged: boolean): void {
  if (row > maxRows)
    throw new UnreadableFile({
      code: 'import.too-many-rows',
      detail: `The file has more than ${grouped(maxRows)} rows: split it`,
      row,
    });
  if (cells.length > maxColumns)
    throw new UnreadableFile({
      code: 'import.too-many-columns',
      detail: `Row ${row} has ${cells.length} cells; at most ${maxColumns} can be read`,
      row,
    });
  const nul = cells.findIndex((cell) => cell.includes('\0'));
  if (nul >= 0)
    throw new UnreadableFile({
      code: 'import.nul',
      detail: `Row ${row}, column ${nul + 1} has a NUL byte: save the file as plain UTF-8 text`,
      row,
      column: String(nul + 1),
    });
  const broken = damaged ? cells.findIndex((cell) => cell.includes('\uFFFD')) : -1;
  if (broken >= 0) {
    const detail = `Row ${row}, column ${broken + 1} is not valid UTF-8: save the file as "CSV UTF-8"`;
    throw new UnreadableFile({ code: 'import.invalid-encoding', detail, row, column: String(broken + 1) });
  }
}

function malformed(error: CsvError): ImportError {
  // The parser is ahead of whoever reads its records, so the row is the one it counts itself.
  const row = typeof error.records === 'number' ? error.records + 1 : 1;
  const line = typeof error.lines === 'number' ? ` (line ${error.lines})` : '';
  const words: Partial<Record<string, string>> = {
    CSV_QUOTE_NOT_CLOSED: `A quote that opens in row ${row} is never closed: the file ends${line} inside it`,
    CSV_MAX_RECORD_SIZE: `Row ${row}${line} is longer than any row can be: a quote in it is not closed`,
    INVALID_OPENING_QUOTE: `Row ${row}${line} has a quote in the middle of a cell: put the whole cell in quotes and double the quote`,
    CSV_INVALID_CLOSING_QUOTE: `Row ${row}${line} has text after a closing quote: double the quotes that belong to the text`,
  };
  return { code: 'import.malformed', detail: words[error.code] ?? `Row ${row}${line} cannot be read as CSV`, row };
}

/** Decodes bytes piece by piece; text that is not UTF-8 is marked, so that the record it stands in can be named. */
class TextReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #decoder = new TextDecoder('utf-8', { fatal: true });
  #head = '';
  damaged = false;

  constructor(bytes: Bytes) {
    this.#source = bytes[Symbol.asyncIterator]();
  }

  /** The beginning of the text, enough to guess by. */
  async head(): Promise<string> {
    while (this.#head.length < 4_096) {
      const next = await this.#source.next();
      if (next.done) {
        this.#head += this.#decode(undefined);
        break;
      }
      if (this.#head === '') refuseOtherFormats(next.value);
      this.#head += this.#decode(next.value);
    }
    if (this.#head.replace(/^\uFEFF/u, '').trim() === '')
      throw new UnreadableFile({ code: 'import.empty', detail: 'The file is empty' });
    return this.#head;
  }

  async *all(): AsyncGenerator<string> {
    yield this.#head;
    for (;;) {
      const next = await this.#source.next();
      const text = this.#decode(next.done ? undefined : next.value);
      if (text !== '') yield text;
      if (next.done) return;
    }
  }

  #decode(bytes: Uint8Array | undefined): string {
    try {
      return bytes === undefined ? this.#decoder.decode() : this.#decoder.decode(bytes, { stream: true });
    } catch {
      this.damaged = true;
      this.#decoder = new TextDecoder('utf-8');
      // The marks stand where the bytes are wrong, so the record can be named.
      return bytes === undefined ? '\uFFFD' : this.#decoder.decode(bytes, { stream: true });
    }
  }
}

function refuseOtherFormats(bytes: Uint8Array): void {
  const [a, b] = bytes;
  const zip = a === 0x50 && b === 0x4b;
  const utf16 = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  if (zip)
    throw new UnreadableFile({
      code: 'import.not-text',
      detail: 'This is a workbook or an archive: save the sheet as CSV first',
    });
  if (utf16)
    throw new UnreadableFile({ code: 'import.invalid-encoding', detail: 'The file is UTF-16: save it as "CSV UTF-8"' });
}

/** The delimiter that stands most often outside quotes in the first lines. */
function guessDelimiter(head: string): Delimiter {
  const plain = head.replace(/"(?:[^"]|"")*"?/gu, '');
  const lines = plain
    .split(/\r?\n|\r/u)
    .filter((line) => line.trim() !== '')
    .slice(0, 5);
  let best: Delimiter = ',';
  let most = 0;
  for (const candidate of [',', ';', '\t', '|'] as const) {
    const counts = lines.map((line) => line.split(candidate).length - 1);
    const first = counts[0] ?? 0;
    const score = Math.max(...counts, 0) + Math.max(first, 0);
    // Lists in cells use `|`, so it only counts where nothing else does.
    if (score > most && (candidate !== '|' || most === 0)) {
      best = candidate;
      most = score;
    }
  }
  return best;
}
