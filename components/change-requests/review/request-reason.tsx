'use client';
import { useState } from 'react';
import { keysOf } from '@/components/shared/keyboard/registry';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Kbd } from '@/components/ui/kbd';
import { MarkdownText } from '@/components/ui/markdown';
import { Textarea } from '@/components/ui/textarea';
import { useUpdateChangeRequest } from '@/lib/client/change-requests';
import { wordsFor } from '@/lib/client/http';
import type { PlanPlace } from '@/lib/client/items';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';

interface Props {
  readonly view: ChangeRequestView;
  readonly place: PlanPlace;
  readonly whyNot?: string | undefined;
}

/** Why the plan should change, in the author's words. */
export function RequestReason({ view, place, whyNot }: Props) {
  const [isEditing, setEditing] = useState(false);
  if (isEditing) return <ReasonForm view={view} place={place} onDone={() => setEditing(false)} />;
  const canEdit = whyNot === undefined;
  return (
    <section aria-label="Reason" className="flex flex-col items-start gap-1">
      {view.reason.trim() === '' ? (
        <p className="text-base text-subtle">No reason is given.</p>
      ) : (
        <MarkdownText text={view.reason} className="max-w-prose" />
      )}
      {canEdit ? (
        <Button size="toolbar" variant="ghost" className="-ml-2" onClick={() => setEditing(true)}>
          {view.reason.trim() === '' ? 'Say why' : 'Edit the reason'}
        </Button>
      ) : null}
    </section>
  );
}

function ReasonForm({ view, place, onDone }: { view: ChangeRequestView; place: PlanPlace; onDone: () => void }) {
  const update = useUpdateChangeRequest(place, view.number);
  const [draft, setDraft] = useState(view.reason);
  const save = () => {
    if (update.isPending) return;
    update.mutate(
      { reason: draft, lockVersion: view.lockVersion },
      {
        onSuccess: () => {
          announce('Reason saved');
          onDone();
        },
      },
    );
  };
  const submit = (event: KeyboardEvent) => {
    event.preventDefault();
    save();
  };
  useShortcut('form.submit', submit, { isPending: update.isPending });
  useShortcut('form.save', submit, { isPending: update.isPending });
  return (
    <section aria-label="Reason" className="flex max-w-3xl flex-col gap-2">
      <Textarea
        autoFocus
        minRows={5}
        aria-label="Why the plan should change"
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onDone()}
      />
      {update.error ? <ErrorBanner>{`${wordsFor(update.error)} What you wrote is kept.`}</ErrorBanner> : null}
      <div className="flex flex-wrap items-center gap-2">
        <Button size="toolbar" variant="primary" pending={update.isPending} onClick={save}>
          Save <Kbd keys={keysOf('form.submit')} />
        </Button>
        <Button size="toolbar" variant="ghost" onClick={onDone}>
          Cancel
        </Button>
        <span className="text-sm text-subtle">Markdown</span>
      </div>
    </section>
  );
}
