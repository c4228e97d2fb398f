'use client';
import { useState } from 'react';
import { usePlan } from '@/components/shared/plan-context';
import { Field } from '@/components/ui/field';
import { DialogForm, FormDialog } from '@/components/ui/form-dialog';
import { Textarea } from '@/components/ui/textarea';
import { notify } from '@/components/ui/toast';
import { hasCode, wordsFor } from '@/lib/client/http';
import { useSaveSynonyms } from '@/lib/client/synonyms';
import type { SynonymDraft } from './synonym-draft';
import { wordsIn } from './words-in';

/** Lets searches take words for one another, or changes which. */
export function SynonymsDialog({ draft, onClose }: { draft: SynonymDraft | null; onClose: () => void }) {
  const plan = usePlan();
  const save = useSaveSynonyms(plan);
  const close = () => {
    save.reset();
    onClose();
  };
  return (
    <FormDialog
      open={draft !== null}
      onClose={close}
      title={draft?.set ? 'Edit synonyms' : 'Add synonyms'}
      description="Only words that mean the same here: whoever searches for one finds all the others."
      submitLabel="Save synonyms"
      isPending={save.isPending}
    >
      {draft ? (
        <SynonymsForm
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
    </FormDialog>
  );
}

function SynonymsForm({
  draft,
  error,
  onSubmit,
}: {
  draft: SynonymDraft;
  error: Error | null;
  onSubmit: (words: string[]) => void;
}) {
  const [line, setLine] = useState(draft.words.join(', '));
  const [isTried, setTried] = useState(false);
  const words = wordsIn(line);
  const fault = isTried && words.length < 2 ? 'Name at least two words' : undefined;
  const problem = hasCode(error, 'synonym.stale')
    ? 'Somebody changed these synonyms while you were writing. Close this and open it again.'
    : error && wordsFor(error);
  const submit = () => {
    setTried(true);
    if (words.length >= 2) onSubmit(words);
  };
  return (
    <DialogForm problem={problem} onSubmit={submit}>
      <Field label="Words" required error={fault} hint="With a comma between them: sign-up, registration, enrolment.">
        {(control) => (
          <Textarea {...control} minRows={2} value={line} onChange={(event) => setLine(event.target.value)} />
        )}
      </Field>
    </DialogForm>
  );
}
