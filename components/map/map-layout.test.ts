import { describe, expect, it } from 'vitest';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { layOut, linePath, nodeWidth, stepFrom } from './map-layout';

const node = (kind: ItemKind, id: string) => ({ kind, id });
const nodes = [
  node('source', 'web'),
  node('source', 'ios'),
  node('event', 'e1'),
  node('event', 'e2'),
  node('event', 'e3'),
  node('destination', 'warehouse'),
  node('consumer', 'funnel'),
];
const edges = [
  { from: 'web', to: 'e3' },
  { from: 'ios', to: 'e1' },
  { from: 'ios', to: 'e2' },
  { from: 'e3', to: 'warehouse' },
  { from: 'e1', to: 'funnel' },
];
const layout = layOut(nodes, edges);
const column = (name: string) => layout.placed.filter((one) => one.column === name);

describe('the layout of the map', () => {
  it('puts everything into columns in the direction of flow, without overlap', () => {
    expect(layout.placed).toHaveLength(nodes.length);
    expect(['source', 'event', 'end'].map((name) => column(name).length)).toEqual([2, 3, 2]);
    for (const name of ['source', 'event', 'end']) {
      const ys = column(name).map((one) => one.y);
      expect(ys.every((y, index) => index === 0 || y >= (ys[index - 1] ?? 0) + 28)).toBe(true);
      expect(ys.every((y) => y >= 0 && y <= layout.height - 28)).toBe(true);
    }
  });

  it('lets no two lines cross where none need to', () => {
    const at = new Map(layout.placed.map((one) => [one.id, one]));
    const crossings = edges.flatMap((a) =>
      edges.filter((b) => {
        const [a1, a2, b1, b2] = [at.get(a.from), at.get(a.to), at.get(b.from), at.get(b.to)];
        return a1 && a2 && b1 && b2 && a1.x === b1.x && a1.y < b1.y && a2.y > b2.y;
      }),
    );
    expect(crossings).toEqual([]);
  });

  it('is the same for the same plan', () => {
    expect(layOut(nodes, edges)).toEqual(layout);
  });

  it('follows lines with arrows and stops at the ends', () => {
    expect(stepFrom(layout, 'web', 'right')).toBe('e3');
    expect(stepFrom(layout, 'e3', 'right')).toBe('warehouse');
    expect(stepFrom(layout, 'warehouse', 'left')).toBe('e3');
    expect(stepFrom(layout, 'warehouse', 'right')).toBeNull();
    expect(stepFrom(layout, 'e2', 'right')).toBeNull();
    const [first, second] = column('event');
    expect(first && stepFrom(layout, first.id, 'down')).toBe(second?.id);
    expect(first && stepFrom(layout, first.id, 'up')).toBeNull();
    expect(stepFrom(layout, 'unknown', 'up')).toBeNull();
  });

  it('draws a line from the right edge to the left edge, and nothing of an empty plan', () => {
    const [web, e3] = ['web', 'e3'].map((id) => layout.placed.find((one) => one.id === id));
    expect(web && e3 && linePath(web, e3)).toMatch(new RegExp(`^M${nodeWidth} `));
    expect(layOut([], []).placed).toEqual([]);
  });
});
