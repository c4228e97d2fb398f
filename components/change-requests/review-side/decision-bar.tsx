'use client';
import { MoreHorizontal } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useId, useRef, useState } from 'react';
import { keysOf } from '@/components/shared/keyboard/registry';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { usePlan } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { Popover } from '@/components/ui/popover';
import { notify, notifyFailure } from '@/components/ui/toast';
import { useMergeChangeRequest, useMove } from '@/lib/client/change-requests';
import type { PlanPlace } from '@/lib/client/items';
import type { ChangeRequestView, ChangeRow } from '@/lib/contracts/change-requests';
import type { VerdictKind } from '@/lib/domain/review/change-request';
import { coverable, hasApproved, mainMove, moveOf, startKind } from './decide';
import { MergeBox } from './merge-box';
import { NextWaiting } from './next-waiting';
import { ReasonDialog } from './reason-dialog';
import { draftKey } from './threads';
import { useCommentDraft } from './use-comment-draft';
import { type GivenVerdict, useVerdict } from './use-verdict';
import { VerdictBox } from './verdict-box';
import { counted, refusalWords, standingWords } from './words';

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
  const router = useRouter();
  const wordsId = useId();
  const verdict = useVerdict(place, view);
  const merge = useMergeChangeRequest(place, view.number);
  const submit = useMove(place, view.number, 'submit');
  const reopen = useMove(place, view.number, 'reopen');
  const close = useMove(place, view.number, 'close');
  const takeOver = useMove(place, view.number, 'take-over');
  const [note, setNote] = useCommentDraft(draftKey(place, view.number, 'verdict'));
  const [box, setBox] = useState<OpenBox | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [isMerging, setMerging] = useState(false);
  const [asking, setAsking] = useState<'close' | null>(null);
  const [hasDecided, setDecided] = useState(false);
  const decidedAt = useRef(0);
  const isDone = hasApproved(view, plan.userId);
  const main = mainMove(view, isDone);
  const isOver = view.status === 'merged' || view.status === 'closed';

  const openBox = (wanted: VerdictKind) => {
    const kind = startKind(view, wanted);
    if (kind !== wanted) announce(moveOf(view, wanted).whyNot, 'assertive');
    setMerging(false);
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
  const mergeNow = () => {
    if (merge.isPending) return;
    merge.mutate(view.lockVersion, {
      onSuccess: (done) => {
        setMerging(false);
        setDecided(true);
        notify(`#${view.number} is merged as release ${done.release}`, {
          undo: () => router.push(planHref(place, `releases/${done.release}`)),
          undoLabel: 'Open release',
        });
      },
    });
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
  useShortcut(
    'form.submit',
    () => {
      if (Date.now() - decidedAt.current < settleMs) return;
      if (canSubmit) send();
      else setMerging(true);
    },
    {
      enabled: (canMerge || canSubmit) && box === null && !isMerging,
      isPending: verdict.isPending || submit.isPending,
    },
  );

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
        {isOver || view.status === 'draft' ? null : canMerge ? (
          <Popover
            label="Merge"
            align="end"
            open={isMerging}
            onOpenChange={setMerging}
            className="w-[min(24rem,calc(100vw-1rem))]"
            trigger={
              <Button variant="primary" pending={merge.isPending}>
                Merge
              </Button>
            }
          >
            <MergeBox view={view} error={merge.error} isPending={merge.isPending} onMerge={mergeNow} />
          </Popover>
        ) : (
          <Button unavailable={moveOf(view, 'merge').whyNot || words} aria-describedby={wordsId}>
            Merge
          </Button>
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
        {isOver ? null : (
          <DropdownMenu
            label="More"
            trigger={
              <IconButton label="More" size="control">
                <MoreHorizontal aria-hidden />
              </IconButton>
            }
          >
            <MenuItem
              onSelect={() => openBox('request-changes')}
              keys={keysOf('review.request-changes')}
              unavailable={moveOf(view, 'request-changes').enabled ? undefined : moveOf(view, 'request-changes').whyNot}
            >
              Request changes
            </MenuItem>
            <MenuItem
              onSelect={() => setAsking('close')}
              unavailable={moveOf(view, 'close').enabled ? undefined : moveOf(view, 'close').whyNot}
            >
              Close without merging
            </MenuItem>
          </DropdownMenu>
        )}
      </div>
      <ReasonDialog
        open={asking === 'close'}
        onOpenChange={(open) => setAsking(open ? 'close' : null)}
        title={`Close #${view.number} without merging?`}
        description="Nothing in the plan changes. What was proposed and said stays readable, and it can be reopened."
        label="Reason"
        confirmLabel="Close change request"
        onConfirm={(reason) => close.mutateAsync({ body: { reason }, lockVersion: view.lockVersion })}
      />
    </div>
  );
}
