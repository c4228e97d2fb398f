import { Circle, CircleCheck } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import { RailSection } from './rail-section';
import { requirementItems } from './words';

/** The check list between the request and its merge: what is asked, whether it is met, who can meet it and how. */
export function RequirementList({ view, userId }: { view: ChangeRequestView; userId: string }) {
  if (view.status === 'merged' || view.status === 'closed') return null;
  const met = view.requirements.filter((one) => one.met).length;
  return (
    <RailSection
      title="Requirements"
      aside={view.requirements.length > 0 ? `${met} of ${view.requirements.length} met` : undefined}
    >
      {view.requirements.length === 0 ? (
        <p className="text-muted text-sm">
          The review policy asks for nothing here: it can be merged once it is in review.
        </p>
      ) : (
        <ul className="flex flex-col gap-3">
          {view.requirements.map((one) => {
            const items = requirementItems(one, view);
            const isYours = !one.met && one.who.userIds.includes(userId);
            return (
              <li key={one.key} className="flex min-w-0 gap-2 text-sm">
                {one.met ? (
                  <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-added" />
                ) : (
                  <Circle aria-hidden className="mt-0.5 size-4 shrink-0 text-changed" />
                )}
                <div className="flex min-w-0 flex-col gap-0.5">
                  <p className={cn('break-words', one.met ? 'text-muted' : 'font-medium')}>
                    <span className="sr-only">{one.met ? 'Met: ' : 'Missing: '}</span>
                    {one.words}
                  </p>
                  {items ? <p className="break-words text-muted">For {items}.</p> : null}
                  {isYours ? <p className="text-accent">You can meet it.</p> : null}
                  {!one.met && one.who.words && !(isYours && one.who.userIds.length === 1) ? (
                    <p className="break-words text-muted">Who can: {one.who.words}.</p>
                  ) : null}
                  {!one.met && one.how ? <p className="break-words text-subtle">{one.how}</p> : null}
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </RailSection>
  );
}
