'use client';
import { useState } from 'react';
import { cn } from '@/components/ui/cn';
import type { PlanPlace } from '@/lib/client/items';
import { pictureSrc } from '@/lib/client/journeys';
import type { PictureView } from '@/lib/contracts/journeys';
import type { Annotation } from '@/lib/domain/journey/step';

interface Props {
  readonly place: PlanPlace;
  readonly image: PictureView;
  readonly alt: string;
  readonly annotations: readonly Annotation[];
  /** The mark that is pointed at. */
  readonly lit: string | null;
}

/** The picture of a step with its numbered marks. What they say stands in the list beside it. */
export function StepPicture({ place, image, alt, annotations, lit }: Props) {
  const [failed, setFailed] = useState(false);
  if (failed)
    return (
      <p className="rounded-card border border-border p-4 text-muted text-sm">
        The picture could not be loaded. Reload the page to try again.
      </p>
    );
  return (
    <div className="relative overflow-hidden rounded-card border border-border">
      {/* biome-ignore lint/performance/noImgElement: the picture is private and must not pass an optimiser. */}
      <img
        src={pictureSrc(place, image.digest)}
        alt={alt || 'A picture without a description'}
        width={image.width}
        height={image.height}
        onError={() => setFailed(true)}
        className="h-auto w-full"
        loading="lazy"
        decoding="async"
      />
      {annotations.map((mark, index) => (
        <MarkFrame key={mark.id} mark={mark} number={index + 1} isLit={mark.id === lit} />
      ))}
    </div>
  );
}

/** A mark as it stands on a picture: a frame or a point with its number. */
export function MarkFrame({ mark, number, isLit }: { mark: Annotation; number: number; isLit: boolean }) {
  const isPoint = mark.width === 0 && mark.height === 0;
  return (
    <span
      aria-hidden
      className={cn(
        'pointer-events-none absolute rounded-sm border-2 border-accent',
        isPoint && 'border-transparent',
        isLit && 'bg-accent/20',
      )}
      style={{ left: `${mark.x}%`, top: `${mark.y}%`, width: `${mark.width}%`, height: `${mark.height}%` }}
    >
      <MarkNumber
        number={number}
        className={isPoint ? 'absolute -top-2.5 -left-2.5' : 'absolute top-0 left-0 rounded-tl-none'}
      />
    </span>
  );
}

/** The number of a mark, on the picture and before its words. */
export function MarkNumber({ number, className }: { number: number; className?: string }) {
  return (
    <span
      className={cn(
        'inline-flex size-5 shrink-0 items-center justify-center rounded-full bg-accent font-medium text-on-accent text-xs tabular-nums',
        className,
      )}
    >
      {number}
    </span>
  );
}
