'use client';
import { useQueryClient } from '@tanstack/react-query';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { notifyFailure } from '@/components/ui/toast';
import { changeRequestKeys, useMove } from '@/lib/client/change-requests';
import { wordsFor } from '@/lib/client/http';
import type { PlanPlace } from '@/lib/client/items';
import type { ChangeRequestView, DifferenceView } from '@/lib/contracts/change-requests';
import { whyNot } from './review-rows';

interface Props {
  readonly place: PlanPlace;
  readonly request: Pick<ChangeRequestView, 'number' | 'lockVersion' | 'moves' | 'author'>;
  readonly itemId: string;
  readonly difference: DifferenceView;
}

/** Says that the author calls an edit a clarification, and lets a reviewer disagree. */
export function ClaimNote({ place, request, itemId, difference }: Props) {
  const client = useQueryClient();
  const overturn = useMove(place, request.number, 'overturn-claim');
  const { field, member, part } = difference;
  const disagree = () => {
    if (field === null) return;
    overturn.mutate(
      { body: { itemId, field, member, part }, lockVersion: request.lockVersion },
      {
        onSuccess: () => {
          announce('It counts as a change of meaning now');
          void client.invalidateQueries({ queryKey: changeRequestKeys.change(place, request.number, itemId) });
        },
        onError: (error) => notifyFailure('The claim still stands.', { description: wordsFor(error), retry: disagree }),
      },
    );
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-border border-t pt-1.5 text-sm">
      <span className="min-w-0 flex-1 basis-60 text-muted">
        {request.author.name} says that the meaning is unchanged.
      </span>
      <Button size="toolbar" pending={overturn.isPending} unavailable={whyNot(request, 'approve')} onClick={disagree}>
        This changes the meaning
      </Button>
    </div>
  );
}
