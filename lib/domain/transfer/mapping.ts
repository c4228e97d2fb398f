import * as z from 'zod';

/** What a column of a spreadsheet may say. `extra` keeps it as another fact of the event; `ignore` leaves it out. */
export const columnFields = [
  'name',
  'namespace',
  'key',
  'displayName',
  'meaning',
  'firesWhen',
  'doesNotCount',
  'purpose',
  'category',
  'stage',
  'action',
  'owner',
  'status',
  'sources',
  'tags',
  'link',
  'property.name',
  'property.type',
  'property.presence',
  'property.meaning',
  'property.allowedValues',
  'property.examples',
  'extra',
  'ignore',
] as const;
export type ColumnField = (typeof columnFields)[number];

/** Fields that several columns may share; any other has one column at most. */
const shared: ReadonlySet<ColumnField> = new Set(['extra', 'ignore', 'link', 'tags']);

const header = z.string().max(300);
const cell = z.string().max(1_000);

/**
 * How a spreadsheet is read: proposed from its columns, corrected by a person, kept with the import. A file of foreign
 * words has no column for the name until a person chooses it; until then every row is left out.
 */
export const mappingSchema = z
  .strictObject({
    /** `waymark`: an export of ours, read by its own columns; `table`: anything else, read by `columns`. */
    profile: z.enum(['waymark', 'table']),
    delimiter: z.enum([',', ';', '\t', '|']),
    /** Records above the one that names the columns. */
    skippedRows: z.int().min(0).max(50),
    rowIs: z.enum(['event', 'property']),
    columns: z.array(z.strictObject({ header, field: z.enum(columnFields) })).max(500),
    /** Between the members of one cell. */
    listSeparator: z.enum(['|', ';', ',', '\n']),
    /** Columns whose value keeps events of one name apart, tried in turn. */
    namespaces: z.strictObject({ use: z.enum(['always', 'when-repeated']), columns: z.array(header).max(5) }),
    types: z.array(z.strictObject({ from: cell, to: cell })).max(500),
    statuses: z
      .array(z.strictObject({ from: cell, to: z.enum(['planned', 'live', 'deprecated', 'retired']) }))
      .max(500),
    presences: z.array(z.strictObject({ from: cell, to: z.enum(['always', 'sometimes', 'never']) })).max(500),
    /** The lifecycle of a new event whose row says none. */
    emptyStatus: z.enum(['planned', 'live']),
    /** Propose the removal of events, and of properties of events, that the file does not have. */
    removeMissing: z.boolean(),
  })
  .superRefine((mapping, context) => {
    if (mapping.profile === 'waymark') return;
    const fields = mapping.columns.map((column) => column.field);
    for (const field of new Set(fields)) {
      if (!shared.has(field) && fields.filter((other) => other === field).length > 1) {
        context.addIssue({ code: 'custom', path: ['columns'], message: `Two columns are mapped to ${field}` });
      }
    }
  });
export type Mapping = z.infer<typeof mappingSchema>;

/** A column of a file as a person chooses for it. */
export const columnViewSchema = z.strictObject({
  header: z.string(),
  /** Three different values, from the beginning of the file. */
  examples: z.array(z.string()),
  filled: z.int(),
});
export type ColumnView = z.infer<typeof columnViewSchema>;
