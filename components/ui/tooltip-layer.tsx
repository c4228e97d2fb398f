'use client';
import { useEffect, useId, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { Kbd } from './kbd';
import { placeTooltip } from './tooltip-place';
import {
  closeTooltip,
  closeTooltipSoon,
  keepTooltip,
  onTooltip,
  type ShownTooltip,
  shownTooltip,
} from './tooltip-state';

/** Shows the one tooltip there is beside its anchor. Esc hides it and nothing else; it stays while the pointer is on it. */
export function TooltipLayer() {
  const shown = useSyncExternalStore(onTooltip, shownTooltip, () => null);
  return shown ? createPortal(<Layer shown={shown} />, document.body) : null;
}

function Layer({ shown: { anchor, says } }: { shown: ShownTooltip }) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const room = { width: window.innerWidth, height: window.innerHeight };
    const size = { width: element.offsetWidth, height: element.offsetHeight };
    const { left, top } = placeTooltip(anchor.getBoundingClientRect(), size, room, says.side);
    element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }, [anchor, says]);
  useLayoutEffect(() => {
    const before = anchor.getAttribute('aria-describedby');
    anchor.setAttribute('aria-describedby', before ? `${before} ${id}` : id);
    return () => {
      if (before) anchor.setAttribute('aria-describedby', before);
      else anchor.removeAttribute('aria-describedby');
    };
  }, [anchor, id]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // What lies below hears the next one.
      event.preventDefault();
      event.stopPropagation();
      closeTooltip();
    };
    const scroll = ({ target }: Event) => {
      if (target instanceof Node && target.contains(anchor)) closeTooltip();
    };
    // For a dialog below, a press on what explains its button is none beside it.
    const element = box.current;
    const stop = (event: Event) => event.stopPropagation();
    element?.addEventListener('pointerdown', stop);
    window.addEventListener('keydown', press, { capture: true });
    window.addEventListener('scroll', scroll, { capture: true, passive: true });
    return () => {
      element?.removeEventListener('pointerdown', stop);
      window.removeEventListener('keydown', press, { capture: true });
      window.removeEventListener('scroll', scroll, { capture: true });
    };
  }, [anchor]);
  return (
    <div
      ref={box}
      id={id}
      role="tooltip"
      data-print="hide"
      onPointerEnter={keepTooltip}
      onPointerLeave={closeTooltipSoon}
      className="fixed top-0 left-0 z-50"
    >
      <div
        data-state="open"
        className="layer-motion flex w-max max-w-xs items-center gap-2 rounded-card border border-border bg-raised px-2 py-1 text-sm text-text shadow-layer"
      >
        <span>{says.label}</span>
        {says.keys ? <Kbd keys={says.keys} /> : null}
      </div>
    </div>
  );
}
