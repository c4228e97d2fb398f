import { describe, expect, it } from 'vitest';
import { layOutJourney, stepTowards, wayPath } from './journey-layout';

const columns = [
  { stage: 'acquisition', steps: [{ id: 'a' }, { id: 'b' }] },
  { stage: 'activation', steps: [] },
  { stage: 'retention', steps: [{ id: 'c' }, { id: 'd' }, { id: 'e' }] },
];
const layout = layOutJourney(columns);
const edges = [
  { from: 'a', to: 'b', isBack: false },
  { from: 'b', to: 'e', isBack: false },
];

describe('the drawing of a journey', () => {
  it('gives every step a place of its own inside the frame, and an empty stage its column', () => {
    const places = layout.placed.map(({ x, y }) => `${x} ${y}`);
    expect(new Set(places).size).toBe(5);
    expect(layout.columns.map(({ steps }) => steps)).toEqual([2, 0, 3]);
    for (const [index, { x, width }] of layout.columns.entries())
      expect(x + width).toBeLessThan(layout.columns[index + 1]?.x ?? layout.width);
    for (const { x, y } of layout.placed) {
      expect(x).toBeLessThan(layout.width);
      expect(y).toBeLessThan(layout.height);
    }
  });

  it('is walked by arrows: along a way first, else to the nearest step, over an empty stage', () => {
    expect(stepTowards(layout, edges, 'a', 'down')).toBe('b');
    expect(stepTowards(layout, edges, 'a', 'up')).toBeNull();
    expect(stepTowards(layout, edges, 'a', 'right')).toBe('c');
    expect(stepTowards(layout, edges, 'b', 'right')).toBe('e');
    expect(stepTowards(layout, edges, 'e', 'left')).toBe('b');
    expect(stepTowards(layout, edges, 'x', 'left')).toBeNull();
  });

  it('draws ways apart: straight to the next, at one side forward, at the other back', () => {
    const of = (id: string) => layout.placed.find((step) => step.id === id) ?? expect.fail(id);
    const ways = [
      wayPath(of('c'), of('d'), false),
      wayPath(of('c'), of('e'), false),
      wayPath(of('e'), of('c'), true),
      wayPath(of('a'), of('c'), false),
      wayPath(of('c'), of('a'), true),
    ];
    expect(new Set(ways).size).toBe(5);
  });
});
