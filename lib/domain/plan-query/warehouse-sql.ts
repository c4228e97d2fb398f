import type { Item } from '../plan/item';
import { alternatives, type PropertyType } from '../plan/property-type';
import type { SnippetProperty } from './snippets';

export const sqlDialects = ['bigquery', 'snowflake', 'redshift', 'postgresql', 'databricks', 'clickhouse'] as const;
/** The language of a warehouse. */
export type SqlDialect = (typeof sqlDialects)[number];

/** How each warehouse is called. */
export const sqlDialectLabels: Record<SqlDialect, string> = {
  bigquery: 'BigQuery',
  snowflake: 'Snowflake',
  redshift: 'Redshift',
  postgresql: 'PostgreSQL',
  databricks: 'Databricks',
  clickhouse: 'ClickHouse',
};

type Sort = 'text' | 'whole' | 'number' | 'boolean' | 'moment' | 'day' | 'structure';

interface Dialect {
  readonly text: (text: string) => string;
  readonly name: (name: string) => string;
  /** The value of a member of `properties`, as the type it has. */
  readonly member: (key: string, sort: Sort) => string;
}

/** The query that reads an event from a table `events` whose column `properties` holds JSON, in a warehouse's language. */
export function sqlOf(
  dialect: SqlDialect,
  event: Pick<Item<'event'>, 'name'>,
  properties: readonly SnippetProperty[],
): string {
  const { text, name, member } = dialects[dialect];
  const columns = properties
    .filter((property) => property.presence.kind !== 'never')
    .map((property) => `  ${member(property.name, sortOf(property.type))} as ${name(property.name)}`);
  return [
    'select',
    ['  occurred_at', '  user_id', ...columns].join(',\n'),
    'from events',
    `where name = ${text(event.name)}`,
    'order by occurred_at desc',
    'limit 100;',
  ].join('\n');
}

function sortOf(type: PropertyType): Sort {
  const kinds = alternatives(type).filter((member) => member.type !== 'null');
  const [only] = kinds;
  // What may be of several types is read as the text it is written in.
  if (!only || kinds.length > 1) return 'text';
  switch (only.type) {
    case 'integer':
      return 'whole';
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'timestamp':
      return 'moment';
    case 'date':
      return 'day';
    case 'object':
    case 'array':
      return 'structure';
    default:
      return 'text';
  }
}

const doubled = (text: string, mark: string) => `${mark}${text.replaceAll(mark, mark + mark)}${mark}`;
/** For warehouses in whose texts a backslash begins an escape. */
const escaped = (text: string, mark = "'"): string =>
  `${mark}${text.replaceAll('\\', '\\\\').replaceAll(mark, `\\${mark}`)}${mark}`;
const isPlain = (name: string) => /^[a-z_][a-z0-9_]*$/u.test(name);
const quoted = (mark: string) => (name: string) => (isPlain(name) ? name : doubled(name, mark));
const as = (type: string | undefined, value: string, cast: (value: string, type: string) => string) =>
  type === undefined ? value : cast(value, type);

const dialects: Record<SqlDialect, Dialect> = {
  bigquery: {
    text: escaped,
    name: (name) => (isPlain(name) ? name : escaped(name, '`')),
    member: (key, sort) => {
      const path = escaped(`$.${isPlain(key) ? key : `"${key.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`}`);
      if (sort === 'structure') return `json_query(properties, ${path})`;
      const types: Partial<Record<Sort, string>> = {
        whole: 'int64',
        number: 'float64',
        boolean: 'bool',
        moment: 'timestamp',
        day: 'date',
      };
      return as(types[sort], `json_value(properties, ${path})`, (value, type) => `safe_cast(${value} as ${type})`);
    },
  },
  snowflake: {
    text: escaped,
    name: quoted('"'),
    member: (key, sort) => {
      const types: Record<Sort, string> = {
        ...{ text: '::string', whole: '::integer', number: '::double', boolean: '::boolean' },
        ...{ moment: '::timestamp_tz', day: '::date', structure: '' },
      };
      return `properties:${doubled(key, '"')}${types[sort]}`;
    },
  },
  redshift: {
    text: (text) => escaped(text),
    name: quoted('"'),
    member: (key, sort) => {
      const types: Partial<Record<Sort, string>> = {
        ...{ whole: 'bigint', number: 'float8', boolean: 'boolean', moment: 'timestamptz', day: 'date' },
      };
      const value = `json_extract_path_text(properties, ${escaped(key)}, true)`;
      return as(types[sort], value, (text, type) => `nullif(${text}, '')::${type}`);
    },
  },
  postgresql: {
    text: (text) => doubled(text, "'"),
    name: quoted('"'),
    member: (key, sort) => {
      const types: Partial<Record<Sort, string>> = {
        ...{ whole: 'bigint', number: 'numeric', boolean: 'boolean', moment: 'timestamptz', day: 'date' },
      };
      const member = doubled(key, "'");
      if (sort === 'structure') return `properties -> ${member}`;
      return as(types[sort], `properties ->> ${member}`, (value, type) => `(${value})::${type}`);
    },
  },
  databricks: {
    text: escaped,
    name: quoted('`'),
    member: (key, sort) => {
      const types: Partial<Record<Sort, string>> = {
        ...{ whole: 'bigint', number: 'double', boolean: 'boolean', moment: 'timestamp', day: 'date' },
      };
      return as(types[sort], `properties:${doubled(key, '`')}`, (value, type) => `${value}::${type}`);
    },
  },
  clickhouse: {
    text: escaped,
    name: (name) => (isPlain(name) ? name : escaped(name, '`')),
    member: (key, sort) => {
      const read: Record<Sort, string> = {
        ...{ text: 'JSONExtractString', whole: 'JSONExtractInt', number: 'JSONExtractFloat' },
        ...{ boolean: 'JSONExtractBool', moment: 'JSONExtractString', day: 'JSONExtractString' },
        structure: 'JSONExtractRaw',
      };
      const value = `${read[sort]}(properties, ${escaped(key)})`;
      if (sort === 'moment') return `parseDateTime64BestEffortOrNull(${value})`;
      return sort === 'day' ? `toDateOrNull(${value})` : value;
    },
  },
};
