import { qualifiedName, type Revision } from '../plan/item';
import type { ItemKind } from '../plan/kinds/define';
import { byNamespaceAndName, type Snapshot } from '../plan/snapshot';
import { type ItemMention, mentionOf } from './item-ref';

/** The columns of the map, in the direction in which events flow. */
export const mapColumns = ['source', 'event', 'end'] as const;
export type MapColumn = (typeof mapColumns)[number];

/** The column an item stands in; null for what the map does not show. */
export function mapColumnOf(kind: ItemKind): MapColumn | null {
  if (kind === 'source' || kind === 'event') return kind;
  return kind === 'destination' || kind === 'consumer' ? 'end' : null;
}

/** Two items that are joined, by id, in the direction of flow: source to event, event to destination or consumer. */
export interface MapEdge {
  readonly from: string;
  readonly to: string;
}

/** What of a plan is shown on its map. */
export interface PlanMap {
  /** The item in whose neighbourhood this is; null for the whole plan. */
  readonly focus: ItemMention | null;
  readonly nodes: readonly ItemMention[];
  readonly edges: readonly MapEdge[];
  /** Neighbours of the focus that found no room. */
  readonly left: number;
  /** Items that a map of the whole plan would show. */
  readonly all: number;
}

/** A map with more than this opens on one item with its neighbours. */
export const mostOnMap = 100;

/** What the map shows: everything when it fits or is asked for, or one item and what it is joined with. Retired items are left out. */
export function planMap(snapshot: Snapshot, focusId: string | null): PlanMap {
  const shown = new Map<string, Revision>();
  for (const item of snapshot.items.values()) {
    const isWanted = item.content.lifecycle.state !== 'retired' || item.id === focusId;
    if (isWanted && mapColumnOf(item.kind) !== null) shown.set(item.id, item);
  }
  const edges = edgesAmong(shown);
  const all = shown.size;
  const asked = focusId === null ? undefined : shown.get(focusId);
  if (!asked && all <= mostOnMap) return { focus: null, nodes: sorted([...shown.values()]), edges, left: 0, all };
  const focus = asked ?? mostJoined(shown, edges);
  const near = new Set<string>();
  for (const { from, to } of edges) {
    if (from === focus?.id) near.add(to);
    if (to === focus?.id) near.add(from);
  }
  const neighbours = sorted([...near].flatMap((id) => shown.get(id) ?? []));
  const nodes = [...(focus ? [mentionOf(focus)] : []), ...neighbours.slice(0, mostOnMap - 1)];
  const kept = new Set(nodes.map((node) => node.id));
  return {
    focus: focus ? mentionOf(focus) : null,
    nodes,
    edges: edges.filter(({ from, to }) => kept.has(from) && kept.has(to)),
    left: Math.max(0, neighbours.length - (mostOnMap - 1)),
    all,
  };
}

function edgesAmong(shown: ReadonlyMap<string, Revision>): MapEdge[] {
  const edges = new Map<string, MapEdge>();
  const join = (from: string, to: string) => {
    if (shown.has(from) && shown.has(to)) edges.set(`${from} ${to}`, { from, to });
  };
  for (const item of shown.values()) {
    if (item.kind === 'event') {
      for (const source of item.content.sources) join(source, item.id);
      for (const destination of item.content.destinations) join(item.id, destination);
    }
    if (item.kind === 'consumer') for (const { eventId } of item.content.uses) if (eventId) join(eventId, item.id);
  }
  return [...edges.values()];
}

function mostJoined(shown: ReadonlyMap<string, Revision>, edges: readonly MapEdge[]): Revision | undefined {
  const counts = new Map<string, number>();
  for (const { from, to } of edges) for (const id of [from, to]) counts.set(id, (counts.get(id) ?? 0) + 1);
  const events = [...shown.values()].filter((item) => item.kind === 'event').sort(byNamespaceAndName);
  const count = (item: Revision) => counts.get(item.id) ?? 0;
  return events.reduce<Revision | undefined>(
    (best, item) => (best === undefined || count(item) > count(best) ? item : best),
    undefined,
  );
}

function sorted(items: Revision[]): ItemMention[] {
  return items.sort(byNamespaceAndName).map(mentionOf);
}

/** One line of the map's table: an event with what it comes from and goes to, or an item that no event names. */
export interface MapRow {
  readonly item: ItemMention;
  readonly sources: readonly ItemMention[];
  readonly destinations: readonly ItemMention[];
  readonly consumers: readonly ItemMention[];
}

/** The same map as a table: a row for every event, then one for each item that no event shown is joined with. */
export function mapRows({ nodes, edges }: Pick<PlanMap, 'nodes' | 'edges'>): MapRow[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const joined = (id: string, kind: ItemKind) =>
    edges
      .flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []))
      .flatMap((other) => byId.get(other) ?? [])
      .filter((other) => other.kind === kind)
      .sort((a, b) => qualifiedName(a).localeCompare(qualifiedName(b), 'en'));
  const isJoined = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return nodes
    .filter((node) => node.kind === 'event' || !isJoined.has(node.id))
    .sort((a, b) => Number(a.kind !== 'event') - Number(b.kind !== 'event'))
    .map((item) => ({
      item,
      sources: joined(item.id, 'source'),
      destinations: joined(item.id, 'destination'),
      consumers: joined(item.id, 'consumer'),
    }));
}
