'use client';
import { Ellipsis, Megaphone } from 'lucide-react';
import { useState } from 'react';
import { usePlan } from '@/components/shared/plan-context';
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { onDemand } from '@/components/ui/on-demand';
import { includesRole } from '@/lib/domain/access/roles';

const AnnounceDialog = onDemand(async () => (await import('./announce-dialog')).AnnounceDialog);

/** What is done with an item now and then. */
export function ItemMenu({ item }: { item: { readonly id: string; readonly name: string } }) {
  const { role } = usePlan();
  const [isAnnouncing, setAnnouncing] = useState(false);
  return (
    <>
      <DropdownMenu
        label="More actions"
        trigger={
          <IconButton label="More actions" size="control">
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        <MenuItem
          icon={<Megaphone aria-hidden />}
          unavailable={includesRole(role, 'contributor') ? undefined : 'Contributors can'}
          onSelect={() => setAnnouncing(true)}
        >
          Pin an announcement
        </MenuItem>
      </DropdownMenu>
      <AnnounceDialog item={item} open={isAnnouncing} onOpenChange={setAnnouncing} />
    </>
  );
}
