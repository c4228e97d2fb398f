'use client';
import { Pencil } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { notifyFailure } from '@/components/ui/toast';
import { useUpdateChangeRequest } from '@/lib/client/change-requests';
import { wordsFor } from '@/lib/client/http';
import type { PlanPlace } from '@/lib/client/items';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';

/** What the request is called, edited in place by those who may. */
export function RequestTitle({
  view,
  place,
  whyNot,
}: {
  view: ChangeRequestView;
  place: PlanPlace;
  whyNot?: string | undefined;
}) {
  const update = useUpdateChangeRequest(place, view.number);
  const [draft, setDraft] = useState<string | null>(null);
  const save = () => {
    const title = (draft ?? '').trim();
    if (title === '' || update.isPending) return;
    if (title === view.title) return setDraft(null);
    update.mutate(
      { title, lockVersion: view.lockVersion },
      {
        onSuccess: () => {
          setDraft(null);
          announce('Title saved');
        },
        onError: (error) => notifyFailure('The title was not saved.', { description: wordsFor(error), retry: save }),
      },
    );
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') save();
    else if (event.key === 'Escape') setDraft(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (draft !== null) {
    return (
      <span className="flex min-w-0 flex-wrap items-center gap-2">
        <Input
          autoFocus
          aria-label="Title"
          value={draft}
          maxLength={200}
          aria-invalid={draft.trim() === ''}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={press}
          className="w-[32rem] max-w-full font-normal"
        />
        <Button size="toolbar" variant="primary" pending={update.isPending} onClick={save}>
          Save
        </Button>
        <Button size="toolbar" variant="ghost" onClick={() => setDraft(null)}>
          Cancel
        </Button>
      </span>
    );
  }
  return (
    <span className="group">
      <span dir="auto">{view.title}</span>{' '}
      {whyNot === undefined ? (
        <IconButton
          label="Edit the title"
          className="-my-1 touch:size-6 align-middle opacity-60 hover:opacity-100 focus-visible:opacity-100 group-hover:opacity-100"
          onClick={() => setDraft(view.title)}
        >
          <Pencil aria-hidden />
        </IconButton>
      ) : null}
    </span>
  );
}
