'use client';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef } from 'react';
import { cn } from '@/components/ui/cn';
import type { JourneyView } from '@/lib/contracts/journeys';
import { stageName } from '@/lib/domain/journey/names';
import { columnsOf } from '@/lib/domain/journey/order';
import { cardHeight, cardWidth, layOutJourney, type StepDirection, stepTowards, wayPath } from './journey-layout';
import { StepCard } from './step-card';

const directions: Readonly<Record<string, StepDirection>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

interface Props {
  readonly journey: JourneyView;
  readonly current: string | null;
  readonly onChoose: (id: string) => void;
  readonly onPeek: (eventId: string) => void;
}

/** A journey drawn: a column a stage, its steps from top to bottom, and lines for the ways between them. */
export function JourneyBoard({ journey, current, onChoose, onPeek }: Props) {
  const helpId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const { steps, edges, stages } = journey;
  const layout = useMemo(() => layOutJourney(columnsOf(stages, steps)), [stages, steps]);
  const placed = useMemo(() => new Map(layout.placed.map((step) => [step.id, step])), [layout]);
  const stop = current ?? steps[0]?.id;
  // What an address or a way names may stand where the drawing has to be scrolled to.
  useEffect(() => {
    if (current === null) return;
    const card = frame.current?.querySelector(`[data-step="${CSS.escape(current)}"]`);
    card?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  const press = (event: KeyboardEvent, id: string, eventId: string | null) => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return;
    const direction = directions[event.key];
    if (!direction && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    if (!direction) return eventId === null ? undefined : onPeek(eventId);
    const next = stepTowards(layout, edges, id, direction);
    if (next === null) return;
    onChoose(next);
    frame.current?.querySelector<HTMLElement>(`[data-step="${CSS.escape(next)}"]`)?.focus();
  };
  return (
    <section aria-labelledby={`${helpId}-title`} className="flex flex-col gap-2 max-sm:hidden">
      <h2 id={`${helpId}-title`} className="sr-only">
        The journey drawn
      </h2>
      <p id={helpId} className="text-sm text-subtle" data-print="hide">
        Arrows go from step to step. Space peeks at the event.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section aria-label="The drawing" tabIndex={0} className="overflow-x-auto pb-2">
        <div ref={frame} className="relative" style={{ width: layout.width, height: layout.height }}>
          <svg aria-hidden width={layout.width} height={layout.height} className="pointer-events-none absolute inset-0">
            <defs>
              <marker
                id={`${helpId}-tip`}
                viewBox="0 0 8 8"
                refX="7"
                refY="4"
                markerWidth="7"
                markerHeight="7"
                orient="auto-start-reverse"
              >
                <path d="M0 0L8 4L0 8z" fill="context-stroke" />
              </marker>
            </defs>
            {edges.map(({ from, to, isBack }) => {
              const [a, b] = [placed.get(from), placed.get(to)];
              const isLit = from === current || to === current;
              return a && b ? (
                <path
                  key={`${from} ${to}`}
                  d={wayPath(a, b, isBack)}
                  fill="none"
                  stroke={isLit ? 'var(--accent)' : 'var(--control-border)'}
                  strokeWidth={isLit ? 2 : 1.25}
                  strokeDasharray={isBack ? '4 3' : undefined}
                  markerEnd={`url(#${helpId}-tip)`}
                />
              ) : null;
            })}
          </svg>
          {layout.columns.map(({ stage, x, width, steps: count }) => (
            <div key={stage ?? ''} className="absolute top-0" style={{ left: x, width }}>
              <p className="truncate font-medium text-sm" title={stageName(stage)}>
                {stageName(stage)} <span className="text-subtle tabular-nums">{count}</span>
              </p>
              {count === 0 ? (
                <p
                  className="mt-2 flex items-center justify-center rounded-card border border-border border-dashed text-sm text-subtle"
                  style={{ height: cardHeight }}
                >
                  No step yet
                </p>
              ) : null}
            </div>
          ))}
          {steps.map((step, index) => {
            const place = placed.get(step.id);
            return place ? (
              <button
                key={step.id}
                type="button"
                data-step={step.id}
                tabIndex={step.id === stop ? 0 : -1}
                aria-describedby={helpId}
                aria-pressed={step.id === current}
                onClick={() => onChoose(step.id)}
                onKeyDown={(event) => press(event, step.id, step.eventId)}
                style={{ left: place.x, top: place.y, width: cardWidth, height: cardHeight }}
                className={cn(
                  'absolute flex items-center rounded-card border border-control bg-raised px-2.5 text-left scroll-my-20 hover:bg-hover aria-pressed:border-accent aria-pressed:bg-selected',
                  step.eventId === null && 'border-dashed',
                )}
              >
                <StepCard step={step} number={index + 1} />
              </button>
            ) : null;
          })}
        </div>
      </section>
    </section>
  );
}
