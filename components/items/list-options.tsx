'use client';
import { Columns3, Rows3 } from 'lucide-react';
import {
  DropdownMenu,
  MenuCheckboxItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
} from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { type GroupKey, groupKeys } from '@/lib/domain/plan-query/list-keys';
import { chosenColumns, columnsOf } from './columns';

const groupLabels: Record<GroupKey, string> = {
  category: 'Category',
  stage: 'Stage',
  owner: 'Owner',
  lifecycle: 'Lifecycle',
  namespace: 'Namespace',
};

export interface ListOptionsProps {
  readonly kind: ItemKind;
  readonly group: GroupKey | null;
  readonly columns: string | null;
  readonly onGroup: (group: GroupKey | null) => void;
  readonly onColumns: (columns: string | null) => void;
}

/** How a list is grouped and which columns it shows; part of the address, and of the view that names it. */
export function ListOptions({ kind, group, columns, onGroup, onColumns }: ListOptionsProps) {
  const chosen = chosenColumns(kind, columns).map((column) => column.id);
  const offered = groupKeys.filter((key) => kind === 'event' || (key !== 'category' && key !== 'stage'));
  return (
    <div className="flex items-center gap-1">
      <DropdownMenu
        trigger={
          <IconButton label={group ? `Grouped by ${groupLabels[group].toLowerCase()}` : 'Group'}>
            <Rows3 aria-hidden />
          </IconButton>
        }
      >
        <MenuLabel>Group by</MenuLabel>
        <MenuRadioGroup
          value={group ?? ''}
          onValueChange={(value) => onGroup(groupKeys.find((key) => key === value) ?? null)}
        >
          <MenuRadioItem value="">Nothing</MenuRadioItem>
          {offered.map((key) => (
            <MenuRadioItem key={key} value={key}>
              {groupLabels[key]}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </DropdownMenu>
      <DropdownMenu
        trigger={
          <IconButton label="Columns">
            <Columns3 aria-hidden />
          </IconButton>
        }
      >
        <MenuLabel>Columns</MenuLabel>
        {columnsOf(kind)
          .filter((column) => column.id !== 'name')
          .map((column) => (
            <MenuCheckboxItem
              key={column.id}
              checked={chosen.includes(column.id)}
              onCheckedChange={(on) =>
                onColumns(
                  (on ? [...chosen, column.id] : chosen.filter((id) => id !== column.id))
                    .filter((id) => id !== 'name')
                    .join(','),
                )
              }
            >
              {column.head}
            </MenuCheckboxItem>
          ))}
      </DropdownMenu>
    </div>
  );
}
