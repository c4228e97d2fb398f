/** Percentages as the points of a line in a frame, the first at the left edge and the last at the right one. */
export function linePoints(percents: readonly number[], width: number, height: number): string {
  const step = percents.length > 1 ? width / (percents.length - 1) : width;
  const drawn = percents.length === 1 ? [...percents, ...percents] : percents;
  return drawn.map((percent, at) => `${round(at * step)},${round(height - (height * percent) / 100)}`).join(' ');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
