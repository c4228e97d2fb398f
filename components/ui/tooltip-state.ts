import type { ReactNode } from 'react';
import type { TooltipSide } from './tooltip-place';

/** What the one tooltip of the page says, and beside what. */
export interface ShownTooltip {
  readonly owner: object;
  readonly anchor: HTMLElement;
  readonly says: { readonly label: ReactNode; readonly keys: string | undefined; readonly side: TooltipSide };
}

const openAfterMs = 400;
/** So soon after another the next comes at once: somebody reads along a row of buttons. */
const alongMs = 300;
/** Time for the pointer to reach the tooltip itself. */
const closeAfterMs = 120;

let shown: ShownTooltip | null = null;
let closedAt = Number.NEGATIVE_INFINITY;
let opening: ReturnType<typeof setTimeout> | undefined;
let closing: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function show(next: ShownTooltip | null): void {
  clearTimeout(opening);
  clearTimeout(closing);
  if (shown === next) return;
  if (next === null) closedAt = performance.now();
  shown = next;
  for (const listener of listeners) listener();
}

/** What is shown now. */
export function shownTooltip(): ShownTooltip | null {
  return shown;
}

/** Calls a listener whenever something else is shown, until the returned function is called. */
export function onTooltip(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Shows a tooltip at once: the keyboard has come to its anchor. */
export function openTooltip(next: ShownTooltip): void {
  show(next);
}

/** Shows a tooltip once the pointer has rested on its anchor. */
export function openTooltipSoon(next: ShownTooltip): void {
  clearTimeout(opening);
  clearTimeout(closing);
  if (shown?.owner === next.owner) return;
  if (shown !== null || performance.now() - closedAt < alongMs) show(next);
  else opening = setTimeout(() => show(next), openAfterMs);
}

/** Says something else in the tooltip of an owner, if it is the one shown. */
export function sayInTooltip(owner: object, says: ShownTooltip['says']): void {
  if (shown?.owner === owner) show({ ...shown, says });
}

/** Hides the tooltip of an owner, or whichever is shown, and any that was about to come. */
export function closeTooltip(owner?: object): void {
  clearTimeout(opening);
  if (owner === undefined || shown?.owner === owner) show(null);
}

/** Hides what is shown unless the pointer comes to it, or back. */
export function closeTooltipSoon(): void {
  clearTimeout(opening);
  clearTimeout(closing);
  if (shown !== null) closing = setTimeout(() => show(null), closeAfterMs);
}

/** The pointer has come to the tooltip itself. */
export function keepTooltip(): void {
  clearTimeout(closing);
}
