'use client';
import Link from 'next/link';
import { usePlan } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';
import { SignificanceBadges } from '@/components/shared/significance-badge';
import { Button } from '@/components/ui/button';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Skeleton } from '@/components/ui/skeleton';
import { wordsFor } from '@/lib/client/http';
import type { PreviewView } from '@/lib/contracts/change-previews';
import type { DifferenceView } from '@/lib/contracts/change-requests';
import { ImpactDetails } from '../impact-details';

export interface EffectsPanelProps {
  readonly preview: PreviewView | undefined;
  readonly differences: readonly DifferenceView[];
  readonly error: unknown;
  readonly isPending: boolean;
  readonly onRetry: () => void;
  readonly onFix: (field: string, value: unknown) => void;
}

/** What the draft does: how loud each edit is, whom it reaches, what the conventions say, where else it is being changed. */
export function EffectsPanel({ preview, differences, error, isPending, onRetry, onFix }: EffectsPanelProps) {
  const plan = usePlan();
  if (error) return <ErrorBanner onRetry={onRetry}>{wordsFor(error)} What you wrote is kept.</ErrorBanner>;
  if (!preview) {
    return isPending ? (
      <div className="flex flex-col gap-2">
        <Skeleton className="w-1/2" />
        <Skeleton className="w-4/5" />
      </div>
    ) : (
      <p className="text-muted text-sm">What your edit does to others appears here while you write.</p>
    );
  }
  const findings = preview.findings.filter((finding) => finding.field !== 'name');
  return (
    <div className="flex flex-col gap-6">
      <section className="flex flex-col gap-2">
        <h2 className="font-semibold text-base">What this changes</h2>
        {differences.length === 0 ? <p className="text-muted text-sm">Nothing yet.</p> : null}
        <ul className="flex flex-col gap-2">
          {differences.slice(0, 30).map((one) => (
            <li key={`${one.type} ${one.field} ${one.member} ${one.part}`} className="flex flex-col items-start gap-1">
              <span className="flex flex-wrap items-center gap-2">
                <span className="font-medium text-sm">{one.label}</span>
                <SignificanceBadges
                  significances={one.significances}
                  breaks={one.breaks}
                  why={one.why}
                  consequence={one.consequence}
                  claimed={one.claimed}
                />
              </span>
              <span className="break-words text-muted text-sm">{one.consequence}</span>
            </li>
          ))}
        </ul>
        {differences.length > 30 ? <p className="text-muted text-sm">And {differences.length - 30} more.</p> : null}
      </section>
      <section className="flex flex-col gap-2">
        <h2 className="font-semibold text-base">Whom it reaches</h2>
        <ImpactDetails impact={preview.impact} />
      </section>
      {findings.length > 0 ? (
        <section className="flex flex-col gap-2">
          <h2 className="font-semibold text-base">Conventions</h2>
          <ul className="flex flex-col gap-2">
            {findings.map((finding) => (
              <li key={`${finding.rule} ${finding.words}`} className="flex flex-wrap items-center gap-2 text-sm">
                <span className={finding.severity === 'error' ? 'text-removed' : 'text-changed'}>{finding.words}</span>
                {finding.fix ? (
                  <Button size="toolbar" onClick={() => finding.fix && onFix(finding.fix.field, finding.fix.value)}>
                    {finding.fix.words}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {preview.alsoOpen.length > 0 ? (
        <section className="flex flex-col gap-2">
          <h2 className="font-semibold text-base">Also being changed</h2>
          <ul className="flex flex-col gap-1 text-sm">
            {preview.alsoOpen.map((request) => (
              <li key={request.number}>
                <Link
                  className="text-accent underline underline-offset-2"
                  href={planHref(plan, `change-requests/${request.number}`)}
                >
                  #{request.number} {request.title}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
