import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeTooltip } from './tooltip-place';

const room = { width: 1000, height: 800 };
const size = { width: 100, height: 20 };

describe('the place of a tooltip', () => {
  it('is centred at the wished side', () => {
    const anchor = { left: 450, top: 400, width: 40, height: 30 };
    expect(placeTooltip(anchor, size, room, 'bottom')).toEqual({ left: 420, top: 436 });
    expect(placeTooltip(anchor, size, room, 'top')).toEqual({ left: 420, top: 374 });
    expect(placeTooltip(anchor, size, room, 'right')).toEqual({ left: 496, top: 405 });
    expect(placeTooltip(anchor, size, room, 'left')).toEqual({ left: 344, top: 405 });
  });

  it('is the other side where there is no room', () => {
    expect(placeTooltip({ left: 450, top: 770, width: 40, height: 30 }, size, room, 'bottom').top).toBe(744);
    expect(placeTooltip({ left: 960, top: 100, width: 40, height: 30 }, size, room, 'right').left).toBe(854);
  });

  it('never lies beyond the window', () => {
    const box = fc.record({
      left: fc.integer({ min: 0, max: 1000 }),
      top: fc.integer({ min: 0, max: 800 }),
      width: fc.integer({ min: 0, max: 400 }),
      height: fc.integer({ min: 0, max: 300 }),
    });
    fc.assert(
      fc.property(box, fc.constantFrom('top', 'right', 'bottom', 'left'), (anchor, side) => {
        const { left, top } = placeTooltip(anchor, size, room, side);
        return left >= 8 && top >= 8 && left + size.width <= 992 && top + size.height <= 792;
      }),
    );
  });
});
