'use client';
import Link from 'next/link';
import { usePlan } from '@/components/shared/plan-context';
import { proposeHref } from '@/components/shared/plan-href';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-button';
import { notify, notifyFailure } from '@/components/ui/toast';
import { wordsFor } from '@/lib/client/http';
import { useWatchItem } from '@/lib/client/watches';
import type { ItemRow } from '@/lib/contracts/items';
import { qualifiedName } from '@/lib/domain/plan/item';

/** What can be done with the selected rows. */
export function SelectionBar({ items, onClear }: { items: readonly ItemRow[]; onClear: () => void }) {
  const plan = usePlan();
  const watch = useWatchItem(plan);
  const allWatched = items.every((item) => item.watching);
  const watchAll = async () => {
    try {
      for (const item of items)
        if (item.watching === allWatched) await watch.mutateAsync({ targetId: item.id, watching: !allWatched });
    } catch (error) {
      notifyFailure(wordsFor(error));
    }
  };
  return (
    <section
      aria-label="Selection"
      className="mx-4 mb-2 flex flex-wrap items-center gap-2 rounded-card bg-selected px-3 py-1.5 text-sm lg:mx-6"
    >
      <p className="font-medium tabular-nums">{items.length.toLocaleString('en')} selected</p>
      <Button size="toolbar" asChild>
        <Link href={proposeHref(plan, { item: items.map((item) => item.id).join(',') })}>Propose edit</Link>
      </Button>
      <Button size="toolbar" variant="ghost" pending={watch.isPending} onClick={() => void watchAll()}>
        {allWatched ? 'Stop watching' : 'Watch'}
      </Button>
      <Button
        size="toolbar"
        variant="ghost"
        onClick={() =>
          void copyText(items.map(qualifiedName).join('\n')).then((done) => done && notify('Names copied'))
        }
      >
        Copy names
      </Button>
      <Button size="toolbar" variant="ghost" onClick={onClear}>
        Clear
      </Button>
    </section>
  );
}
