'use client';
import { type KeyboardEvent, type PointerEvent, useEffect, useState } from 'react';

const least = 420;
const most = 720;
const key = 'wm-peek-width';
const within = (width: number) => Math.round(Math.min(most, Math.max(least, width)));

/** The width of the peek panel in pixels, remembered in this browser. */
export function usePeekWidth(): [number, (width: number) => void] {
  const [width, setWidth] = useState(480);
  useEffect(() => {
    const kept = Number(localStorage.getItem(key));
    if (kept > 0) setWidth(within(kept));
  }, []);
  return [
    width,
    (next) => {
      setWidth(within(next));
      localStorage.setItem(key, String(within(next)));
    },
  ];
}

/** The left edge of the panel: drag it, or move it with the arrow keys. */
export function PeekDivider({ width, onWidth }: { width: number; onWidth: (width: number) => void }) {
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onWidth(window.innerWidth - event.clientX);
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowLeft: 24, ArrowRight: -24, Home: most, End: -most }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onWidth(width + step);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule between paragraphs cannot be moved; this divider can.
    <div
      role="separator"
      aria-label="Width of the panel"
      aria-orientation="vertical"
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={width}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={press}
      className="absolute inset-y-0 -left-1 z-10 w-2 cursor-col-resize touch-none transition-colors hover:bg-accent/30 max-lg:hidden"
    />
  );
}
