'use client';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { SheetRow } from '@/lib/domain/grid/sheet';
import { kinds } from '@/lib/domain/plan/kinds/list';
import { grouped } from '@/lib/kit/grouped';
import { newId } from '@/lib/kit/id';
import { type GridStore, words } from './grid-store';
import { useGridState } from './use-grid-state';

/** Pasted rows beyond the last one: nothing of them is dropped, they may become new items. */
export function SurplusOffer({ store }: { store: GridStore }) {
  const surplus = useGridState(store, (state) => state.surplus);
  if (surplus.length === 0) return null;
  const { kind, rows: before } = store.get().sheet;
  const { label, plural, idPrefix } = kinds[kind];
  const noun = surplus.length === 1 ? label.toLowerCase() : plural.toLowerCase();
  const create = () => {
    const rows = surplus.map((): SheetRow => {
      const itemId = newId(idPrefix);
      const fields = { name: '' };
      return {
        key: `${itemId} `,
        itemId,
        propertyId: null,
        title: '',
        fields,
        saved: null,
        before: null,
        wrong: {},
        theirs: {},
      };
    });
    store.add(rows, surplus);
    store.moveTo({ row: before.length, column: 0 });
  };
  return (
    <div className="px-4 pb-2 lg:px-6">
      <Callout
        tone="info"
        action={
          <div className="flex gap-2">
            <Button size="toolbar" onClick={create}>
              Create {grouped(surplus.length)} {noun}
            </Button>
            <Button size="toolbar" variant="ghost" onClick={() => store.set({ surplus: [] })}>
              Leave out
            </Button>
          </div>
        }
      >
        {words(surplus.length, 'pasted row')} found no place below the last one.
      </Callout>
    </div>
  );
}
