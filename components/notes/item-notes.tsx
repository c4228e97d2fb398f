'use client';
import { useQuery } from '@tanstack/react-query';
import { NotebookPen } from 'lucide-react';
import { useState } from 'react';
import { usePlan } from '@/components/shared/plan-context';
import { QueryError } from '@/components/shared/query-error';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { Pending, SkeletonRows } from '@/components/ui/skeleton';
import { useLoaded } from '@/components/ui/use-loaded';
import { notesOptions, useCreateNote } from '@/lib/client/notes';
import type { NoteView } from '@/lib/contracts/notes';
import { NoteEntry } from './note-entry';
import { loadNoteForm } from './note-form-lazily';

const prepare = () => void loadNoteForm().catch(() => undefined);

/** What people wrote beside an item: visibly no part of its definition, and reviewed by nobody. */
export function ItemNotes({ itemId, first }: { itemId: string; first: readonly NoteView[] | null }) {
  const plan = usePlan();
  const initial = first ? { initialData: { items: [...first], nextCursor: null, total: first.length } } : {};
  const query = useQuery({ ...notesOptions(plan, itemId), ...initial });
  const create = useCreateNote(plan);
  const [isAsked, setAsked] = useState(false);
  const NoteForm = useLoaded(loadNoteForm, isAsked);
  const isWriting = isAsked && NoteForm !== undefined;
  const notes = query.data?.items ?? [];
  return (
    <section
      id="notes"
      aria-labelledby="notes-head"
      className="mt-8 flex max-w-[72ch] scroll-mt-24 flex-col gap-3 rounded-card border border-border border-dashed p-4"
    >
      <div className="flex flex-wrap items-center gap-2">
        <h2 id="notes-head" className="flex items-center gap-2 font-medium text-sm">
          <NotebookPen aria-hidden className="size-4 text-subtle" />
          Notes ({notes.length})
        </h2>
        <p className="min-w-0 flex-1 text-sm text-subtle">Not part of the definition; nobody reviewed them.</p>
        {isWriting ? null : (
          <Button size="toolbar" onPointerEnter={prepare} onFocus={prepare} onClick={() => setAsked(true)}>
            Write a note
          </Button>
        )}
      </div>
      {isAsked && NoteForm ? (
        <NoteForm
          label="Your note"
          submitLabel="Add note"
          onClose={() => setAsked(false)}
          onSubmit={async (body) => {
            await create.mutateAsync({ itemId, body });
            announce('Note added');
          }}
        />
      ) : null}
      <QueryError query={query} />
      <Pending pending={query.isPending && !query.isError} skeleton={<SkeletonRows rows={2} />}>
        {notes.length === 0 && query.data ? (
          isWriting ? null : (
            <p className="text-base text-muted">
              None yet. What somebody should know who reads the numbers stands here: “Amounts before March are in
              cents.”
            </p>
          )
        ) : (
          <ul aria-label="Notes" className="flex flex-col gap-4">
            {notes.map((note) => (
              <NoteEntry key={note.id} note={note} />
            ))}
          </ul>
        )}
      </Pending>
    </section>
  );
}
