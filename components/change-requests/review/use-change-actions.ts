'use client';
import { useRouter } from 'next/navigation';
import { usePlan } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';
import { notify, notifyFailure } from '@/components/ui/toast';
import { useAddItem, useDropChange, useEditChange, useRemoveItem } from '@/lib/client/change-requests';
import { wordsFor } from '@/lib/client/http';
import type { ChangeRow, ChangeView } from '@/lib/contracts/change-requests';
import { fieldValue } from '@/lib/domain/plan/item';

/** What can be done with one change of a request: edit it, take it out, propose the item's removal instead. */
export function useChangeActions(number: number) {
  const plan = usePlan();
  const router = useRouter();
  const drop = useDropChange(plan, number);
  const remove = useRemoveItem(plan, number);
  const edit = useEditChange(plan, number);
  const add = useAddItem(plan, number);
  const fail = (words: string, again: () => void) => (error: unknown) =>
    notifyFailure(words, { description: wordsFor(error), retry: again });

  /** Puts a change back as it was. */
  const restore = async (change: ChangeView) => {
    const { itemId, after } = change;
    if (!after) await remove.mutateAsync({ itemId });
    else if (change.operation === 'added') {
      const { kind, namespace, name, content } = after;
      await add.mutateAsync({ itemId, kind, namespace, name, content: content as never });
    } else await edit.mutateAsync({ itemId, ...editThatMade(change) });
  };
  const restoring = (change: ChangeView) => () => {
    restore(change).then(
      () => notify(`${change.name} is back in #${number}`),
      fail(`${change.name} was not put back.`, restoring(change)),
    );
  };
  // Promises, not the callbacks of `mutate`: the card is gone by the time its change is out.
  const dropChange = (change: ChangeView): void => {
    drop.mutateAsync({ itemId: change.itemId }).then(
      () => notify(`${change.name} is out of #${number}`, { undo: restoring(change) }),
      fail(`${change.name} is still in #${number}.`, () => dropChange(change)),
    );
  };
  const removeItem = (change: ChangeView): void => {
    remove.mutateAsync({ itemId: change.itemId }).then(
      () => notify(`#${number} now proposes to remove ${change.name}`, { undo: restoring(change) }),
      fail(`${change.name} was not marked for removal.`, () => removeItem(change)),
    );
  };
  const openEditor = (change: Pick<ChangeRow, 'itemId'>) =>
    router.push(planHref(plan, `change-requests/${number}/items/${encodeURIComponent(change.itemId)}`));
  return { dropChange, removeItem, openEditor, isPending: drop.isPending || remove.isPending };
}

function editThatMade(change: ChangeView) {
  const { after, differences } = change;
  const keys = [...new Set(differences.flatMap((one) => (one.field === null ? [] : [one.field])))];
  return {
    fields: Object.fromEntries(keys.map((key) => [key, (after ? fieldValue(after, key) : null) as never])),
    claims: differences.flatMap(({ claimed, field, member, part }) =>
      claimed && field !== null ? [{ field, member, part }] : [],
    ),
  };
}
