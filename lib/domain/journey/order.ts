import type { JourneyStep } from './step';

type Placed = Pick<JourneyStep, 'id' | 'stage'>;

/** A column of a journey: a stage, or null for the steps that stand in none. */
export interface StageColumn<S> {
  readonly stage: string | null;
  readonly steps: readonly S[];
}

/**
 * The columns of a journey: the stages of the plan in its order, then those that only steps still name, then the steps
 * without a stage. A stage of the plan has its column without a step too.
 */
export function columnsOf<S extends Placed>(stages: readonly string[], steps: readonly S[]): StageColumn<S>[] {
  const byStage = new Map<string | null, S[]>(stages.map((stage) => [stage, []]));
  const without: S[] = [];
  for (const step of steps) {
    if (step.stage === null) without.push(step);
    else byStage.set(step.stage, [...(byStage.get(step.stage) ?? []), step]);
  }
  const columns: StageColumn<S>[] = [...byStage].map(([stage, held]) => ({ stage, steps: held }));
  return without.length > 0 || columns.length === 0 ? [...columns, { stage: null, steps: without }] : columns;
}

/** The steps as they are walked: column by column, in each from the top. */
export function inOrder<S extends Placed>(stages: readonly string[], steps: readonly S[]): S[] {
  return columnsOf(stages, steps).flatMap((column) => column.steps);
}

/** The steps with one moved up (-1) or down (1) within its column; at an end it stays. */
export function moveStep<S extends Placed>(
  stages: readonly string[],
  steps: readonly S[],
  id: string,
  by: -1 | 1,
): S[] {
  const ordered = inOrder(stages, steps);
  const from = ordered.findIndex((step) => step.id === id);
  const [step, other] = [ordered[from], ordered[from + by]];
  if (!step || !other || step.stage !== other.stage) return ordered;
  return ordered.with(from, other).with(from + by, step);
}

/** The steps with one put into a column, before another of it or at its end. */
export function putStep<S extends Placed>(
  stages: readonly string[],
  steps: readonly S[],
  id: string,
  to: { readonly stage: string | null; readonly before: string | null },
): S[] {
  const step = steps.find((one) => one.id === id);
  if (!step || to.before === id) return inOrder(stages, steps);
  const others = inOrder(stages, steps).filter((one) => one.id !== id);
  const at = others.findIndex((one) => one.id === to.before && one.stage === to.stage);
  const moved = { ...step, stage: to.stage };
  return inOrder(stages, at < 0 ? [...others, moved] : others.toSpliced(at, 0, moved));
}
