import { sameJson } from '../../kit/canonical';
import { fieldValue, type Item, qualifiedName } from '../plan/item';
import type { ItemKind } from '../plan/kinds/define';
import type { Json } from '../plan/parts';
import type { Snapshot } from '../plan/snapshot';
import type { Fields } from './column';
import { type GridRows, gridFields } from './columns';

/** A row as it is read: `before` is absent where the plan says the same, and `null` where it does not have it. */
export interface GridRow {
  readonly itemId: string;
  readonly propertyId: string | null;
  readonly title: string;
  readonly fields: Fields;
  readonly before?: Fields | null;
}

/** The rows of items as a change request has them, beside what the plan says. */
export function readGridRows(items: readonly Item[], mode: GridRows, now: Snapshot, head: Snapshot): GridRow[] {
  return items.flatMap((item) => {
    const was = head.items.get(item.id);
    return mode === 'items' ? [rowOfItem(item, was)] : rowsOfUses(item, was, now);
  });
}

function rowOfItem(item: Item, was: Item | undefined): GridRow {
  const fields = fieldsOfItem(item);
  const row = { itemId: item.id, propertyId: null, title: qualifiedName(item), fields };
  return withBefore(row, was ? (was.content === item.content ? fields : fieldsOfItem(was)) : null);
}

function fieldsOfItem(item: Item): Fields {
  return Object.fromEntries(
    gridFields(item.kind, 'items').map((key) => [key, (fieldValue(item, key) ?? null) as Json]),
  );
}

function rowsOfUses(item: Item, was: Item | undefined, now: Snapshot): GridRow[] {
  const wasUses = new Map(usesOf(was).map((use) => [use.propertyId, use]));
  return usesOf(item).map((use) => {
    const property = now.items.get(use.propertyId);
    const before = wasUses.get(use.propertyId);
    const fields = partsOfUse(item.kind, use);
    const title = `${qualifiedName(item)} · ${property ? qualifiedName(property) : use.propertyId}`;
    const row = { itemId: item.id, propertyId: use.propertyId, title, fields };
    return withBefore(row, before ? (before === use ? fields : partsOfUse(item.kind, before)) : null);
  });
}

function usesOf(item: Item | undefined) {
  return item?.kind === 'event' || item?.kind === 'property-group' ? item.content.properties : [];
}

function partsOfUse(kind: ItemKind, use: object): Fields {
  return Object.fromEntries(gridFields(kind, 'uses').map((key) => [key, (use as Record<string, Json>)[key] ?? null]));
}

function withBefore(row: GridRow, before: Fields | null): GridRow {
  return before !== null && sameJson(before, row.fields) ? row : { ...row, before };
}
