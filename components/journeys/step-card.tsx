import { Image as ImageIcon, MonitorSmartphone, TriangleAlert, Zap } from 'lucide-react';
import type { StepView } from '@/lib/contracts/journeys';
import { stepName } from '@/lib/domain/journey/names';

/** What a step shows of itself: its name, its event, and what is wrong with it. */
export function StepCard({ step, number }: { step: StepView; number: number }) {
  const Icon = step.eventId === null ? MonitorSmartphone : Zap;
  const name = stepName(step);
  const isWrong = step.problem !== null;
  return (
    <span className="flex min-w-0 flex-1 flex-col gap-0.5">
      <span className="flex min-w-0 items-center gap-1.5">
        <span className="text-muted text-xs tabular-nums">
          <span className="sr-only">Step </span>
          {number}
        </span>
        <span className="min-w-0 flex-1 truncate font-medium text-sm" title={name}>
          {name}
        </span>
        {step.image ? <ImageIcon aria-label="With a picture" className="size-3.5 shrink-0 text-subtle" /> : null}
        {isWrong ? <TriangleAlert aria-hidden className="size-3.5 shrink-0 text-changed" /> : null}
      </span>
      <span className={`flex min-w-0 items-center gap-1 text-xs ${isWrong ? 'text-changed' : 'text-muted'}`}>
        <Icon aria-hidden className="size-3 shrink-0" />
        <span className="truncate">{step.problem?.words ?? step.standing.words}</span>
      </span>
    </span>
  );
}
