'use client';
import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react';
import { usePlan } from '@/components/shared/plan-context';
import { cn } from '@/components/ui/cn';
import { pictureSrc } from '@/lib/client/journeys';
import type { PictureView } from '@/lib/contracts/journeys';
import { frameBetween, moveAnnotation, resizeAnnotation } from '@/lib/domain/journey/annotations';
import type { MarkDraft } from './journey-draft';
import { MarkFrame, MarkNumber } from './step-picture';

type Corner = { readonly x: number; readonly y: number };
type Frame = Pick<MarkDraft, 'x' | 'y' | 'width' | 'height'>;

/** What a pointer is about: drawing a new mark, or moving one. */
type Drag =
  | { readonly kind: 'draw'; readonly from: Corner; readonly to: Corner }
  | { readonly kind: 'move'; readonly id: string; readonly last: Corner };

const arrows: Readonly<Record<string, Corner>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

interface Props {
  readonly image: PictureView;
  readonly alt: string;
  readonly marks: readonly MarkDraft[];
  readonly lit: string | null;
  readonly canAdd: boolean;
  readonly onLit: (id: string | null) => void;
  readonly onAdd: (frame: Frame) => void;
  readonly onMarks: (marks: readonly MarkDraft[]) => void;
}

/** A picture on which marks are drawn, moved and sized. */
export function MarkCanvas({ image, alt, marks, lit, canAdd, onLit, onAdd, onMarks }: Props) {
  const plan = usePlan();
  const helpId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const cornerOf = (event: PointerEvent): Corner => {
    const box = frame.current?.getBoundingClientRect();
    if (!box || box.width === 0 || box.height === 0) return { x: 0, y: 0 };
    return { x: ((event.clientX - box.left) / box.width) * 100, y: ((event.clientY - box.top) / box.height) * 100 };
  };
  const change = (id: string, act: (mark: MarkDraft) => MarkDraft) =>
    onMarks(marks.map((mark) => (mark.id === id ? act(mark) : mark)));
  const move = (event: PointerEvent) => {
    if (!drag) return;
    const to = cornerOf(event);
    if (drag.kind === 'draw') return setDrag({ ...drag, to });
    change(drag.id, (mark) => moveAnnotation(mark, { x: to.x - drag.last.x, y: to.y - drag.last.y }));
    setDrag({ ...drag, last: to });
  };
  const end = () => {
    if (drag?.kind === 'draw') onAdd(frameBetween(drag.from, drag.to));
    setDrag(null);
  };
  const press = (event: KeyboardEvent, id: string) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const arrow = arrows[event.key];
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      event.stopPropagation();
      return onMarks(marks.filter((mark) => mark.id !== id));
    }
    if (!arrow) return;
    event.preventDefault();
    event.stopPropagation();
    change(id, (mark) => (event.shiftKey ? resizeAnnotation(mark, arrow) : moveAnnotation(mark, arrow)));
  };
  return (
    <div className="flex max-w-3xl flex-col gap-1.5">
      <p id={helpId} className="text-sm text-subtle">
        Draw a frame, or press once for a point. On a mark, arrows move it, Shift and arrows size it, Delete removes it.
      </p>
      <div
        ref={frame}
        className={cn(
          'relative touch-none select-none overflow-hidden rounded-card border border-border',
          canAdd && 'cursor-crosshair',
        )}
        onPointerDown={(event) => {
          if (!canAdd || event.button !== 0 || event.target !== event.currentTarget.firstElementChild) return;
          event.preventDefault();
          event.currentTarget.setPointerCapture(event.pointerId);
          const from = cornerOf(event);
          setDrag({ kind: 'draw', from, to: from });
        }}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={() => setDrag(null)}
      >
        {/* biome-ignore lint/performance/noImgElement: the picture is private and must not pass an optimiser. */}
        <img
          src={pictureSrc(plan, image.digest)}
          alt={alt || 'A picture without a description'}
          width={image.width}
          height={image.height}
          draggable={false}
          className="h-auto w-full"
        />
        {drag?.kind === 'draw' ? (
          <MarkFrame
            mark={{ id: 'an_0', label: '', itemId: null, ...frameBetween(drag.from, drag.to) }}
            number={marks.length + 1}
            isLit
          />
        ) : null}
        {marks.map((mark, index) => {
          const isPoint = mark.width === 0 && mark.height === 0;
          return (
            <button
              key={mark.id}
              type="button"
              aria-label={`Mark ${index + 1}${mark.label ? `: ${mark.label}` : ''}, ${placeInWords(mark)}`}
              aria-describedby={helpId}
              onFocus={() => onLit(mark.id)}
              onKeyDown={(event) => press(event, mark.id)}
              onPointerDown={(event) => {
                if (event.button !== 0) return;
                onLit(mark.id);
                event.currentTarget.focus();
                frame.current?.setPointerCapture(event.pointerId);
                setDrag({ kind: 'move', id: mark.id, last: cornerOf(event) });
              }}
              style={{ left: `${mark.x}%`, top: `${mark.y}%`, width: `${mark.width}%`, height: `${mark.height}%` }}
              className={cn(
                'absolute min-h-1 min-w-1 cursor-move rounded-sm border-2 border-accent',
                isPoint && 'border-transparent',
                mark.id === lit && 'bg-accent/20',
              )}
            >
              <MarkNumber
                number={index + 1}
                className={isPoint ? 'absolute -top-2.5 -left-2.5' : 'absolute top-0 left-0 rounded-tl-none'}
              />
            </button>
          );
        })}
      </div>
    </div>
  );
}

function placeInWords({ x, y, width, height }: Frame): string {
  const place = `${Math.round(x)}% from the left, ${Math.round(y)}% from the top`;
  return width === 0 && height === 0 ? `a point ${place}` : `${place}, ${Math.round(width)} by ${Math.round(height)}%`;
}
