import { profileColumns } from '@/lib/domain/transfer/columns';
import type { ColumnField, Mapping } from '@/lib/domain/transfer/mapping';
import { parseType, typeText } from '@/lib/domain/transfer/type-text';
import { parsePresence, parseState } from '@/lib/domain/transfer/words';
import type { Delimiter } from './records';
import type { ColumnStatistics } from './statistics';
import { columnKey, usualField } from './synonyms';

export interface Table {
  readonly headers: readonly string[];
  readonly columns: readonly ColumnStatistics[];
  readonly delimiter: Delimiter;
  readonly skippedRows: number;
}

/** How a table would be read: columns by their names and values, the rest kept as facts; a person may correct each part. */
export function proposeMapping(table: Table): Mapping {
  const { headers, columns } = table;
  if (headers.includes('waymark_kind') && headers.includes('waymark_content'))
    return { ...empty(table), profile: 'waymark' };
  const fields = proposeFields(headers);
  const at = (field: ColumnField) => columns[fields.indexOf(field)];
  const namespaces = proposeNamespaces(table, fields);
  const status = at('status');
  const states = [...(status?.texts.keys() ?? [])].flatMap((text) => parseState(text) ?? []);
  return {
    ...empty(table),
    rowIs: at('property.name') ? proposeRow(at('property.name'), at('name')) : 'event',
    columns: headers.map((header, index) => ({ header, field: fields[index] ?? 'ignore' })),
    listSeparator: proposeSeparator([at('property.allowedValues'), at('sources'), at('tags')]),
    namespaces,
    types: texts(at('property.type')).flatMap((from) => {
      const type = parseType(from);
      return type && typeText(type) !== from ? [{ from, to: typeText(type) }] : [];
    }),
    statuses: texts(status).flatMap((from) => {
      const to = parseState(from);
      return to && to !== from ? [{ from, to }] : [];
    }),
    presences: texts(at('property.presence')).flatMap((from) => {
      const to = parsePresence(from);
      return to && to.kind !== 'when' ? [{ from, to: to.kind }] : [];
    }),
    // A column that marks some events as live or removed speaks of events that exist.
    emptyStatus: states.includes('live') || states.includes('retired') ? 'live' : 'planned',
  };
}

function empty({ headers, delimiter, skippedRows }: Table): Mapping {
  return {
    profile: 'table',
    delimiter,
    skippedRows,
    rowIs: 'property',
    columns: headers.map((header) => ({ header, field: 'ignore' as const })),
    listSeparator: '|',
    namespaces: { use: 'when-repeated', columns: [] },
    types: [],
    statuses: [],
    presences: [],
    emptyStatus: 'planned',
    removeMissing: false,
  };
}

function texts(column: ColumnStatistics | undefined): string[] {
  return column ? [...column.texts.keys()].slice(0, 300) : [];
}

/** By name; a field goes to the first column that asks for it, and columns of no known name are kept as facts. */
function proposeFields(headers: readonly string[]): ColumnField[] {
  const profile = profileColumns.every((column) => headers.includes(column));
  const taken = new Set<ColumnField>();
  const fields = headers.map((header): ColumnField => {
    // In the common profile the twelve columns have the twelve fields; other columns only ever add facts.
    if (profile && !(profileColumns as readonly string[]).includes(header)) return 'extra';
    const field = usualField(header);
    if (!field || (taken.has(field) && field !== 'link' && field !== 'tags')) return 'extra';
    taken.add(field);
    return field;
  });
  const hasProperties = fields.includes('property.name');
  return fields.map((field, index) => {
    if (hasProperties || !field.startsWith('property.')) return field;
    // Without properties, `type` is the kind of call, and other columns about properties say nothing that can be placed.
    return columnKey(headers[index] ?? '') === 'type' && !fields.includes('action') ? 'action' : 'extra';
  });
}

/** One row per event when names do not repeat and cells list several properties. */
function proposeRow(property: ColumnStatistics | undefined, name: ColumnStatistics | undefined): Mapping['rowIs'] {
  const lists = [...(property?.texts.keys() ?? [])].filter((text) => /[|;,\n]/u.test(text)).length;
  const repeats = [...(name?.texts.values() ?? [])].some((count) => count > 1);
  return !repeats && lists > 0 && lists * 2 >= (property?.texts.size ?? 0) ? 'event' : 'property';
}

function proposeSeparator(columns: readonly (ColumnStatistics | undefined)[]): Mapping['listSeparator'] {
  const cells = columns.flatMap((column) => texts(column));
  const share = (separator: string) => cells.filter((cell) => cell.includes(separator)).length;
  const found = (['|', ';', '\n', ','] as const).filter((separator) => share(separator) > 0);
  return found.sort((a, b) => share(b) - share(a))[0] ?? '|';
}

const keyWords = /\b(key|id|file|slug|path|uuid|identifier)\b/u;
const groupWords =
  /\b(namespace|vendor|category|group|area|domain|module|screen|page|service|schema|app|component|feature|product)\b/u;

/** Columns that keep events of one name apart: one a person would group by, then one that alone tells all of them. */
function proposeNamespaces({ headers, columns }: Table, fields: ColumnField[]): Mapping['namespaces'] {
  const given = fields.indexOf('namespace');
  if (given >= 0) return { use: 'always', columns: [headers[given] ?? ''] };
  const names = columns[fields.indexOf('name')]?.counts?.values;
  if (names === undefined) return { use: 'when-repeated', columns: [] };
  const candidates = headers.flatMap((header, index) => {
    const counts = columns[index]?.counts;
    const usable =
      counts && counts.pairs > names && !fields[index]?.startsWith('property.') && fields[index] !== 'name';
    return usable ? [{ header, index, ...counts, words: columnKey(header) }] : [];
  });
  const key = candidates
    .filter(
      ({ values, pairs, words }) =>
        values === pairs && values <= names * 2 && keyWords.test(words) && !words.startsWith('property'),
    )
    .sort((a, b) => b.pairs - a.pairs)[0];
  if (!key) return { use: 'when-repeated', columns: [] };
  fields[key.index] = 'key';
  const group = candidates
    .filter(({ index, values, pairs, words }) => index !== key.index && values < pairs && groupWords.test(words))
    .sort((a, b) => b.pairs - a.pairs)[0];
  return { use: 'when-repeated', columns: group ? [group.header, key.header] : [key.header] };
}
