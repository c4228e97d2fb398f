'use client';
import Link from 'next/link';
import { usePlan } from '@/components/shared/plan-context';
import { gridHref, proposeHref } from '@/components/shared/plan-href';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-button';
import { notify, notifyFailure } from '@/components/ui/toast';
import { wordsFor } from '@/lib/client/http';
import { useWatchItem } from '@/lib/client/watches';
import type { ItemRow } from '@/lib/contracts/items';
import { qualifiedName } from '@/lib/domain/plan/item';
import { grouped } from '@/lib/kit/grouped';
import { BulkMenu } from './bulk-menu';

/** What can be done with the selected rows. */
export function SelectionBar({ items, onClear }: { items: readonly ItemRow[]; onClear: () => void }) {
  const plan = usePlan();
  const watch = useWatchItem(plan);
  const ids = items.map((item) => item.id);
  const [first] = items;
  // An address that holds more ids would be refused on its way.
  const gridLink = first && ids.length <= 200 ? gridHref(plan, { kind: first.kind, items: ids.join(',') }) : null;
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
      <p className="font-medium tabular-nums">{grouped(items.length)} selected</p>
      <Button size="toolbar" asChild>
        <Link href={proposeHref(plan, { item: items.map((item) => item.id).join(',') })}>Propose edit</Link>
      </Button>
      <BulkMenu items={items} onDone={onClear} />
      {gridLink ? (
        <Button size="toolbar" asChild>
          <Link href={gridLink}>Edit in grid</Link>
        </Button>
      ) : (
        <Button size="toolbar" unavailable="Select at most 200, or edit the whole list in the grid">
          Edit in grid
        </Button>
      )}
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
