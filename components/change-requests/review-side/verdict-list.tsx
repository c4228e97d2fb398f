'use client';
import { CircleCheck, CircleSlash, MessageSquare, MessageSquareWarning } from 'lucide-react';
import { useState } from 'react';
import { PersonChip } from '@/components/shared/person-chip';
import { usePlan } from '@/components/shared/plan-context';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { MarkdownText } from '@/components/ui/markdown';
import { RelativeTime } from '@/components/ui/relative-time';
import { notifyFailure } from '@/components/ui/toast';
import { useLiftVerdict } from '@/lib/client/change-requests';
import type { PlanPlace } from '@/lib/client/items';
import type { ChangeRequestView, VerdictView } from '@/lib/contracts/change-requests';
import { isOnItsWay, moveOf } from './decide';
import { RailSection } from './rail-section';
import { ReasonDialog } from './reason-dialog';
import { liftedWords, refusalWords, verdictWords, voidedWords } from './words';

/** What reviewers said: newest first, with what an approval still covers, and why one does not count. */
export function VerdictList({ view, place }: { view: ChangeRequestView; place: PlanPlace }) {
  return (
    <RailSection title="Verdicts">
      {view.verdicts.length === 0 ? (
        <p className="text-muted text-sm">
          {view.status === 'draft' ? 'None yet: it is a draft.' : 'Nobody has given one yet.'}
        </p>
      ) : (
        <ol className="flex flex-col gap-4">
          {view.verdicts.toReversed().map((verdict) => (
            <Verdict key={verdict.id} verdict={verdict} view={view} place={place} />
          ))}
        </ol>
      )}
    </RailSection>
  );
}

function Verdict({ verdict, view, place }: { verdict: VerdictView; view: ChangeRequestView; place: PlanPlace }) {
  const { userId } = usePlan();
  const isOwn = verdict.reviewer.id === userId;
  const isVoid = verdict.kind === 'approve' && verdict.covers > 0 && verdict.voided.length === verdict.covers;
  const isOff = verdict.lifted !== null || verdict.discounted !== null || isVoid;
  const voided = verdict.lifted ? '' : voidedWords(verdict, view.changes);
  return (
    <li className="flex min-w-0 gap-2 text-sm">
      <VerdictSign verdict={verdict} isOff={isOff} />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className={cn('flex flex-wrap items-center gap-x-1.5', isOff && 'text-muted')}>
          {isOwn ? (
            <span className="font-medium">You</span>
          ) : (
            <PersonChip name={verdict.reviewer.name} className="font-medium" />
          )}
          <span>{verdictWords(verdict, view.changes.length)}</span>
          <RelativeTime at={verdict.at} className="text-subtle" />
        </p>
        {verdict.discounted ? <p className="break-words text-changed">{verdict.discounted}</p> : null}
        {voided ? <p className="break-words text-changed">{voided}</p> : null}
        {verdict.lifted ? <p className="break-words text-muted">{liftedWords(verdict.lifted)}</p> : null}
        {verdict.body ? (
          <MarkdownText
            text={verdict.body}
            marks={verdict.mentions.map(({ id, name }) => ({ text: `@${id}`, shown: `@${name}` }))}
            className={cn('text-sm', verdict.lifted && 'text-muted')}
          />
        ) : null}
        <VerdictActions verdict={verdict} view={view} place={place} isOwn={isOwn} />
      </div>
    </li>
  );
}

function VerdictSign({ verdict, isOff }: { verdict: VerdictView; isOff: boolean }) {
  const style = 'mt-0.5 size-4 shrink-0';
  if (verdict.kind === 'comment') return <MessageSquare aria-hidden className={cn(style, 'text-subtle')} />;
  if (isOff) return <CircleSlash aria-hidden className={cn(style, 'text-subtle')} />;
  return verdict.kind === 'approve' ? (
    <CircleCheck aria-hidden className={cn(style, 'text-added')} />
  ) : (
    <MessageSquareWarning aria-hidden className={cn(style, 'text-changed')} />
  );
}

function VerdictActions({
  verdict,
  view,
  place,
  isOwn,
}: {
  verdict: VerdictView;
  view: ChangeRequestView;
  place: PlanPlace;
  isOwn: boolean;
}) {
  const { role, userId } = usePlan();
  const withdraw = useLiftVerdict(place, view.number, 'withdraw');
  const dismiss = useLiftVerdict(place, view.number, 'dismiss');
  const [isAsking, setAsking] = useState(false);
  const isOver = view.status === 'merged' || view.status === 'closed';
  if (isOver || verdict.kind === 'comment' || verdict.lifted || isOnItsWay(verdict)) return null;
  if (isOwn) {
    return (
      <Button
        size="toolbar"
        variant="ghost"
        className="self-start"
        pending={withdraw.isPending}
        onClick={() =>
          withdraw.mutate(
            { verdictId: verdict.id, lockVersion: view.lockVersion },
            {
              onSuccess: () => announce('Verdict withdrawn'),
              onError: (error) => notifyFailure(refusalWords(error)),
            },
          )
        }
      >
        Withdraw
      </Button>
    );
  }
  const { enabled, whyNot } = moveOf(view, 'dismiss');
  const isBlock = verdict.kind === 'request-changes';
  // The move speaks of requests for changes; an admin lifts an approval on the same terms.
  const contributed = view.contributors.some((person) => person.id === userId);
  if (!isBlock && (role !== 'admin' || contributed)) return null;
  return (
    <>
      <Button
        size="toolbar"
        variant="ghost"
        className="self-start"
        unavailable={isBlock && !enabled ? whyNot : undefined}
        onClick={() => setAsking(true)}
      >
        Dismiss
      </Button>
      <ReasonDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={`Dismiss the ${isBlock ? 'request for changes' : 'approval'} of ${verdict.reviewer.name}?`}
        description="They are told, and everybody reads the reason."
        label="Reason"
        isRequired
        confirmLabel="Dismiss"
        onConfirm={(reason) => dismiss.mutateAsync({ verdictId: verdict.id, reason, lockVersion: view.lockVersion })}
      />
    </>
  );
}
