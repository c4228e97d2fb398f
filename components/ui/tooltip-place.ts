export type TooltipSide = 'top' | 'right' | 'bottom' | 'left';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const gap = 6;
const margin = 8;
const opposite: Record<TooltipSide, TooltipSide> = { top: 'bottom', right: 'left', bottom: 'top', left: 'right' };

/** Where a tooltip stands: at the wished side of its anchor, or the other one where there is no room, and never beyond the window. */
export function placeTooltip(
  anchor: Box,
  size: Pick<Box, 'width' | 'height'>,
  room: Pick<Box, 'width' | 'height'>,
  side: TooltipSide,
): { readonly left: number; readonly top: number } {
  const wished = placeAt(anchor, size, side);
  const other = placeAt(anchor, size, opposite[side]);
  const { left, top } = overflow(wished, size, room, side) > overflow(other, size, room, side) ? other : wished;
  return { left: within(left, size.width, room.width), top: within(top, size.height, room.height) };
}

function placeAt(anchor: Box, size: Pick<Box, 'width' | 'height'>, side: TooltipSide) {
  const isBeside = side === 'left' || side === 'right';
  const left = anchor.left + (anchor.width - size.width) / 2;
  const top = anchor.top + (anchor.height - size.height) / 2;
  if (isBeside)
    return { left: side === 'left' ? anchor.left - size.width - gap : anchor.left + anchor.width + gap, top };
  return { left, top: side === 'top' ? anchor.top - size.height - gap : anchor.top + anchor.height + gap };
}

/** By how much it would stand beyond the window in the direction of its side. */
function overflow(
  at: { readonly left: number; readonly top: number },
  size: Pick<Box, 'width' | 'height'>,
  room: Pick<Box, 'width' | 'height'>,
  side: TooltipSide,
): number {
  const isBeside = side === 'left' || side === 'right';
  const start = isBeside ? at.left : at.top;
  const end = start + (isBeside ? size.width - room.width : size.height - room.height);
  return Math.max(0, margin - start, end + margin);
}

function within(start: number, length: number, room: number): number {
  return Math.max(margin, Math.min(start, room - length - margin));
}
