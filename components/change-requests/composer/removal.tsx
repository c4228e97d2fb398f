'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { usePlan } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu';
import { notify, notifyFailure } from '@/components/ui/toast';
import { useDropChange } from '@/lib/client/change-requests';
import { wordsFor } from '@/lib/client/http';
import { useProposeRemoval } from '@/lib/client/propose';
import { type Item, qualifiedName } from '@/lib/domain/plan/item';

/** The ways to take an item out: of the plan, by a proposal, or only its change out of the request. */
export function useRemoval(
  item: Item | null,
  request: { readonly number: number; readonly holdsItem: boolean } | null,
  onDone: () => void,
) {
  const plan = usePlan();
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const remove = useProposeRemoval(plan);
  const drop = useDropChange(plan, request?.number ?? 0);
  if (!item) return { items: null, dialog: null };
  const name = qualifiedName(item);
  const goTo = (number: number) => {
    onDone();
    router.push(planHref(plan, `change-requests/${number}`));
  };
  const failed = (error: unknown) => notifyFailure(wordsFor(error));
  return {
    items: (
      <>
        <MenuSeparator />
        {request?.holdsItem ? (
          <MenuItem
            onSelect={() =>
              drop.mutate({ itemId: item.id }, { onSuccess: () => goTo(request.number), onError: failed })
            }
          >
            Take it out of #{request.number}
          </MenuItem>
        ) : null}
        <MenuItem danger onSelect={() => setAsking(true)}>
          Propose to remove it
        </MenuItem>
      </>
    ),
    dialog: (
      <AlertDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={`Propose to remove “${name}”?`}
        consequence={`Nothing is removed until ${request ? `#${request.number}` : 'the change request'} is reviewed and merged. What was deprecated first is missed by nobody: consider the lifecycle instead.`}
        confirmLabel="Propose to remove it"
        pending={remove.isPending}
        onConfirm={() =>
          remove.mutate(
            { itemId: item.id, number: request?.number ?? null, title: `Remove ${name}`.slice(0, 200) },
            {
              onSuccess: (number) => {
                notify(`#${number} proposes to remove ${name}`);
                goTo(number);
              },
              onError: failed,
            },
          )
        }
      />
    ),
  };
}
