'use client';
import { useId } from 'react';
import { Badge } from '@/components/ui/badge';
import { Checkbox } from '@/components/ui/checkbox';
import { RelativeTime } from '@/components/ui/relative-time';
import { notifyFailure } from '@/components/ui/toast';
import type { PlanPlace } from '@/lib/client/items';
import { useTickLine } from '@/lib/client/review-settings';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import { RailSection } from './rail-section';
import { refusalWords } from './words';

/** What the plan wants seen to on each request: ticked by contributors and reviewers, with who and when. */
export function Checklist({ view, place }: { view: ChangeRequestView; place: PlanPlace }) {
  const id = useId();
  const tick = useTickLine(place, view.number);
  if (view.checklist.length === 0) return null;
  const done = view.checklist.filter((line) => line.tick).length;
  return (
    <RailSection title="Checklist" aside={`${done} of ${view.checklist.length}`}>
      <ul className="flex flex-col gap-2">
        {view.checklist.map((line) => {
          const isTicked =
            tick.isPending && tick.variables.line === line.id ? tick.variables.ticked : line.tick !== null;
          return (
            <li key={line.id} className="flex min-w-0 items-start gap-2 text-sm">
              <Checkbox
                id={`${id}-${line.id}`}
                checked={isTicked}
                disabled={!view.mayTick}
                onCheckedChange={(checked) =>
                  tick.mutate(
                    { line: line.id, ticked: checked === true },
                    { onError: (error) => notifyFailure(refusalWords(error)) },
                  )
                }
              />
              <label htmlFor={`${id}-${line.id}`} className="flex min-w-0 flex-col gap-0.5">
                <span className="break-words">
                  {line.words}{' '}
                  {line.required === 'never' ? null : (
                    <Badge>{line.required === 'sending' ? 'Before sending' : 'Before merging'}</Badge>
                  )}
                </span>
                {line.tick ? (
                  <span className="text-subtle">
                    {line.tick.by}, <RelativeTime at={line.tick.at} />
                  </span>
                ) : null}
              </label>
            </li>
          );
        })}
      </ul>
    </RailSection>
  );
}
