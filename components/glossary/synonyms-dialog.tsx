'use client';
import { useId, useState } from 'react';
import { usePlan } from '@/components/shared/plan-context';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { notify } from '@/components/ui/toast';
import { hasCode, wordsFor } from '@/lib/client/http';
import { useSaveSynonyms } from '@/lib/client/synonyms';
import type { SynonymDraft } from './synonym-draft';
import { wordsIn } from './words-in';

/** Lets searches take words for one another, or changes which. */
export function SynonymsDialog({ draft, onClose }: { draft: SynonymDraft | null; onClose: () => void }) {
  const plan = usePlan();
  const formId = useId();
  const save = useSaveSynonyms(plan);
  const close = () => {
    save.reset();
    onClose();
  };
  return (
    <Dialog
      open={draft !== null}
      onOpenChange={close}
      title={draft?.set ? 'Edit synonyms' : 'Add synonyms'}
      description="Only words that mean the same here: whoever searches for one finds all the others."
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={save.isPending}>
            Save synonyms
          </Button>
        </>
      }
    >
      {draft ? (
        <SynonymsForm
          id={formId}
          draft={draft}
          error={save.error}
          onSubmit={(words) =>
            save.mutate(
              { before: draft.set, words },
              {
                onSuccess: () => {
                  close();
                  notify('Searches know these synonyms now');
                },
              },
            )
          }
        />
      ) : null}
    </Dialog>
  );
}

function SynonymsForm({
  id,
  draft,
  error,
  onSubmit,
}: {
  id: string;
  draft: SynonymDraft;
  error: Error | null;
  onSubmit: (words: string[]) => void;
}) {
  const [line, setLine] = useState(draft.words.join(', '));
  const [isTried, setTried] = useState(false);
  const words = wordsIn(line);
  const fault = isTried && words.length < 2 ? 'Name at least two words' : undefined;
  return (
    <form
      id={id}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (words.length >= 2) onSubmit(words);
      }}
    >
      {error ? (
        <div role="alert">
          <Callout tone="problem">
            {hasCode(error, 'synonym.stale')
              ? 'Somebody changed these synonyms while you were writing. Close this and open it again.'
              : wordsFor(error)}
          </Callout>
        </div>
      ) : null}
      <Field label="Words" required error={fault} hint="With a comma between them: sign-up, registration, enrolment.">
        {(control) => (
          <Textarea {...control} minRows={2} value={line} onChange={(event) => setLine(event.target.value)} />
        )}
      </Field>
    </form>
  );
}
