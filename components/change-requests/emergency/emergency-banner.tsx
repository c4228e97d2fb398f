'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import { planHref } from '@/components/shared/plan-href';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { cn } from '@/components/ui/cn';
import { ErrorBanner } from '@/components/ui/error-banner';
import { RelativeTime } from '@/components/ui/relative-time';
import { openEmergenciesOptions, requestEmergenciesOptions, useEmergencyMove } from '@/lib/client/emergency-merges';
import { wordsFor } from '@/lib/client/http';
import type { PlanPlace } from '@/lib/client/items';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import type { EmergencyView } from '@/lib/contracts/emergency-merges';
import { ReasonDialog } from '../review-side/reason-dialog';
import { namesInRow, refusalWords } from '../review-side/words';

export interface OpenEmergenciesProps {
  readonly place: PlanPlace;
  /** Only those of one release. */
  readonly release?: number;
  readonly className?: string;
}

/** What a page of a plan warns of: emergency merges that wait, and those that nobody has reviewed since. */
export function OpenEmergencies({ place, release, className }: OpenEmergenciesProps) {
  const { data, isError, refetch } = useQuery(openEmergenciesOptions(place));
  if (isError)
    return (
      <div className={className}>
        <ErrorBanner onRetry={() => void refetch()}>
          Whether something was merged in an emergency could not be read.
        </ErrorBanner>
      </div>
    );
  const items = (data?.items ?? []).filter((one) => release === undefined || one.release === release);
  if (items.length === 0) return null;
  return (
    <div className={cn('flex flex-col gap-2', className)}>
      {items.map((one) => (
        <EmergencyBanner key={one.id} place={place} emergency={one} isElsewhere />
      ))}
    </div>
  );
}

/** The emergency merges of a request, the one that is over in one line. */
export function RequestEmergency({ view, place }: { readonly view: ChangeRequestView; readonly place: PlanPlace }) {
  const { data, isError, error, refetch } = useQuery({
    ...requestEmergenciesOptions(place, view.number, view.lockVersion),
    enabled: view.status !== 'draft',
  });
  if (isError) return <ErrorBanner onRetry={() => void refetch()}>{wordsFor(error)}</ErrorBanner>;
  const shown = (data?.items ?? []).filter((one) => one.state !== 'withdrawn' && one.state !== 'expired');
  return shown.map((one) => <EmergencyBanner key={one.id} place={place} emergency={one} isElsewhere={false} />);
}

interface BannerProps {
  readonly place: PlanPlace;
  readonly emergency: EmergencyView;
  /** Not on the page of the request itself. */
  readonly isElsewhere: boolean;
}

function EmergencyBanner({ place, emergency, isElsewhere }: BannerProps) {
  const { number, askedBy, confirmedBy, reason, missing, may, state } = emergency;
  const move = useEmergencyMove(place, number);
  const [isReviewing, setReviewing] = useState(false);
  const act = async (what: 'confirm' | 'withdraw') => {
    const done = await move.mutateAsync({ what }).then(
      (release) => ({ release }),
      () => null,
    );
    if (done) announce(done.release === null ? 'It was taken back' : `#${number} is merged as release ${done.release}`);
  };
  const link = isElsewhere ? (
    <Link
      prefetch={false}
      className="text-accent underline underline-offset-2"
      href={planHref(place, `change-requests/${number}`)}
    >
      #{number} {emergency.title}
    </Link>
  ) : null;
  if (state === 'reviewed')
    return (
      <Callout
        tone="info"
        title={`Merged in an emergency by ${askedBy.name} and ${confirmedBy?.name ?? 'a second person'}: ${reason}`}
      >
        Reviewed by {emergency.reviewedBy?.name ?? 'somebody'}{' '}
        {emergency.reviewedAt ? <RelativeTime at={emergency.reviewedAt} /> : null}
        {emergency.note === '' ? '.' : `: ${emergency.note}`}
      </Callout>
    );
  const isWaiting = state === 'waiting';
  const refusal = isWaiting ? may.confirm : may.review;
  return (
    <Callout
      tone={isWaiting ? 'warning' : 'problem'}
      title={
        isWaiting
          ? `${askedBy.name} asks to merge ${isElsewhere ? `#${number}` : 'it'} in an emergency: ${reason}`
          : `Merged in an emergency by ${askedBy.name} and ${confirmedBy?.name ?? 'a second person'}: ${reason}`
      }
      action={
        <span className="flex flex-wrap gap-2">
          {isWaiting && may.withdraw.enabled ? (
            <Button size="toolbar" pending={move.isPending} onClick={() => void act('withdraw')}>
              Take back
            </Button>
          ) : null}
          {isWaiting && may.confirm.enabled ? (
            <Button size="toolbar" variant="primary" pending={move.isPending} onClick={() => void act('confirm')}>
              Confirm and merge
            </Button>
          ) : null}
          {may.review.enabled ? (
            <Button size="toolbar" variant="primary" onClick={() => setReviewing(true)}>
              Review it
            </Button>
          ) : null}
        </span>
      }
    >
      <p className="break-words">
        {link}
        {link ? '. ' : ''}
        {isWaiting ? 'It would go without' : 'It went without'}: {namesInRow(missing, 6)}.
      </p>
      {isWaiting ? (
        <p>
          A second person confirms before <RelativeTime at={emergency.expiresAt} />.
        </p>
      ) : (
        <p>Nobody has reviewed it since.</p>
      )}
      {refusal.enabled || refusal.whyNot === null ? null : <p className="text-muted">{refusal.whyNot}</p>}
      {move.error ? <p className="text-removed">{refusalWords(move.error)}</p> : null}
      <ReasonDialog
        open={isReviewing}
        onOpenChange={setReviewing}
        title={`You have read #${number}, which was merged in an emergency?`}
        description="The banner ends. What you write stays with the request; revert the release or propose a change if something is wrong."
        label="What you found"
        confirmLabel="Mark as reviewed"
        onConfirm={async (note) => {
          await move.mutateAsync({ what: 'review', text: note });
          announce('Reviewed');
        }}
      />
    </Callout>
  );
}
