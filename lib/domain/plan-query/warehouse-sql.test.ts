import { describe, expect, it } from 'vitest';
import { type SqlDialect, sqlDialects, sqlOf } from './warehouse-sql';

const always = { kind: 'always' as const };
const of = (name: string, type: 'string' | 'integer' | 'timestamp') => ({
  name,
  type: { type },
  presence: always,
  values: [],
});
const lines = (dialect: SqlDialect) =>
  sqlOf(dialect, { name: "Member's Order" }, [of('Is \\Gift', 'string'), of('total', 'integer'), of('at', 'timestamp')])
    .split('\n')
    .map((line) => line.trim());

describe('the query that reads an event', () => {
  it.each([
    ['bigquery', "where name = 'Member\\'s Order'", "safe_cast(json_value(properties, '$.total') as int64) as total,"],
    ['snowflake', "where name = 'Member\\'s Order'", 'properties:"total"::integer as total,'],
    [
      'redshift',
      "where name = 'Member\\'s Order'",
      "nullif(json_extract_path_text(properties, 'total', true), '')::bigint as total,",
    ],
    ['postgresql', "where name = 'Member''s Order'", "(properties ->> 'total')::bigint as total,"],
    ['databricks', "where name = 'Member\\'s Order'", 'properties:`total`::bigint as total,'],
    ['clickhouse', "where name = 'Member\\'s Order'", "JSONExtractInt(properties, 'total') as total,"],
  ] as const)('is written for %s', (dialect, where, column) => {
    expect(lines(dialect)).toContain(where);
    expect(lines(dialect)).toContain(column);
  });

  it('quotes names as each warehouse does', () => {
    expect(lines('postgresql')).toContain(`properties ->> 'Is \\Gift' as "Is \\Gift",`);
    expect(lines('bigquery')).toContain(`json_value(properties, '$."Is \\\\\\\\Gift"') as \`Is \\\\Gift\`,`);
    expect(lines('clickhouse')).toContain("JSONExtractString(properties, 'Is \\\\Gift') as `Is \\\\Gift`,");
  });

  it('leaves out what is never sent, and ends as one statement', () => {
    for (const dialect of sqlDialects) {
      const never = [{ ...of('secret', 'string'), presence: { kind: 'never' as const } }];
      const sql = sqlOf(dialect, { name: 'A' }, never);
      expect(sql).not.toContain('secret');
      expect(sql.match(/;/gu)).toHaveLength(1);
    }
  });
});
