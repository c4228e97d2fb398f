import { stringify } from 'csv-stringify/sync';
import * as z from 'zod';
import type { Revision } from '@/lib/domain/plan/item';
import { qualifiedName } from '@/lib/domain/plan/item';
import { itemKinds } from '@/lib/domain/plan/kinds/define';
import type { PropertyUse } from '@/lib/domain/plan/property-use';
import { itemOfKind, itemsOfKind } from '@/lib/domain/plan/snapshot';
import { guardCell } from '@/lib/domain/transfer/cells';
import { profileColumns, type WaymarkRow, waymarkColumns } from '@/lib/domain/transfer/columns';
import type { Loss } from '@/lib/domain/transfer/loss';
import { type CellNames, cellNames, readableItem, readableUse } from '@/lib/domain/transfer/readable';
import { canonicalJson } from '@/lib/kit/canonical';
import { grouped } from '@/lib/kit/grouped';
import { defineExport, type ExportPlan } from './define';

/** The longest cell that spreadsheet programs keep whole, in characters. */
const longestCell = 32_767;

const options = z.object({
  complete: z
    .boolean()
    .default(true)
    .describe(
      'Every kind of item and the waymark_* columns, so that the file can be imported again without a difference',
    ),
  delimiter: z.enum([',', ';', 'tab']).default(',').describe('Between cells'),
  bom: z.boolean().default(false).describe('Begin with a byte order mark, as some versions of Excel ask for'),
});

/** Source: RFC 4180; lists in a cell as `a|b`. One row per event and property, further kinds after them. */
export const adapter = defineExport({
  id: 'csv',
  label: 'CSV',
  summary: 'One spreadsheet with a row per event and property',
  options,
  files: (plan, { complete, delimiter, bom }) => {
    const rows = complete ? completeRows(plan) : eventRows(plan, names(plan));
    const columns = complete ? [...profileColumns, ...waymarkColumns] : [...profileColumns];
    const cells = rows.map((row) => columns.map((column) => guardCell(row[column] ?? '')));
    const text = stringify([[...columns], ...cells], {
      delimiter: delimiter === 'tab' ? '\t' : delimiter,
      record_delimiter: '\r\n',
      bom,
    });
    const path = `${plan.slug}.${delimiter === 'tab' ? 'tsv' : 'csv'}`;
    const mediaType = delimiter === 'tab' ? 'text/tab-separated-values' : 'text/csv';
    return { files: [{ path, mediaType, text }], losses: complete ? longCells(plan, rows) : lostKinds(plan) };
  },
});

function names(plan: ExportPlan): CellNames {
  return cellNames(plan.snapshot.items, plan.ownerNames);
}

function completeRows(plan: ExportPlan): Partial<WaymarkRow>[] {
  const called = names(plan);
  return itemKinds.flatMap((kind) =>
    itemsOfKind(plan.snapshot, kind).flatMap((item) => rowsOfItem(plan, item, called)),
  );
}

/** The first row of an item carries its content; each use of a property adds a row, the first one sharing it. */
function rowsOfItem(plan: ExportPlan, item: Revision, called: CellNames): Partial<WaymarkRow>[] {
  const { properties, ...rest } = item.content as { properties?: PropertyUse[] };
  const identity = {
    waymark_kind: item.kind,
    waymark_namespace: item.namespace ?? '',
    waymark_name: item.kind === 'event' || item.kind === 'property' ? '' : item.name,
    waymark_id: item.id,
  };
  const first = { ...readableItem(item, called), ...identity, waymark_content: canonicalJson(rest) };
  const uses = (properties ?? []).map((use) => useCells(plan, use));
  const [own, ...others] = uses;
  const repeated = item.kind === 'event' ? { event_name: item.name } : {};
  return [{ ...first, ...own }, ...others.map((use) => ({ ...repeated, ...identity, ...use }))];
}

function useCells(plan: ExportPlan, use: PropertyUse): Partial<WaymarkRow> {
  const { propertyId, ...rest } = use;
  return {
    ...readableUse(use, itemOfKind(plan.snapshot, 'property', propertyId)),
    waymark_property_id: propertyId,
    waymark_use: canonicalJson(rest),
  };
}

function eventRows(plan: ExportPlan, called: CellNames): Partial<WaymarkRow>[] {
  return itemsOfKind(plan.snapshot, 'event').flatMap((item) => {
    const cells = readableItem(item, called);
    const uses = item.content.properties.map((use) =>
      readableUse(use, itemOfKind(plan.snapshot, 'property', use.propertyId)),
    );
    return uses.length === 0 ? [cells] : uses.map((use) => ({ ...cells, ...use }));
  });
}

function longCells(plan: ExportPlan, rows: readonly Partial<WaymarkRow>[]): Loss[] {
  return rows.flatMap((row) => {
    const column = waymarkColumns.find((name) => (row[name] ?? '').length > longestCell);
    const item = column && plan.snapshot.items.get(row.waymark_id ?? '');
    if (!item) return [];
    const words = `${column} is longer than ${grouped(longestCell)} characters: spreadsheet programs cut it, imports here do not`;
    return [{ code: 'cell.too-long', words, itemId: item.id, name: qualifiedName(item), field: column }];
  });
}

function lostKinds(plan: ExportPlan): Loss[] {
  const losses: Loss[] = [];
  for (const kind of itemKinds) {
    if (kind === 'event' || kind === 'source') continue;
    for (const item of itemsOfKind(plan.snapshot, kind)) {
      if (kind === 'property') continue;
      losses.push({
        code: 'kind.no-words',
        words: 'Only events and their properties have rows without the waymark_* columns',
        itemId: item.id,
        name: qualifiedName(item),
        field: null,
      });
    }
  }
  for (const item of itemsOfKind(plan.snapshot, 'event')) {
    const lost = (
      ['doesNotCount', 'purpose', 'stage', 'tags', 'destinations', 'groups', 'examples', 'links'] as const
    ).filter((field) => {
      const value = item.content[field];
      return value !== null && value.length > 0;
    });
    for (const field of [...lost, ...(item.namespace === null ? [] : ['namespace'])]) {
      losses.push({
        code: 'field.no-words',
        words: 'This field has no column without the waymark_* columns',
        itemId: item.id,
        name: qualifiedName(item),
        field,
      });
    }
  }
  return losses;
}
