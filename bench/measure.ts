/** One figure of the bench, printed as a JSON line. `ratio` is value ÷ baseline of the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number | null;
  readonly ratio: number | null;
  /** What is promised, in words: "ratio ≤ 2", "≤ 50 ms". */
  readonly goal: string;
  readonly met: boolean;
}

/** Prints a figure and tells whether its goal is met. */
export function report(figure: Figure): boolean {
  process.stdout.write(`${JSON.stringify(figure)}\n`);
  return figure.met;
}

/** A figure whose promise is an upper bound of its own; a baseline of the same run tells how busy the machine was. */
export function atMost(name: string, value: number, limit: number, unit: string, baseline?: number): Figure {
  return {
    name,
    value: round(value),
    unit,
    baseline: baseline === undefined ? null : round(baseline),
    ratio: baseline === undefined ? null : round(value / baseline),
    goal: `≤ ${limit} ${unit}`,
    met: value <= limit,
  };
}

/** A figure whose promise is a lower bound of its own. */
export function atLeast(name: string, value: number, limit: number, unit: string): Figure {
  const met = value >= limit;
  return { name, value: round(value), unit, baseline: null, ratio: null, goal: `≥ ${limit} ${unit}`, met };
}

/** A figure whose promise is an upper bound of its ratio to a baseline measured in the same run. */
export function atMostTimes(name: string, value: number, baseline: number, limit: number, unit: string): Figure {
  const ratio = value / baseline;
  return {
    name,
    value: round(value),
    unit,
    baseline: round(baseline),
    ratio: round(ratio),
    goal: `ratio ≤ ${limit}`,
    met: ratio <= limit,
  };
}

/** The median of several timed runs after a warm-up, in milliseconds; `before` is done ahead of each and not timed. */
export async function medianMs(run: () => unknown, runs = 5, before?: () => unknown): Promise<number> {
  await run();
  const times: number[] = [];
  for (let i = 0; i < runs; i += 1) {
    await before?.();
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return percentile(times, 0.5);
}

/** The smallest value that at least `share` (0–1) of the values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
