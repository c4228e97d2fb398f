'use client';
import Link from 'next/link';
import { planHref } from '@/components/shared/plan-href';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { ErrorBanner } from '@/components/ui/error-banner';
import { ApiError, wordsFor } from '@/lib/client/http';
import type { PlanPlace } from '@/lib/client/items';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import { counted } from '@/lib/kit/grouped';
import { RequestEmergency } from '../emergency/emergency-banner';
import { SplitNote } from '../split/split-note';
import { RequestReason } from './request-reason';
import { whyNot } from './review-rows';

interface Props {
  readonly view: ChangeRequestView;
  readonly place: PlanPlace;
  /** The latest reading failed: what is shown is the one before. */
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly isRetrying: boolean;
}

/** Before the diffs: what must be known first, the summary in words, and why. */
export function ReviewLead({ view, place, error, onRetry, isRetrying }: Props) {
  return (
    <div className="flex flex-col gap-3 pt-4">
      {error ? (
        <ErrorBanner
          onRetry={onRetry}
          retrying={isRetrying}
          requestId={error instanceof ApiError ? error.requestId : undefined}
        >
          This may be out of date. {wordsFor(error)}
        </ErrorBanner>
      ) : null}
      <RequestEmergency view={view} place={place} />
      {view.status === 'merged' && view.mergedRelease !== null ? (
        <Callout tone="success" title={`Merged as release ${view.mergedRelease}`} />
      ) : null}
      {view.conflicts > 0 && view.status !== 'merged' && view.status !== 'closed' ? (
        <Callout
          tone="warning"
          title={`The plan moved: ${counted(view.conflicts, 'item')} you change here ${view.conflicts === 1 ? 'was' : 'were'} changed there too`}
          action={
            <LinkButton href={planHref(place, `change-requests/${view.number}/conflicts`)}>Compare both</LinkButton>
          }
        >
          Nothing is lost: both texts are kept until somebody chooses.
        </Callout>
      ) : null}
      <SplitNote view={view} place={place} />
      {view.changes.length > 0 ? <p className="font-medium text-md">{view.summary}</p> : null}
      <RequestReason view={view} place={place} whyNot={whyNot(view, 'edit')} />
    </div>
  );
}

function LinkButton({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <Button asChild size="toolbar">
      <Link href={href}>{children}</Link>
    </Button>
  );
}
