import { describe, expect, it } from 'vitest';
import { type Mapping, mappingSchema } from './mapping';

const mapping: Mapping = {
  profile: 'table',
  delimiter: ';',
  skippedRows: 0,
  rowIs: 'event',
  columns: [
    { header: 'Aktion', field: 'extra' },
    { header: 'Wozu', field: 'extra' },
  ],
  listSeparator: '|',
  namespaces: { use: 'when-repeated', columns: [] },
  types: [],
  statuses: [],
  presences: [],
  emptyStatus: 'planned',
  removeMissing: false,
};

describe('a mapping', () => {
  it('may still lack the column of the name, so that a file of foreign words can be mapped by hand', () => {
    expect(mappingSchema.safeParse(mapping).success).toBe(true);
  });

  it('gives a field of one column to one column only', () => {
    const columns = mapping.columns.map(({ header }) => ({ header, field: 'meaning' as const }));
    expect(mappingSchema.safeParse({ ...mapping, columns }).success).toBe(false);
  });
});
