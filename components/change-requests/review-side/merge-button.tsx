'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { planHref } from '@/components/shared/plan-href';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import { notify } from '@/components/ui/toast';
import { useMergeChangeRequest } from '@/lib/client/change-requests';
import type { PlanPlace } from '@/lib/client/items';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import { moveOf } from './decide';
import { MergeBox } from './merge-box';

export interface MergeButtonProps {
  readonly view: ChangeRequestView;
  readonly place: PlanPlace;
  /** Where the request stands, shown beside the button with this id. */
  readonly words: string;
  readonly wordsId: string;
  /** A verdict is being given. */
  readonly isBusy: boolean;
  /** Whether the last verdict is long enough ago for its keys to mean something else. */
  readonly isSettled: () => boolean;
  readonly onMerged: () => void;
}

/** Merges when every requirement is met, after a last look; else it says what is missing. */
export function MergeButton({ view, place, words, wordsId, isBusy, isSettled, onMerged }: MergeButtonProps) {
  const router = useRouter();
  const merge = useMergeChangeRequest(place, view.number);
  const [isOpen, setOpen] = useState(false);
  const { enabled, whyNot } = moveOf(view, 'merge');
  const open = (next: boolean) => {
    if (next) merge.reset();
    setOpen(next);
  };
  useShortcut('form.submit', () => isSettled() && open(true), {
    enabled: enabled && !isOpen && !isBusy,
    isPending: merge.isPending,
  });
  if (!enabled) {
    return (
      <Button unavailable={whyNot || words} aria-describedby={wordsId}>
        Merge
      </Button>
    );
  }
  const mergeNow = async () => {
    if (merge.isPending) return;
    // A promise, since the button is gone when the request is merged, and callbacks of a mutation with it.
    const done = await merge.mutateAsync(view.lockVersion).catch(() => null);
    if (!done) return;
    setOpen(false);
    onMerged();
    notify(`#${view.number} is merged as release ${done.release}`, {
      undo: () => router.push(planHref(place, `releases/${done.release}`)),
      undoLabel: 'Open release',
    });
  };
  return (
    <Popover
      label="Merge"
      align="end"
      open={isOpen}
      onOpenChange={open}
      className="w-[min(24rem,calc(100vw-1rem))]"
      trigger={
        <Button variant="primary" pending={merge.isPending}>
          Merge
        </Button>
      }
    >
      <MergeBox view={view} error={merge.error} isPending={merge.isPending} onMerge={() => void mergeNow()} />
    </Popover>
  );
}
