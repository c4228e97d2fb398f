'use client';
import type { ReactNode } from 'react';
import type { JourneyView } from '@/lib/contracts/journeys';
import { stageName } from '@/lib/domain/journey/names';
import { columnsOf } from '@/lib/domain/journey/order';
import { StepCard } from './step-card';

interface Props {
  readonly journey: JourneyView;
  readonly current: string | null;
  readonly onChoose: (id: string) => void;
  /** The chosen step in full, shown right below it. */
  readonly details: ReactNode;
}

/** A journey on a phone: the stages one under the other, each a list. */
export function StepList({ journey, current, onChoose, details }: Props) {
  const numbers = new Map(journey.steps.map((step, index) => [step.id, index + 1]));
  return (
    <div className="flex flex-col gap-4 sm:hidden" data-print="hide">
      {columnsOf(journey.stages, journey.steps).map(({ stage, steps }) => (
        <section key={stage ?? ''} aria-label={stageName(stage)} className="flex flex-col gap-1.5">
          <h2 className="font-medium text-sm">
            {stageName(stage)} <span className="text-subtle tabular-nums">{steps.length}</span>
          </h2>
          {steps.length === 0 ? <p className="text-sm text-subtle">No step yet.</p> : null}
          <ol className="flex flex-col gap-1.5">
            {steps.map((step) => (
              <li key={step.id}>
                <button
                  type="button"
                  aria-pressed={step.id === current}
                  onClick={() => onChoose(step.id)}
                  className="flex min-h-12 w-full items-center rounded-card border border-control bg-raised px-2.5 py-1.5 text-left aria-pressed:border-accent aria-pressed:bg-selected"
                >
                  <StepCard step={step} number={numbers.get(step.id) ?? 0} />
                </button>
                {step.id === current ? <div className="pt-1.5">{details}</div> : null}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
