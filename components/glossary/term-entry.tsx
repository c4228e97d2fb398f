'use client';
import { Ellipsis, Link2, Pencil, Trash2 } from 'lucide-react';
import { termHref } from '@/components/shared/glossary-text';
import { OwnerChip } from '@/components/shared/person-chip';
import { usePlan } from '@/components/shared/plan-context';
import { copyText } from '@/components/ui/copy-button';
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { notify, notifyFailure } from '@/components/ui/toast';
import { useRemoveTerm, useRestoreTerm } from '@/lib/client/glossary';
import { wordsFor } from '@/lib/client/http';
import type { TermView } from '@/lib/contracts/glossary';
import { TermPast } from './term-past';

interface Props {
  readonly term: TermView;
  /** As of when it is read; null is now. */
  readonly at: string | null;
  readonly mayEdit: boolean;
  readonly onEdit: () => void;
}

/** One word: what it means, other words for it, whom to ask. Its address can be linked to. */
export function TermEntry({ term, at, mayEdit, onEdit }: Props) {
  const plan = usePlan();
  const remove = useRemoveTerm(plan);
  const restore = useRestoreTerm(plan);
  const failed = (what: string) => (error: Error) => notifyFailure(what, { description: wordsFor(error) });
  const bringBack = () =>
    restore.mutate(term.id, {
      onSuccess: () => notify(`“${term.term}” is back`),
      onError: failed(`“${term.term}” was not brought back`),
    });
  const takeOut = () =>
    remove.mutate(term.id, {
      onSuccess: () => notify(`“${term.term}” is deleted`, { undo: bringBack }),
      onError: failed(`“${term.term}” was not deleted`),
    });
  const copyLink = async () => {
    const done = await copyText(new URL(termHref(plan, term.anchor, at), window.location.href).href);
    if (done) notify('Link copied');
    else notifyFailure('The browser refused to copy');
  };
  return (
    <div
      id={term.anchor}
      className="flex scroll-mt-24 flex-col gap-1 border-border border-b px-2 py-4 target:bg-selected"
    >
      <dt className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
        <a href={`#${encodeURIComponent(term.anchor)}`} className="wrap-anywhere min-w-0 font-semibold text-md">
          {term.term}
        </a>
        {term.aliases.length === 0 ? null : (
          <span className="wrap-anywhere min-w-0 text-muted text-sm">also {term.aliases.join(', ')}</span>
        )}
        <DropdownMenu
          label={`Actions on ${term.term}`}
          trigger={
            <IconButton label={`Actions on ${term.term}`} className="ml-auto">
              <Ellipsis aria-hidden />
            </IconButton>
          }
        >
          <MenuItem icon={<Link2 aria-hidden />} onSelect={() => void copyLink()}>
            Copy link
          </MenuItem>
          {mayEdit ? (
            <>
              <MenuItem icon={<Pencil aria-hidden />} onSelect={onEdit}>
                Edit
              </MenuItem>
              <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={takeOut}>
                Delete
              </MenuItem>
            </>
          ) : null}
        </DropdownMenu>
      </dt>
      <dd className="flex flex-col gap-1">
        <p className="wrap-anywhere whitespace-pre-line text-base" dir="auto">
          {term.definition}
        </p>
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm text-subtle">
          {term.owner ? (
            <p className="inline-flex items-center gap-1">
              Ask <OwnerChip owner={term.owner} />
            </p>
          ) : null}
          <TermPast term={term} at={at} />
        </div>
      </dd>
    </div>
  );
}
