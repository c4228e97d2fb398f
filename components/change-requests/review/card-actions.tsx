'use client';
import { Ellipsis, MessageSquarePlus, Pencil, Trash2, Undo2 } from 'lucide-react';
import { useId } from 'react';
import { PeopleAt } from '@/components/shared/attendance/people';
import { keysOf } from '@/components/shared/keyboard/registry';
import { Checkbox } from '@/components/ui/checkbox';
import { DropdownMenu, MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { Tooltip } from '@/components/ui/tooltip';
import type { ChangeRequestView, ChangeRow, ChangeView } from '@/lib/contracts/change-requests';
import type { CardPort } from './card-props';
import { whyNot } from './review-rows';
import { useChangeActions } from './use-change-actions';

interface Props {
  readonly request: Pick<ChangeRequestView, 'number' | 'moves'>;
  readonly change: ChangeRow;
  readonly data: ChangeView | undefined;
  readonly isViewed: boolean;
  readonly isMenuOpen: boolean;
  readonly port: CardPort;
}

/** Viewed, edit, and the rest of what can be done with one change. */
export function CardActions({ request, change, data, isViewed, isMenuOpen, port }: Props) {
  const actions = useChangeActions(request.number);
  const id = useId();
  const refusal = whyNot(request, 'edit');
  const notYet = refusal ?? (data ? undefined : 'It is still being read.');
  return (
    <div className="ml-auto flex items-center gap-1">
      <PeopleAt itemId={change.itemId} />
      <Tooltip label="You have read this change" keys={keysOf('review.viewed')}>
        <label
          htmlFor={id}
          className="hit-area flex h-toolbar cursor-pointer items-center gap-1.5 rounded-control px-1.5 text-sm hover:bg-hover"
        >
          <Checkbox
            id={id}
            aria-label={`Viewed: ${change.name}`}
            checked={isViewed}
            onCheckedChange={(checked) => port.mark(change, checked === true)}
          />
          Viewed
        </label>
      </Tooltip>
      {change.operation === 'removed' ? null : (
        <IconButton
          label={`Edit ${change.name}`}
          keys={keysOf('item.edit')}
          unavailable={refusal}
          onClick={() => actions.openEditor(change)}
        >
          <Pencil aria-hidden />
        </IconButton>
      )}
      <DropdownMenu
        label={`Actions on ${change.name}`}
        open={isMenuOpen}
        onOpenChange={(open) => port.openMenu(open ? change.itemId : null)}
        trigger={
          <IconButton label={`Actions on ${change.name}`} keys={keysOf('item.actions')}>
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        <MenuItem
          icon={<MessageSquarePlus aria-hidden />}
          onSelect={() => {
            port.fold(change, false);
            port.comment({ itemId: change.itemId, field: null });
          }}
        >
          Comment on the item
        </MenuItem>
        <MenuSeparator />
        {change.operation === 'changed' ? (
          <MenuItem
            icon={<Trash2 aria-hidden />}
            unavailable={notYet}
            onSelect={() => data && actions.removeItem(data)}
          >
            Propose its removal instead
          </MenuItem>
        ) : null}
        <MenuItem
          danger
          icon={<Undo2 aria-hidden />}
          unavailable={notYet}
          disabled={actions.isPending}
          onSelect={() => data && actions.dropChange(data)}
        >
          Take it out of #{request.number}
        </MenuItem>
      </DropdownMenu>
    </div>
  );
}
