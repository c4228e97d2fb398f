import type { StepEdge } from '@/lib/domain/journey/branches';
import type { StageColumn } from '@/lib/domain/journey/order';

/** Sizes of the drawing, in pixels. */
export const cardWidth = 208;
export const cardHeight = 72;
/** Of a stage without a step. */
const emptyWidth = 112;
const columnGap = 56;
const rowGap = 28;
const headHeight = 28;
/** Room in which lines pass the steps of a column at their side. */
const gutter = 24;

export interface PlacedStep {
  readonly id: string;
  readonly column: number;
  readonly row: number;
  readonly x: number;
  readonly y: number;
}

export interface PlacedColumn {
  readonly stage: string | null;
  readonly x: number;
  readonly width: number;
  readonly steps: number;
}

export interface JourneyLayout {
  readonly placed: readonly PlacedStep[];
  readonly columns: readonly PlacedColumn[];
  readonly width: number;
  readonly height: number;
}

/** Where each step of a journey is drawn: a column a stage, one under the other in it; an empty stage is narrow. */
export function layOutJourney(columns: readonly StageColumn<{ readonly id: string }>[]): JourneyLayout {
  const rows = Math.max(1, ...columns.map(({ steps }) => steps.length));
  let next = gutter;
  const placedColumns = columns.map(({ stage, steps }): PlacedColumn => {
    const width = steps.length === 0 ? emptyWidth : cardWidth;
    const x = next;
    next += width + columnGap;
    return { stage, x, width, steps: steps.length };
  });
  return {
    placed: columns.flatMap(({ steps }, column) =>
      steps.map(({ id }, row) => ({
        ...{ id, column, row },
        x: placedColumns[column]?.x ?? 0,
        y: headHeight + row * (cardHeight + rowGap),
      })),
    ),
    columns: placedColumns,
    width: next - columnGap + gutter,
    height: headHeight + rows * (cardHeight + rowGap),
  };
}

/**
 * The line of a way: down within a column, across between neighbours, under its row past the columns it leaves out, and
 * round the left side when it leads back. No line runs through a step it does not join.
 */
export function wayPath(from: PlacedStep, to: PlacedStep, isBack: boolean): string {
  const [y1, y2] = [from.y + cardHeight / 2, to.y + cardHeight / 2];
  if (from.column === to.column) {
    if (!isBack && to.row === from.row + 1) {
      const x = from.x + cardWidth / 2;
      return `M${x} ${from.y + cardHeight}L${x} ${to.y}`;
    }
    // It passes other steps of the column at its side: forward at the right, back at the left.
    const side = isBack ? from.x : from.x + cardWidth;
    const bend = side + (isBack ? -gutter : gutter);
    return `M${side} ${y1}C${bend} ${y1} ${bend} ${y2} ${side} ${y2}`;
  }
  const [x1, x2] = isBack ? [from.x, to.x + cardWidth] : [from.x + cardWidth, to.x];
  if (Math.abs(from.column - to.column) === 1) {
    const bend = (x1 + x2) / 2;
    return `M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}`;
  }
  const lane = from.y + cardHeight + rowGap / 2;
  const turn = (isBack ? -columnGap : columnGap) / 2;
  const [out, home] = [x1 + turn, x2 - turn];
  return `M${x1} ${y1}C${out} ${y1} ${x1} ${lane} ${out} ${lane}L${home} ${lane}C${x2} ${lane} ${home} ${y2} ${x2} ${y2}`;
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
