import { foldName } from '../../kit/fold';
import { itemDigest } from './canonical-item';
import type { Change } from './change';
import type { Item, Revision } from './item';
import type { ItemKind } from './kinds/define';

/** A plan at one release, or with a change request applied: every item by id, with look-ups by name. */
export interface Snapshot {
  readonly planId: string;
  readonly release: number;
  readonly items: ReadonlyMap<string, Revision>;
}

/** A snapshot of the revisions that are valid at a release. */
export function snapshotOf(planId: string, release: number, revisions: Iterable<Revision>): Snapshot {
  const items = new Map<string, Revision>();
  for (const revision of revisions) items.set(revision.id, revision);
  return { planId, release, items };
}

/** The plan before its first release. */
export function emptySnapshot(planId: string): Snapshot {
  return { planId, release: 0, items: new Map() };
}

/** What no two current items of a plan may share. */
export function nameKey(item: {
  readonly kind: ItemKind;
  readonly namespace: string | null;
  readonly name: string;
}): string {
  return `${item.kind}\n${item.namespace === null ? '' : foldName(item.namespace)}\n${foldName(item.name)}`;
}

/** Items of a kind, by namespace and name. */
export function itemsOfKind<K extends ItemKind>(snapshot: Snapshot, kind: K): Revision<K>[] {
  return (itemsByKind(snapshot).get(kind)?.slice() as Revision<K>[] | undefined) ?? [];
}

/** The item of an id and a kind, or nothing. */
export function itemOfKind<K extends ItemKind>(snapshot: Snapshot, kind: K, id: string): Revision<K> | undefined {
  const item = snapshot.items.get(id);
  return item?.kind === kind ? (item as Revision<K>) : undefined;
}

/** The item that bears a name, compared by its folded key. */
export function itemByName(
  snapshot: Snapshot,
  kind: ItemKind,
  namespace: string | null,
  name: string,
): Revision | undefined {
  return itemsByName(snapshot).get(nameKey({ kind, namespace, name }));
}

/** The snapshot with changes laid over it; new and changed items carry version and release of what they replace, or 0. */
export function overlay(snapshot: Snapshot, changes: Iterable<Change>): Snapshot {
  const items = new Map(snapshot.items);
  const changedIds: string[] = [];
  for (const change of changes) {
    changedIds.push(change.itemId);
    if (change.operation === 'remove') items.delete(change.itemId);
    else items.set(change.itemId, draftRevision(change.item, snapshot.items.get(change.itemId)));
  }
  const over = { planId: snapshot.planId, release: snapshot.release, items };
  overlaid.set(over, { base: snapshot, itemIds: changedIds });
  return over;
}

/** What a snapshot was laid over and which items that touched, so that what is known of the one need not be found out again. */
export function overlaidOn(
  snapshot: Snapshot,
): { readonly base: Snapshot; readonly itemIds: readonly string[] } | undefined {
  return overlaid.get(snapshot);
}

const overlaid = new WeakMap<Snapshot, { readonly base: Snapshot; readonly itemIds: readonly string[] }>();

function draftRevision(item: Item, before: Revision | undefined): Revision {
  let digest: string | undefined;
  return {
    ...item,
    revisionId: before?.revisionId ?? '',
    version: before?.version ?? { major: 0, minor: 0, patch: 0 },
    // Most of what looks at a draft never asks for its digest, which takes longer than all the rest.
    get digest() {
      digest ??= itemDigest(item);
      return digest;
    },
    fromRelease: before?.fromRelease ?? 0,
  };
}

// A snapshot never changes, so what is derived from it is kept with it.
const kindIndexes = new WeakMap<Snapshot, ReadonlyMap<ItemKind, readonly Revision[]>>();
const nameIndexes = new WeakMap<Snapshot, ReadonlyMap<string, Revision>>();

function itemsByKind(snapshot: Snapshot): ReadonlyMap<ItemKind, readonly Revision[]> {
  const known = kindIndexes.get(snapshot);
  if (known) return known;
  const byKind = new Map<ItemKind, Revision[]>();
  for (const item of nearlyInOrder(snapshot)) {
    const list = byKind.get(item.kind);
    if (list) list.push(item);
    else byKind.set(item.kind, [item]);
  }
  for (const list of byKind.values()) list.sort(byNamespaceAndName);
  kindIndexes.set(snapshot, byKind);
  return byKind;
}

/** All items; what was laid over another snapshot in the order of that one, which takes little to sort. */
function* nearlyInOrder(snapshot: Snapshot): Iterable<Revision> {
  const over = overlaid.get(snapshot);
  if (!over) return yield* snapshot.items.values();
  for (const list of itemsByKind(over.base).values())
    for (const { id } of list) {
      const item = snapshot.items.get(id);
      if (item) yield item;
    }
  for (const id of new Set(over.itemIds)) {
    const item = over.base.items.has(id) ? undefined : snapshot.items.get(id);
    if (item) yield item;
  }
}

function itemsByName(snapshot: Snapshot): ReadonlyMap<string, Revision> {
  const known = nameIndexes.get(snapshot);
  if (known) return known;
  const byName = new Map<string, Revision>();
  for (const item of snapshot.items.values()) byName.set(nameKey(item), item);
  nameIndexes.set(snapshot, byName);
  return byName;
}

/** Canonical order of items: namespace, name, id, by code unit. */
export function byNamespaceAndName(a: Item, b: Item): number {
  return compareText(a.namespace ?? '', b.namespace ?? '') || compareText(a.name, b.name) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
