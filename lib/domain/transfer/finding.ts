import * as z from 'zod';

export const findingCodes = [
  'row.empty-name',
  'row.too-short',
  'row.too-long',
  'row.unknown-kind',
  'row.unreadable',
  'type.unknown',
  'status.unknown',
  'presence.unknown',
  'action.unknown',
  'value.wrong-type',
  'link.unreadable',
  'use.repeated',
  'event.contradiction',
  'event.name-repeated',
  'event.name-spelling',
  'owner.unknown',
  'source.created',
  'property.kept-apart',
  'property.type-kept',
  'item.invalid',
  'item.name-taken',
  'item.reference-missing',
  'removal.in-use',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** One cause, with every row it concerns: `error` rows or parts are left out, `warning` and `note` are read as the words say. */
export const findingSchema = z.strictObject({
  code: z.enum(findingCodes),
  severity: z.enum(['error', 'warning', 'note']),
  words: z.string(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  /** The first hundred, as a spreadsheet program numbers them. */
  rows: z.array(z.int()),
  count: z.int(),
  /** How it is settled once for all its rows. */
  fix: z.enum(['type', 'status', 'presence', 'column', 'namespace', 'teams', 'file']).nullable(),
});
export type Finding = z.infer<typeof findingSchema>;

/** A row, or a part of one, that is not taken over. */
export interface Rejected {
  readonly row: number;
  readonly reason: string;
}

interface Note {
  readonly row: number;
  readonly column?: string | null;
  readonly value?: string | null;
}

interface Cause {
  readonly severity: Finding['severity'];
  readonly fix: Finding['fix'];
  /** What follows "12 rows: ". */
  readonly words: (value: string, column: string) => string;
}

const causes: Record<FindingCode, Cause> = {
  'row.empty-name': {
    severity: 'error',
    fix: 'file',
    words: (_, column) => `the name of the event is empty (column ${column})`,
  },
  'row.too-short': {
    severity: 'warning',
    fix: 'file',
    words: () => 'fewer cells than columns; what is missing counts as empty',
  },
  'row.too-long': {
    severity: 'error',
    fix: 'file',
    words: () => 'more cells than columns; a cell with the delimiter in it needs quotes',
  },
  'row.unknown-kind': { severity: 'error', fix: 'file', words: (value) => `'${value}' is no kind of item` },
  'row.unreadable': { severity: 'error', fix: 'file', words: (value, column) => `${column} cannot be read: ${value}` },
  'type.unknown': {
    severity: 'warning',
    fix: 'type',
    words: (value) => `type '${value}' is unknown; it is read as any type`,
  },
  'status.unknown': {
    severity: 'warning',
    fix: 'status',
    words: (value) => `status '${value}' is unknown; it is read as if empty`,
  },
  'presence.unknown': {
    severity: 'warning',
    fix: 'presence',
    words: (value) => `'${value}' does not say how often a property is sent; it is read as sometimes`,
  },
  'action.unknown': {
    severity: 'warning',
    fix: 'column',
    words: (value) => `'${value}' is no action; it is read as track`,
  },
  'value.wrong-type': {
    severity: 'error',
    fix: 'type',
    words: (value) => `allowed value '${value}' does not fit the type of its property and is left out`,
  },
  'link.unreadable': {
    severity: 'warning',
    fix: 'column',
    words: (value) => `'${value}' is no web address; it is kept as text`,
  },
  'use.repeated': {
    severity: 'error',
    fix: 'file',
    words: (value) => `property '${value}' stands twice in one event; the first is taken`,
  },
  'event.contradiction': {
    severity: 'warning',
    fix: 'namespace',
    words: (value, column) => `${column} differs between rows of event '${value}'; the first is taken`,
  },
  'event.name-repeated': {
    severity: 'note',
    fix: 'namespace',
    words: (value) => `event name '${value}' is used more than once; the namespace keeps them apart`,
  },
  'event.name-spelling': {
    severity: 'warning',
    fix: 'file',
    words: (value) => `event '${value}' is written in two ways; the first is taken`,
  },
  'owner.unknown': {
    severity: 'note',
    fix: 'teams',
    words: (value) => `nobody here is called '${value}'; it is kept as the fact "owner"`,
  },
  'source.created': {
    severity: 'note',
    fix: null,
    words: (value) => `source '${value}' is new; say whether it runs on the client or on a server`,
  },
  'property.kept-apart': {
    severity: 'note',
    fix: 'type',
    words: (value) => `property '${value}' has another type elsewhere; it becomes a property of its own`,
  },
  'property.type-kept': {
    severity: 'warning',
    fix: 'type',
    words: (value) => `property '${value}' is used by events that are not in this file; its type stays as it is`,
  },
  'item.invalid': { severity: 'error', fix: 'file', words: (value, column) => `${column} ${value}` },
  'item.name-taken': { severity: 'error', fix: 'file', words: (value) => `another item is called '${value}' already` },
  'item.reference-missing': {
    severity: 'error',
    fix: 'file',
    words: (value, column) => `${column} points at '${value}', which is neither here nor in the file; it is left out`,
  },
  'removal.in-use': {
    severity: 'warning',
    fix: null,
    words: (value) => `'${value}' is not in the file, but something still uses it; it stays`,
  },
};

/** Findings, collected by cause, column and value. */
export class Findings {
  readonly #byCause = new Map<
    string,
    { code: FindingCode; column: string | null; value: string | null; rows: number[]; count: number }
  >();
  readonly rejected: Rejected[] = [];

  /** Notes that a row shows a cause. */
  add(code: FindingCode, { row, column = null, value = null }: Note): void {
    const shown = value === null ? null : value.slice(0, 200);
    const key = `${code}\n${column ?? ''}\n${shown ?? ''}`;
    let entry = this.#byCause.get(key);
    if (!entry) {
      entry = { code, column, value: shown, rows: [], count: 0 };
      this.#byCause.set(key, entry);
    }
    entry.count += 1;
    if (row > 0 && entry.rows.length < 100) entry.rows.push(row);
    const cause = causes[code];
    if (cause.severity === 'error' && row > 0)
      this.rejected.push({ row, reason: cause.words(shown ?? '', column ?? '') });
  }

  /** Errors first, then by the number of rows. */
  list(): Finding[] {
    const rank = { error: 0, warning: 1, note: 2 } as const;
    return [...this.#byCause.values()]
      .map(({ code, column, value, rows, count }): Finding => {
        const { severity, fix, words } = causes[code];
        return {
          code,
          severity,
          words: `${count} ${count === 1 ? 'row' : 'rows'}: ${words(value ?? '', column ?? '')}`,
          column,
          value,
          rows,
          count,
          fix,
        };
      })
      .sort((a, b) => rank[a.severity] - rank[b.severity] || b.count - a.count);
  }
}
