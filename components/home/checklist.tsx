'use client';
import { Check, X } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { firstStepDone, noteFirstStep } from '@/components/shared/first-steps';
import { planHref, proposeHref } from '@/components/shared/plan-href';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import type { Progress } from '@/lib/contracts/home';

type Place = { readonly workspace: string; readonly plan: string };

/** The first things to do with a plan, until they are done or somebody has seen enough of them. */
export function Checklist({ place, progress }: { place: Place; progress: Progress }) {
  const [kept, setKept] = useState<{ exported: boolean; dismissed: boolean }>();
  const { workspace, plan } = place;
  useEffect(() => {
    const here = { workspace, plan };
    setKept({ exported: firstStepDone(here, 'exported'), dismissed: firstStepDone(here, 'checklist-dismissed') });
  }, [workspace, plan]);
  if (!kept || kept.dismissed) return null;
  const steps = [
    { words: 'Bring your plan in', done: progress.planIn, href: planHref(place, 'start') },
    { words: 'Propose a change', done: progress.proposed, href: proposeHref(place, { kind: 'event' }) },
    { words: 'Approve a change', done: progress.approved, href: planHref(place, 'change-requests?tab=open') },
    { words: 'Export the plan', done: kept.exported, href: planHref(place, 'exports') },
    {
      words: `Watch three events${progress.watching > 0 && progress.watching < 3 ? ` (${progress.watching} so far)` : ''}`,
      done: progress.watching >= 3,
      href: planHref(place, 'events'),
    },
  ];
  const left = steps.filter((step) => !step.done).length;
  if (left === 0) return null;
  const dismiss = () => {
    noteFirstStep(place, 'checklist-dismissed');
    setKept({ ...kept, dismissed: true });
  };
  return (
    <section aria-label="First steps" className="rounded-card border border-border p-4 lg:col-span-2">
      <div className="mb-2 flex items-center gap-3">
        <h2 className="flex-1 font-semibold text-base">First steps</h2>
        <span className="text-muted text-sm tabular-nums">
          {steps.length - left} of {steps.length}
        </span>
        <IconButton label="Do not show the first steps again" onClick={dismiss}>
          <X aria-hidden />
        </IconButton>
      </div>
      <ol className="flex flex-wrap gap-x-8 gap-y-1">
        {steps.map((step) => (
          <li key={step.href} className="flex min-h-row items-center gap-2 text-base">
            <Check aria-hidden className={cn('size-4', step.done ? 'text-added' : 'invisible')} />
            {step.done ? (
              <span className="text-muted">
                {step.words}
                <span className="sr-only">, done</span>
              </span>
            ) : (
              <Link href={step.href} className="underline underline-offset-2">
                {step.words}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
