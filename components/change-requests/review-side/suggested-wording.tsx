'use client';
import { useQuery } from '@tanstack/react-query';
import { ProseDiff } from '@/components/shared/diff/prose-diff';
import { usePlan } from '@/components/shared/plan-context';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { notify, notifyFailure } from '@/components/ui/toast';
import { changeRequestOptions } from '@/lib/client/change-requests';
import type { PlanPlace } from '@/lib/client/items';
import { useTakeWording } from '@/lib/client/threads';
import type { ThreadView } from '@/lib/contracts/threads';
import { moveOf } from './decide';
import { refusalWords } from './words';

export interface SuggestedWordingProps {
  readonly place: PlanPlace;
  readonly number: number;
  readonly thread: ThreadView;
  readonly suggestion: { readonly from: string; readonly text: string };
  /** What the field says now; undefined while that is not known, null where it says nothing that has words. */
  readonly present: string | null | undefined;
  /** Nobody else sees it yet. */
  readonly isPending: boolean;
}

/** Other words for a field, as what they would change of it, and the way to take them. */
export function SuggestedWording({ place, number, thread, suggestion, present, isPending }: SuggestedWordingProps) {
  const { userId } = usePlan();
  const view = useQuery({ ...changeRequestOptions(place, number), enabled: false, refetchInterval: false }).data;
  const wording = useTakeWording(place, number);
  const before = present ?? suggestion.from;
  const isTaken = present === suggestion.text;
  const { itemId, field } = thread;
  const mayEdit = view ? moveOf(view, 'edit') : { enabled: false, whyNot: '' };
  const isNewHand = view !== undefined && !view.contributors.some((person) => person.id === userId);

  const put = async (from: string, to: string, resolved: boolean) => {
    if (itemId === null || field === null) return;
    await wording.mutateAsync({ threadId: thread.id, itemId, field, from, to, resolved });
  };
  const takeBack = () => {
    put(suggestion.text, before, false).then(
      () => announce('The wording is what it was'),
      (error) => notifyFailure(refusalWords(error)),
    );
  };
  const take = () => {
    put(before, suggestion.text, true).then(
      () => notify('The suggested wording is in', { undo: takeBack }),
      (error) => notifyFailure(refusalWords(error)),
    );
  };
  return (
    <div className="flex min-w-0 flex-col gap-2 rounded-control border border-border bg-surface p-2">
      <p className="text-sm text-subtle">
        {isTaken ? 'Suggested wording, which the field has now' : 'Suggested wording'}
      </p>
      {isTaken ? (
        <ProseDiff before={suggestion.from} after={suggestion.text} />
      ) : (
        <ProseDiff before={before} after={suggestion.text} />
      )}
      {isTaken || isPending || present === null || thread.resolvedAt !== null ? null : (
        <div className="flex flex-wrap items-center gap-2">
          <Button
            size="toolbar"
            pending={wording.isPending}
            unavailable={mayEdit.enabled ? undefined : mayEdit.whyNot || 'The request is still being read.'}
            onClick={take}
          >
            Apply
          </Button>
          {mayEdit.enabled && isNewHand ? (
            <p className="text-sm text-subtle">Applying it makes you a contributor, whose approval does not count.</p>
          ) : null}
        </div>
      )}
    </div>
  );
}
