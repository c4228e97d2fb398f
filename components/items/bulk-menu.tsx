'use client';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu';
import type { ItemRow } from '@/lib/contracts/items';
import { BulkDialog } from './bulk-dialog';
import { type BulkKind, bulkKindsOf, bulkLabels } from './bulk-draft';

/** What can be done with all selected items at once. */
export function BulkMenu({ items, onDone }: { items: readonly ItemRow[]; onDone: () => void }) {
  const [kind, setKind] = useState<BulkKind | null>(null);
  const itemKind = items[0]?.kind;
  if (!itemKind) return null;
  return (
    <>
      <DropdownMenu
        align="start"
        trigger={
          <Button size="toolbar">
            Change all
            <ChevronDown aria-hidden />
          </Button>
        }
      >
        {bulkKindsOf(itemKind).map((one) => (
          <MenuItem key={one} onSelect={() => setKind(one)}>
            {bulkLabels[one]}
          </MenuItem>
        ))}
      </DropdownMenu>
      {kind ? (
        <BulkDialog
          kind={kind}
          itemKind={itemKind}
          itemIds={items.map((item) => item.id)}
          onClose={() => setKind(null)}
          onDone={() => {
            setKind(null);
            onDone();
          }}
        />
      ) : null}
    </>
  );
}
