import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { type MapColumn, type MapEdge, mapColumnOf, mapColumns } from '@/lib/domain/plan-query/plan-map';

export const nodeWidth = 224;
export const nodeHeight = 28;
const rowGap = 8;
const columnGap = 120;
const sweeps = 4;

/** Where an item stands, from the top left of the diagram. */
export interface Placed {
  readonly id: string;
  readonly column: MapColumn;
  readonly x: number;
  readonly y: number;
}

/** The diagram laid out. */
export interface MapLayout {
  readonly width: number;
  readonly height: number;
  /** By column, from top to bottom. */
  readonly placed: readonly Placed[];
  /** The joined items of each, from top to bottom. */
  readonly joined: ReadonlyMap<string, readonly Placed[]>;
}

/** Puts items into columns and orders each so that lines cross little: every item near the middle of those it is joined with. */
export function layOut(
  nodes: readonly { readonly id: string; readonly kind: ItemKind }[],
  edges: readonly MapEdge[],
): MapLayout {
  const columns = mapColumns.map((column) =>
    nodes.filter((node) => mapColumnOf(node.kind) === column).map((node) => node.id),
  );
  const neighbours = neighboursOf(edges);
  const rank = new Map<string, number>();
  const settle = (column: readonly string[]) =>
    column.forEach((id, index) => {
      rank.set(id, (index + 0.5) / column.length);
    });
  columns.forEach(settle);
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    // The middle column follows the outer ones, then they follow it; equal places keep their order by name.
    for (const index of [1, 0, 2]) {
      const column = columns[index];
      if (!column) continue;
      const wish = new Map(column.map((id) => [id, middle(id, neighbours, rank)]));
      column.sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0));
      settle(column);
    }
  }
  const tallest = Math.max(1, ...columns.map((column) => column.length));
  const step = nodeHeight + rowGap;
  const height = tallest * step - rowGap;
  const placed = columns.flatMap((column, index) => {
    // Short columns are spread over the whole height, so that both ends of a line are near each other.
    const share = (height + rowGap) / Math.max(1, column.length);
    return column.map(
      (id, row): Placed => ({
        id,
        column: mapColumns[index] ?? 'event',
        x: index * (nodeWidth + columnGap),
        y: Math.round(row * share + (share - step) / 2),
      }),
    );
  });
  const byId = new Map(placed.map((one) => [one.id, one]));
  const joined = new Map(
    placed.map((one) => [
      one.id,
      (neighbours.get(one.id) ?? []).flatMap((id) => byId.get(id) ?? []).sort((a, b) => a.y - b.y),
    ]),
  );
  return { width: mapColumns.length * (nodeWidth + columnGap) - columnGap, height, placed, joined };
}

function neighboursOf(edges: readonly MapEdge[]): ReadonlyMap<string, readonly string[]> {
  const result = new Map<string, string[]>();
  const add = (a: string, b: string) => {
    const list = result.get(a);
    if (list) list.push(b);
    else result.set(a, [b]);
  };
  for (const { from, to } of edges) {
    add(from, to);
    add(to, from);
  }
  return result;
}

function middle(
  id: string,
  neighbours: ReadonlyMap<string, readonly string[]>,
  rank: ReadonlyMap<string, number>,
): number {
  const ranks = (neighbours.get(id) ?? []).flatMap((other) => rank.get(other) ?? []);
  return ranks.length === 0 ? (rank.get(id) ?? 0) : ranks.reduce((sum, one) => sum + one, 0) / ranks.length;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Where an arrow key leads: sideways along a line to the nearest joined item, up and down within the column. */
export function stepFrom(layout: MapLayout, id: string, direction: Direction): string | null {
  const here = layout.placed.find((one) => one.id === id);
  if (!here) return null;
  if (direction === 'up' || direction === 'down') {
    const column = layout.placed.filter((one) => one.column === here.column);
    return column[column.indexOf(here) + (direction === 'up' ? -1 : 1)]?.id ?? null;
  }
  const there = (layout.joined.get(id) ?? []).filter((one) => (direction === 'left' ? one.x < here.x : one.x > here.x));
  return (
    there.reduce<Placed | null>(
      (best, one) => (best === null || Math.abs(one.y - here.y) < Math.abs(best.y - here.y) ? one : best),
      null,
    )?.id ?? null
  );
}

/** The line between two items: level where it leaves and where it arrives. */
export function linePath(from: Placed, to: Placed): string {
  const [x1, y1] = [from.x + nodeWidth, from.y + nodeHeight / 2];
  const [x2, y2] = [to.x, to.y + nodeHeight / 2];
  const bend = (x1 + x2) / 2;
  return `M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}`;
}
