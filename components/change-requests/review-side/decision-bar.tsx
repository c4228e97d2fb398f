'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useId, useRef, useState } from 'react';
import { keysOf } from '@/components/shared/keyboard/registry';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { usePlan } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { Popover } from '@/components/ui/popover';
import { notifyFailure } from '@/components/ui/toast';
import { useMove } from '@/lib/client/change-requests';
import type { PlanPlace } from '@/lib/client/items';
import { threadListOptions } from '@/lib/client/threads';
import type { ChangeRequestView, ChangeRow } from '@/lib/contracts/change-requests';
import type { VerdictKind } from '@/lib/domain/review/change-request';
import { counted } from '@/lib/kit/grouped';
import { coverable, hasApproved, mainMove, moveOf, startKind } from './decide';
import { MergeButton } from './merge-button';
import { MoreMoves } from './more-moves';
import { NextWaiting } from './next-waiting';
import { draftKey, keptCount } from './threads';
import { useCommentDraft } from './use-comment-draft';
import { type GivenVerdict, useVerdict } from './use-verdict';
import { VerdictBox } from './verdict-box';
import { refusalWords, standingWords } from './words';

export interface DecisionBarProps {
  readonly view: ChangeRequestView;
  readonly place: PlanPlace;
  readonly viewed: {
    readonly seen: number;
    readonly total: number;
    /** What changes a meaning or breaks something and is not ticked as viewed. */
    readonly unseenLoud: readonly { readonly itemId: string; readonly name: string }[];
  };
}

interface OpenBox {
  readonly kind: VerdictKind;
  readonly read: readonly ChangeRow[] | null;
  readonly lockVersion: number;
}

/** For this long after a verdict ⌘↵ does nothing else: the second press of a double one is no merge. */
const settleMs = 1_500;

/** What the reader can do with the request now, and for what they cannot, why. */
export function DecisionBar({ view, place, viewed }: DecisionBarProps) {
  const plan = usePlan();
  const wordsId = useId();
  const verdict = useVerdict(place, view);
  const submit = useMove(place, view.number, 'submit');
  const reopen = useMove(place, view.number, 'reopen');
  const takeOver = useMove(place, view.number, 'take-over');
  const threads = useQuery({ ...threadListOptions(place, view.number), enabled: false, refetchInterval: false });
  const kept = keptCount(threads.data?.items ?? []);
  const [note, setNote] = useCommentDraft(draftKey(place, view.number, 'verdict'));
  const [box, setBox] = useState<OpenBox | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [hasDecided, setDecided] = useState(false);
  const decidedAt = useRef(0);
  const isDone = hasApproved(view, plan.userId);
  const main = mainMove(view, isDone);
  const isOver = view.status === 'merged' || view.status === 'closed';

  const openBox = (wanted: VerdictKind) => {
    const kind = startKind(view, wanted);
    if (kind !== wanted) announce(moveOf(view, wanted).whyNot, 'assertive');
    if (box === null) setRefusal(null);
    setBox((now) => (now ? { ...now, kind } : { kind, read: coverable(view, plan), lockVersion: view.lockVersion }));
  };
  const give = async (given: GivenVerdict) => {
    const sent = box;
    if (!sent) return;
    decidedAt.current = Date.now();
    setRefusal(null);
    setBox(null);
    const error = await verdict.give(given, sent.lockVersion);
    decidedAt.current = Date.now();
    if (error) {
      setRefusal(error);
      setBox(sent);
      return;
    }
    setNote('');
    if (given.kind !== 'comment') setDecided(true);
  };
  const plainly = (move: { mutate: typeof submit.mutate }, said: string) =>
    move.mutate(
      { body: {}, lockVersion: view.lockVersion },
      { onSuccess: () => announce(said), onError: (error) => notifyFailure(refusalWords(error)) },
    );
  const send = () => plainly(submit, `#${view.number} is in review`);

  useShortcut('review.approve', () => openBox('approve'), { enabled: !isOver, isPending: verdict.isPending });
  useShortcut('review.request-changes', () => openBox('request-changes'), {
    enabled: !isOver,
    isPending: verdict.isPending,
  });
  const canMerge = moveOf(view, 'merge').enabled;
  const canSubmit = moveOf(view, 'submit').enabled;
  // The second press of a double ⌘↵ belongs to the verdict: it neither sends nor merges.
  const isSettled = () => Date.now() - decidedAt.current > settleMs;
  useShortcut('form.submit', () => isSettled() && send(), {
    enabled: canSubmit && box === null,
    isPending: verdict.isPending || submit.isPending,
  });

  const words = standingWords(view);
  const canApprove = moveOf(view, 'approve').enabled && !isDone;
  return (
    <div className="flex min-w-0 flex-wrap items-center justify-end gap-x-3 gap-y-2">
      {words ? (
        <p id={wordsId} className="min-w-0 break-words text-muted text-sm">
          {words}
        </p>
      ) : null}
      <div className="flex min-w-0 flex-wrap items-center justify-end gap-2">
        {hasDecided ? <NextWaiting place={place} number={view.number} /> : null}
        {view.mergedRelease === null ? null : (
          <Button asChild>
            <Link href={planHref(place, `releases/${view.mergedRelease}`)}>Open release {view.mergedRelease}</Link>
          </Button>
        )}
        {view.conflicts > 0 && !isOver ? (
          <Button
            asChild
            variant={main === 'merge' && !canMerge && moveOf(view, 'rebase').enabled ? 'primary' : 'secondary'}
          >
            <Link href={planHref(place, `change-requests/${view.number}/conflicts`)}>
              Resolve {counted(view.conflicts, 'conflict')}
            </Link>
          </Button>
        ) : null}
        {moveOf(view, 'take-over').enabled ? (
          <Button pending={takeOver.isPending} onClick={() => plainly(takeOver, 'You have taken it over')}>
            Take over
          </Button>
        ) : null}
        {isOver ? null : (
          <Popover
            label="Verdict"
            align="end"
            open={box !== null}
            onOpenChange={(open) => (open ? openBox(canApprove ? 'approve' : 'comment') : setBox(null))}
            className="max-h-[min(40rem,var(--radix-popover-content-available-height))] w-[min(34rem,calc(100vw-1rem))] overflow-y-auto"
            trigger={
              <Button variant={main === 'verdict' ? 'primary' : 'secondary'} pending={verdict.isPending}>
                {canApprove ? 'Approve' : 'Comment'}
                {kept > 0 ? (
                  <>
                    <span aria-hidden className="tabular-nums">
                      +{kept}
                    </span>
                    <span className="sr-only">, with {counted(kept, 'comment')}</span>
                  </>
                ) : null}
                {canApprove ? <Kbd keys={keysOf('review.approve')} /> : null}
              </Button>
            }
          >
            {box ? (
              <VerdictBox
                view={view}
                kind={box.kind}
                onKind={(kind) => setBox({ ...box, kind })}
                note={note}
                onNote={setNote}
                read={box.read}
                onLookedAgain={() => setBox({ ...box, read: coverable(view, plan), lockVersion: view.lockVersion })}
                kept={kept}
                unseenLoud={viewed.unseenLoud}
                error={refusal}
                isPending={verdict.isPending}
                onGive={(given) => void give(given)}
              />
            ) : null}
          </Popover>
        )}
        {view.status === 'draft' ? (
          <Button
            variant="primary"
            pending={submit.isPending}
            unavailable={canSubmit ? undefined : moveOf(view, 'submit').whyNot}
            aria-describedby={wordsId}
            onClick={send}
          >
            Send for review
          </Button>
        ) : null}
        {isOver || view.status === 'draft' ? null : (
          <MergeButton
            view={view}
            place={place}
            words={words}
            wordsId={wordsId}
            isBusy={box !== null || verdict.isPending}
            isSettled={isSettled}
            onMerged={() => setDecided(true)}
          />
        )}
        {view.status === 'closed' ? (
          <Button
            variant="primary"
            pending={reopen.isPending}
            unavailable={moveOf(view, 'reopen').enabled ? undefined : moveOf(view, 'reopen').whyNot}
            onClick={() => plainly(reopen, `#${view.number} is a draft again`)}
          >
            Reopen
          </Button>
        ) : null}
        {isOver ? null : <MoreMoves view={view} place={place} onRequestChanges={() => openBox('request-changes')} />}
      </div>
    </div>
  );
}
