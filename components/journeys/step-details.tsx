'use client';
import { X } from 'lucide-react';
import { useState } from 'react';
import { ItemLink } from '@/components/shared/item-link';
import { LifecycleBadge } from '@/components/shared/lifecycle-badge';
import { usePlan } from '@/components/shared/plan-context';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { IconButton } from '@/components/ui/icon-button';
import type { JourneyView, StepView } from '@/lib/contracts/journeys';
import { stageName, stepName } from '@/lib/domain/journey/names';
import { MarkNumber, StepPicture } from './step-picture';

interface Props {
  readonly journey: JourneyView;
  readonly step: StepView;
  readonly at: string | null;
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
  readonly onPeek: (eventId: string) => void;
  /** Absent where nothing can be repaired: in an earlier state, or without the role. */
  readonly onRepair: ((step: StepView) => void) | undefined;
  readonly repairing: boolean;
}

/** One step in full: what its event means, its note, its picture with the marks, and where it leads. */
export function StepDetails({ journey, step, at, onChoose, onClose, onPeek, onRepair, repairing }: Props) {
  const plan = usePlan();
  const [lit, setLit] = useState<string | null>(null);
  const number = journey.steps.findIndex(({ id }) => id === step.id) + 1;
  const ways = journey.edges.filter(({ from }) => from === step.id);
  const { event, problem } = step;
  return (
    <section
      aria-label={`Step ${number}: ${stepName(step)}`}
      className="flex min-w-0 flex-col gap-4 rounded-card border border-border p-4"
    >
      <header className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <p className="text-subtle text-sm">
            Step {number} of {journey.steps.length}, {stageName(step.stage)}
          </p>
          <h2 className="break-words font-semibold text-md">{stepName(step)}</h2>
        </div>
        <IconButton label="Close the step" onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </header>
      {problem ? (
        <Callout
          tone="warning"
          action={
            onRepair ? (
              <Button size="toolbar" pending={repairing} onClick={() => onRepair(step)}>
                <span className="max-w-60 truncate">{problem.repair}</span>
              </Button>
            ) : null
          }
        >
          {problem.words}.
        </Callout>
      ) : null}
      {event ? (
        <div className="flex flex-col gap-1.5">
          <div className="flex flex-wrap items-center gap-2">
            <ItemLink item={event} at={at} icon />
            <LifecycleBadge state={event.lifecycle} />
          </div>
          <p className="max-w-prose break-words text-base">
            {event.meaning || 'Nobody wrote yet what this event means.'}
          </p>
          <p className="text-sm text-subtle">{step.standing.words}.</p>
          <div>
            <Button size="toolbar" onClick={() => onPeek(event.id)}>
              Peek at the event
            </Button>
          </div>
        </div>
      ) : problem ? null : (
        <p className="text-muted text-sm">A screen people pass. No event is sent here.</p>
      )}
      {step.note ? <p className="max-w-prose whitespace-pre-line break-words text-base">{step.note}</p> : null}
      {step.image ? (
        <figure className="flex max-w-2xl flex-col gap-2">
          <StepPicture place={plan} image={step.image} alt={step.imageAlt} annotations={step.annotations} lit={lit} />
          {step.annotations.length > 0 ? (
            <figcaption>
              <ol aria-label="Marks on the picture" className="flex flex-col gap-1">
                {step.annotations.map((mark, index) => (
                  <li
                    key={mark.id}
                    onMouseEnter={() => setLit(mark.id)}
                    onMouseLeave={() => setLit(null)}
                    className="flex min-w-0 flex-wrap items-center gap-2 text-sm"
                  >
                    <MarkNumber number={index + 1} />
                    <span className="break-words">{mark.label}</span>
                    {mark.item ? <ItemLink item={mark.item} at={at} icon /> : null}
                  </li>
                ))}
              </ol>
            </figcaption>
          ) : null}
        </figure>
      ) : null}
      {step.isPictureGone ? (
        <p className="max-w-prose break-words text-muted text-sm">
          Its picture of then is not kept any more.{step.imageAlt ? ` It showed: ${step.imageAlt}` : ''}
        </p>
      ) : null}
      <div className="flex flex-col gap-1">
        <h3 className="font-medium text-sm">Leads to</h3>
        {ways.length === 0 ? <p className="text-muted text-sm">The journey ends here.</p> : null}
        <ul className="flex flex-col items-start gap-1">
          {ways.map(({ to, isBack }) => {
            const next = journey.steps.find(({ id }) => id === to);
            return next ? (
              <li key={to} className="max-w-full">
                <Button size="toolbar" variant="ghost" className="max-w-full" onClick={() => onChoose(to)}>
                  <span className="truncate">
                    {isBack ? 'Back to ' : ''}
                    {journey.steps.indexOf(next) + 1} {stepName(next)}
                  </span>
                </Button>
              </li>
            ) : null;
          })}
        </ul>
      </div>
    </section>
  );
}
