'use client';
import { useQuery } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { usePlan } from '@/components/shared/plan-context';
import { Button } from '@/components/ui/button';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Field } from '@/components/ui/field';
import { MarkdownText } from '@/components/ui/markdown';
import { RelativeTime } from '@/components/ui/relative-time';
import { Textarea } from '@/components/ui/textarea';
import { notify } from '@/components/ui/toast';
import { hasCode, wordsFor } from '@/lib/client/http';
import { releaseNotesOptions, useEditNotes } from '@/lib/client/releases';
import type { ReleaseNotesView } from '@/lib/contracts/release-notes';
import { includesRole } from '@/lib/domain/access/roles';

/** What a release says of itself: as the product wrote it, or as an approver did. */
export function ReleaseNotes({ release, first }: { release: number; first: ReleaseNotesView }) {
  const plan = usePlan();
  const { data: notes } = useQuery({ ...releaseNotesOptions(plan, release), initialData: first });
  const [isEditing, setEditing] = useState(false);
  return (
    <section aria-labelledby="release-notes" className="flex flex-col gap-2 px-4 lg:px-6">
      <div className="flex flex-wrap items-center gap-3 text-sm">
        <h2 id="release-notes" className="font-semibold text-md">
          Notes
        </h2>
        <span className="text-muted">
          {notes.edited ? (
            <>
              edited by {notes.edited.by.name}, <RelativeTime at={notes.edited.at} />
            </>
          ) : (
            'written by Waymark'
          )}
        </span>
        {isEditing ? null : (
          <Button
            size="toolbar"
            className="ml-auto"
            unavailable={includesRole(plan.role, 'approver') ? undefined : 'Approvers can edit the notes of a release'}
            onClick={() => setEditing(true)}
          >
            <Pencil aria-hidden />
            Edit notes
          </Button>
        )}
      </div>
      {isEditing ? (
        <NotesForm release={release} notes={notes} onDone={() => setEditing(false)} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        <div tabIndex={0} className="max-h-[40dvh] max-w-[72ch] overflow-auto break-words" dir="auto">
          <MarkdownText text={notes.text} />
        </div>
      )}
    </section>
  );
}

function NotesForm({ release, notes, onDone }: { release: number; notes: ReleaseNotesView; onDone: () => void }) {
  const plan = usePlan();
  const edit = useEditNotes(plan, release);
  const [text, setText] = useState(notes.text);
  // The version the text was read with, however often the notes are read again meanwhile.
  const [lockVersion, setLockVersion] = useState(notes.lockVersion);
  const isEmpty = text.trim() === '';
  const isStale = hasCode(edit.error, 'release-notes.stale');
  const send = (next: string | null, words: string) =>
    edit.mutate(
      { text: next, lockVersion },
      {
        onSuccess: () => {
          notify(words);
          onDone();
        },
      },
    );
  const save = () => (isEmpty || edit.isPending ? undefined : send(text, 'The notes are saved'));
  useShortcut(
    'form.submit',
    (event) => {
      event.preventDefault();
      save();
    },
    { isPending: edit.isPending },
  );
  return (
    <form
      className="flex max-w-[72ch] flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {isStale ? (
        <NewerNotes release={release} onOverwrite={(version) => setLockVersion(version)} />
      ) : edit.error ? (
        <ErrorBanner>{wordsFor(edit.error)}</ErrorBanner>
      ) : null}
      <Field
        label="Notes"
        hint="Markdown. The feed of the plan shows them too."
        error={isEmpty ? 'Write something, or restore what Waymark wrote.' : undefined}
      >
        {(control) => (
          <Textarea
            {...control}
            dir="auto"
            maxLength={50_000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        {notes.edited ? (
          <Button
            className="mr-auto"
            pending={edit.isPending}
            onClick={() => send(null, 'The notes are as Waymark wrote them')}
          >
            Restore what Waymark wrote
          </Button>
        ) : null}
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" variant="primary" pending={edit.isPending}>
          Save notes
        </Button>
      </div>
    </form>
  );
}

/** Somebody else saved meanwhile: shows theirs, so that neither text is lost. */
function NewerNotes({ release, onOverwrite }: { release: number; onOverwrite: (version: number) => void }) {
  const plan = usePlan();
  const { data } = useQuery({ ...releaseNotesOptions(plan, release), staleTime: 0, refetchOnMount: 'always' });
  const [isAccepted, setAccepted] = useState(false);
  if (!data || isAccepted) return null;
  return (
    <div className="flex flex-col gap-2 rounded-card border border-border bg-surface p-3">
      <p role="alert" className="text-base">
        {data.edited ? `${data.edited.by.name} saved other notes meanwhile.` : 'Somebody restored the notes meanwhile.'}{' '}
        Take over what you need below, then save again.
      </p>
      <div className="max-h-48 overflow-auto text-sm">
        <MarkdownText text={data.text} />
      </div>
      <Button
        size="toolbar"
        className="self-start"
        onClick={() => {
          onOverwrite(data.lockVersion);
          setAccepted(true);
        }}
      >
        I have seen them
      </Button>
    </div>
  );
}
