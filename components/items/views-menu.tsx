'use client';
import { useQuery } from '@tanstack/react-query';
import { Bookmark, Pencil, Plus, Save, Trash2 } from 'lucide-react';
import { Fragment, useState } from 'react';
import { usePlan } from '@/components/shared/plan-context';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import {
  DropdownMenu,
  MenuCheckboxItem,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
} from '@/components/ui/dropdown-menu';
import { onDemand } from '@/components/ui/on-demand';
import { viewsOptions } from '@/lib/client/views';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { kinds } from '@/lib/domain/plan/kinds/list';
import { type ListLook, lookOf, looksLike, noView, shapeOf } from './list-view';
import { useViewActions } from './use-view-actions';

const ViewDialog = onDemand(async () => (await import('./view-dialog')).ViewDialog);

export interface ViewsMenuProps {
  readonly kind: ItemKind;
  /** How the list looks now. */
  readonly look: ListLook;
  /** The view that the address names. */
  readonly view: string | null;
  readonly onChange: (look: ListLook & { readonly view: string | null }) => void;
}

/** Named looks of the list: choose one, keep this one, change, rename, share or delete what is kept. */
export function ViewsMenu({ kind, look, view, onChange }: ViewsMenuProps) {
  const plan = usePlan();
  // A list that no view has shaped needs none before somebody is about to choose one.
  const [isWanted, setWanted] = useState(view !== null);
  const query = useQuery({ ...viewsOptions(plan, kind), enabled: isWanted || view !== null });
  const actions = useViewActions(kind);
  const [dialog, setDialog] = useState<'closed' | 'new' | 'edit'>('closed');
  const views = query.data?.items ?? [];
  const current = views.find((one) => one.id === view);
  const isChanged = current !== undefined && !looksLike(look, current.shape);
  const everything: ListLook = { f: '', sort: 'name', group: null, cols: null };
  const choose = (id: string) => {
    const chosen = views.find((one) => one.id === id);
    if (chosen) onChange({ ...lookOf(chosen.shape), view: chosen.id });
    else onChange({ ...everything, view: views.some((one) => one.isDefault) ? noView : null });
    announce(chosen ? `View ${chosen.name}` : `All ${kinds[kind].plural.toLowerCase()}`);
  };
  const groups = [
    { label: 'Yours', views: views.filter((one) => !one.isShared) },
    { label: 'Shared in this plan', views: views.filter((one) => one.isShared) },
  ].filter((group) => group.views.length > 0);
  const whyNot =
    !current || current.mayChange
      ? undefined
      : current.by.id === plan.userId
        ? 'Contributors and above change a shared view.'
        : `${current.by.name} made it. They and approvers can change it.`;
  return (
    <>
      <DropdownMenu
        label="Views"
        align="start"
        onOpenChange={(isOpen) => isOpen && setWanted(true)}
        trigger={
          <Button
            size="toolbar"
            variant="ghost"
            className="max-sm:order-1"
            onPointerEnter={() => setWanted(true)}
            onFocus={() => setWanted(true)}
          >
            <Bookmark aria-hidden />
            {current ? <span className="sr-only">Views: </span> : null}
            <span className="max-w-40 truncate">{current?.name ?? 'Views'}</span>
            {isChanged ? <span className="font-normal text-subtle text-xs">changed</span> : null}
          </Button>
        }
      >
        {query.isError ? (
          <MenuItem
            onSelect={(event) => {
              event.preventDefault();
              void query.refetch();
            }}
          >
            The views could not be read. Try again
          </MenuItem>
        ) : query.isPending ? (
          <MenuItem disabled>Reading the views…</MenuItem>
        ) : views.length === 0 ? (
          <p className="max-w-64 px-2 py-1.5 text-sm text-subtle">
            No views yet. Save how the list looks now, and come back to it by its name.
          </p>
        ) : (
          <MenuRadioGroup value={current?.id ?? ''} onValueChange={choose}>
            <MenuRadioItem value="">All {kinds[kind].plural.toLowerCase()}</MenuRadioItem>
            {groups.map((group) => (
              <Fragment key={group.label}>
                <MenuLabel>{group.label}</MenuLabel>
                {group.views.map((one) => (
                  <MenuRadioItem key={one.id} value={one.id}>
                    <span className="min-w-0 flex-1 truncate">{one.name}</span>
                    {one.isDefault ? <span className="text-subtle text-xs">opens first</span> : null}
                    {one.by.id === plan.userId ? null : (
                      <span className="max-w-24 truncate text-subtle text-xs">{one.by.name}</span>
                    )}
                  </MenuRadioItem>
                ))}
              </Fragment>
            ))}
          </MenuRadioGroup>
        )}
        <MenuSeparator />
        {current && isChanged ? (
          <MenuItem
            icon={<Save aria-hidden />}
            unavailable={whyNot}
            onSelect={() => actions.save(current, shapeOf(look))}
          >{`Save changes to “${current.name}”`}</MenuItem>
        ) : null}
        <MenuItem icon={<Plus aria-hidden />} onSelect={() => setDialog('new')}>
          Save as a new view…
        </MenuItem>
        {current ? (
          <>
            <MenuItem icon={<Pencil aria-hidden />} unavailable={whyNot} onSelect={() => setDialog('edit')}>
              Rename or share…
            </MenuItem>
            <MenuItem
              danger
              icon={<Trash2 aria-hidden />}
              unavailable={whyNot}
              onSelect={() => {
                actions.remove(current);
                onChange({ ...look, view: null });
              }}
            >{`Delete “${current.name}”`}</MenuItem>
            <MenuSeparator />
            <MenuCheckboxItem
              checked={current.isDefault}
              onCheckedChange={(on) => actions.setDefault(current, on === true)}
            >
              Open {kinds[kind].plural.toLowerCase()} with this view
            </MenuCheckboxItem>
          </>
        ) : null}
      </DropdownMenu>
      <ViewDialog
        key={`${dialog} ${current?.id ?? ''}`}
        kind={kind}
        view={dialog === 'edit' ? current : undefined}
        shape={shapeOf(look)}
        open={dialog !== 'closed'}
        onOpenChange={(open) => setDialog(open ? dialog : 'closed')}
        onSaved={(saved) => onChange({ ...lookOf(saved.shape), view: saved.id })}
      />
    </>
  );
}
