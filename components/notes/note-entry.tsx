'use client';
import { Ellipsis, Pencil, Pin, PinOff, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { shownText } from '@/components/shared/mentions/mentions';
import { PersonChip } from '@/components/shared/person-chip';
import { usePlan } from '@/components/shared/plan-context';
import { AlertDialogLazily } from '@/components/ui/alert-dialog-lazily';
import { announce } from '@/components/ui/announce';
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { MarkdownText } from '@/components/ui/markdown';
import { RelativeTime } from '@/components/ui/relative-time';
import { notifyFailure } from '@/components/ui/toast';
import { useLoaded } from '@/components/ui/use-loaded';
import { wordsFor } from '@/lib/client/http';
import { useRemoveNote, useUpdateNote } from '@/lib/client/notes';
import type { NoteView } from '@/lib/contracts/notes';
import { loadNoteForm } from './note-form-lazily';

/** One note: who wrote what and when, and what its reader may do with it. */
export function NoteEntry({ note }: { note: NoteView }) {
  const plan = usePlan();
  const update = useUpdateNote(plan);
  const remove = useRemoveNote(plan);
  const [isEditAsked, setEditAsked] = useState(false);
  const NoteForm = useLoaded(loadNoteForm, isEditAsked);
  const isEditing = isEditAsked && NoteForm !== undefined;
  const [isAsking, setAsking] = useState(false);
  const { id, lockVersion, pinned, mayEdit, mayDelete, mayPin } = note;
  const pin = () =>
    update.mutate(
      { id, lockVersion, pinned: !pinned },
      {
        onSuccess: () => announce(pinned ? 'Note unpinned' : 'Note pinned'),
        onError: (error) =>
          notifyFailure(pinned ? 'The note is still pinned' : 'The note is not pinned', {
            description: wordsFor(error),
          }),
      },
    );
  return (
    <li className="flex min-w-0 flex-col gap-1">
      <div className="flex flex-wrap items-center gap-x-2 text-sm">
        <PersonChip name={note.author.name} className="font-medium" />
        <RelativeTime at={note.at} className="text-subtle" />
        {note.editedAt ? (
          <span className="text-subtle">
            edited <RelativeTime at={note.editedAt} />
          </span>
        ) : null}
        {pinned ? (
          <span className="inline-flex items-center gap-1 text-subtle">
            <Pin aria-hidden className="size-3.5" /> Pinned
          </span>
        ) : null}
        {(mayEdit || mayDelete || mayPin) && !isEditing ? (
          <DropdownMenu
            label={`Actions on the note of ${note.author.name}`}
            trigger={
              <IconButton label={`Actions on the note of ${note.author.name}`} className="ml-auto">
                <Ellipsis aria-hidden />
              </IconButton>
            }
          >
            {mayPin ? (
              <MenuItem icon={pinned ? <PinOff aria-hidden /> : <Pin aria-hidden />} onSelect={pin}>
                {pinned ? 'Unpin' : 'Pin'}
              </MenuItem>
            ) : null}
            {mayEdit ? (
              <MenuItem icon={<Pencil aria-hidden />} onSelect={() => setEditAsked(true)}>
                Edit
              </MenuItem>
            ) : null}
            {mayDelete ? (
              <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={() => setAsking(true)}>
                Delete
              </MenuItem>
            ) : null}
          </DropdownMenu>
        ) : null}
      </div>
      {isEditAsked && NoteForm ? (
        <NoteForm
          label="Edit your note"
          submitLabel="Save note"
          initial={shownText(note.body, note.mentions)}
          onClose={() => setEditAsked(false)}
          onSubmit={async (body) => {
            await update.mutateAsync({ id, lockVersion, body });
            announce('Note saved');
          }}
        />
      ) : (
        <MarkdownText
          text={note.body}
          marks={note.mentions.map((one) => ({ text: `@${one.id}`, shown: `@${one.name}` }))}
        />
      )}
      <AlertDialogLazily
        open={isAsking}
        onOpenChange={setAsking}
        title="Delete this note?"
        consequence="It is gone for everybody and cannot be brought back."
        confirmLabel="Delete note"
        pending={remove.isPending}
        onConfirm={() =>
          remove.mutate(id, {
            onSuccess: () => announce('Note deleted'),
            onError: (error) => notifyFailure('The note was not deleted', { description: wordsFor(error) }),
            onSettled: () => setAsking(false),
          })
        }
      />
    </li>
  );
}
