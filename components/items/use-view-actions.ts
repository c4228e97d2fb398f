'use client';
import { usePlan } from '@/components/shared/plan-context';
import { announce } from '@/components/ui/announce';
import { notify, notifyFailure } from '@/components/ui/toast';
import { wordsFor } from '@/lib/client/http';
import { useCreateView, useDeleteView, useSetDefaultView, useUpdateView } from '@/lib/client/views';
import type { ListShape, SavedView } from '@/lib/contracts/views';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { kinds } from '@/lib/domain/plan/kinds/list';

/** What the menu does to a view, with its words; what is undone works also when the list has been left. */
export function useViewActions(kind: ItemKind) {
  const plan = usePlan();
  const create = useCreateView(plan);
  const update = useUpdateView(plan);
  const remove = useDeleteView(plan);
  const setDefault = useSetDefaultView(plan);
  const failed = (error: unknown) => notifyFailure(wordsFor(error));

  const restore = async (view: SavedView) => {
    const { name, isShared, shape } = view;
    const back = await create.mutateAsync({ kind, name, isShared, shape });
    if (view.isDefault) await setDefault.mutateAsync({ kind, id: back.id });
    announce(`The view ${name} is back`);
  };

  return {
    save: (view: SavedView, shape: ListShape) => {
      const before = view.shape;
      update.mutateAsync({ id: view.id, shape }).then(
        () =>
          notify(`“${view.name}” now looks like this list`, {
            undo: () => void update.mutateAsync({ id: view.id, shape: before }).catch(failed),
          }),
        failed,
      );
    },
    remove: (view: SavedView) => {
      const isOthers = view.by.id !== plan.userId;
      remove.mutateAsync(view.id).then(
        () =>
          notify(`Deleted the view “${view.name}”`, {
            ...(isOthers ? { description: 'Undo brings it back as yours.' } : {}),
            undo: () => void restore(view).catch(failed),
          }),
        failed,
      );
    },
    setDefault: (view: SavedView, on: boolean) => {
      const plural = kinds[kind].plural;
      setDefault
        .mutateAsync({ kind, id: on ? view.id : null })
        .then(() => announce(on ? `${plural} open with ${view.name}` : `${plural} open without a view`), failed);
    },
  };
}
