import type { Annotation } from './step';

type Frame = Pick<Annotation, 'x' | 'y' | 'width' | 'height'>;

const within = (value: number, most: number) => Math.min(Math.max(value, 0), Math.max(most, 0));
/** Hundredths of a percent are finer than any screen shows. */
const rounded = (value: number) => Math.round(value * 100) / 100;

/** The frame between two corners, whichever is first; it never leaves the picture. What is too small to be meant is a point. */
export function frameBetween(a: { x: number; y: number }, b: { x: number; y: number }): Frame {
  const [left, right] = [within(Math.min(a.x, b.x), 100), within(Math.max(a.x, b.x), 100)];
  const [top, bottom] = [within(Math.min(a.y, b.y), 100), within(Math.max(a.y, b.y), 100)];
  const isPoint = right - left < 1 && bottom - top < 1;
  return {
    x: rounded(left),
    y: rounded(top),
    width: isPoint ? 0 : rounded(rounded(right) - rounded(left)),
    height: isPoint ? 0 : rounded(rounded(bottom) - rounded(top)),
  };
}

/** The mark moved; at an edge of the picture it stops with its size unchanged. */
export function moveAnnotation<A extends Frame>(mark: A, by: { x: number; y: number }): A {
  return {
    ...mark,
    x: rounded(within(mark.x + by.x, 100 - mark.width)),
    y: rounded(within(mark.y + by.y, 100 - mark.height)),
  };
}

/** The mark made larger or smaller from its top left corner; never larger than the picture. */
export function resizeAnnotation<A extends Frame>(mark: A, by: { x: number; y: number }): A {
  return {
    ...mark,
    width: rounded(within(mark.width + by.x, 100 - mark.x)),
    height: rounded(within(mark.height + by.y, 100 - mark.y)),
  };
}
