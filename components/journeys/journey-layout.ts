import type { StepEdge } from '@/lib/domain/journey/branches';
import type { StageColumn } from '@/lib/domain/journey/order';

/** Sizes of the drawing, in pixels. */
export const cardWidth = 208;
export const cardHeight = 72;
const columnGap = 64;
const rowGap = 28;
const headHeight = 28;
/** Room in which ways back run, above and below nothing else. */
const gutter = 24;

export interface PlacedStep {
  readonly id: string;
  readonly column: number;
  readonly row: number;
  readonly x: number;
  readonly y: number;
}

export interface JourneyLayout {
  readonly placed: readonly PlacedStep[];
  readonly columns: readonly { readonly stage: string | null; readonly x: number; readonly steps: number }[];
  readonly width: number;
  readonly height: number;
}

/** Where each step of a journey is drawn: a column a stage, one under the other in it. */
export function layOutJourney(columns: readonly StageColumn<{ readonly id: string }>[]): JourneyLayout {
  const rows = Math.max(1, ...columns.map(({ steps }) => steps.length));
  const xOf = (column: number) => gutter + column * (cardWidth + columnGap);
  return {
    placed: columns.flatMap(({ steps }, column) =>
      steps.map(({ id }, row) => ({ id, column, row, x: xOf(column), y: headHeight + row * (cardHeight + rowGap) })),
    ),
    columns: columns.map(({ stage, steps }, column) => ({ stage, x: xOf(column), steps: steps.length })),
    width: xOf(columns.length) - columnGap + gutter,
    height: headHeight + rows * (cardHeight + rowGap) + gutter / 2,
  };
}

/** The line of a way: down within a column, across between columns, and round the left side when it leads back. */
export function wayPath(from: PlacedStep, to: PlacedStep, isBack: boolean): string {
  const middle = (step: PlacedStep) => step.y + cardHeight / 2;
  if (from.column === to.column) {
    if (!isBack && to.row === from.row + 1) {
      const x = from.x + cardWidth / 2;
      return `M${x} ${from.y + cardHeight}L${x} ${to.y}`;
    }
    // It passes other steps of the column at its side: forward at the right, back at the left.
    const side = isBack ? from.x : from.x + cardWidth;
    const bend = side + (isBack ? -gutter : gutter);
    return `M${side} ${middle(from)}C${bend} ${middle(from)} ${bend} ${middle(to)} ${side} ${middle(to)}`;
  }
  const [x1, x2] = isBack ? [from.x, to.x + cardWidth] : [from.x + cardWidth, to.x];
  const bend = (x1 + x2) / 2;
  return `M${x1} ${middle(from)}C${bend} ${middle(from)} ${bend} ${middle(to)} ${x2} ${middle(to)}`;
}

export type StepDirection = 'left' | 'right' | 'up' | 'down';

/** The step an arrow leads to: up and down stay in the column; left and right follow a way, or go to the nearest column with steps. */
export function stepTowards(
  { placed }: JourneyLayout,
  edges: readonly StepEdge[],
  id: string,
  direction: StepDirection,
): string | null {
  const here = placed.find((step) => step.id === id);
  if (!here) return null;
  if (direction === 'up' || direction === 'down') {
    const row = here.row + (direction === 'up' ? -1 : 1);
    return placed.find((step) => step.column === here.column && step.row === row)?.id ?? null;
  }
  const isThere = (step: PlacedStep) => (direction === 'right' ? step.column > here.column : step.column < here.column);
  const joined = new Set(edges.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : [])));
  const wayOff = (step: PlacedStep) =>
    (joined.has(step.id) ? 0 : 1_000_000) + Math.abs(step.column - here.column) * 1_000 + Math.abs(step.row - here.row);
  const there = placed.filter(isThere).sort((a, b) => wayOff(a) - wayOff(b));
  return there[0]?.id ?? null;
}
