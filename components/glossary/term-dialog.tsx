'use client';
import { useState } from 'react';
import { type NamedOwner, OwnerPicker } from '@/components/shared/hand-over/owner-picker';
import { usePlan } from '@/components/shared/plan-context';
import { Field } from '@/components/ui/field';
import { DialogForm, FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { notify } from '@/components/ui/toast';
import { faultsIn } from '@/lib/client/form-faults';
import { type TermDraft, useSaveTerm } from '@/lib/client/glossary';
import { hasCode } from '@/lib/client/http';
import type { TermView } from '@/lib/contracts/glossary';
import { wordsIn } from './words-in';

interface Props {
  /** What is edited, or the name of what is new; null while the dialog is closed. */
  readonly draft: { readonly term?: TermView; readonly name?: string } | null;
  readonly onClose: () => void;
}

/** Explains a word, or explains it better. */
export function TermDialog({ draft, onClose }: Props) {
  const plan = usePlan();
  const save = useSaveTerm(plan);
  const close = () => {
    save.reset();
    onClose();
  };
  return (
    <FormDialog
      open={draft !== null}
      onClose={close}
      title={draft?.term ? `Edit “${draft.term.term}”` : 'Explain a word'}
      description="Everybody reads it at once, wherever a meaning says the word. No release changes by it."
      submitLabel={draft?.term ? 'Save' : 'Add to the glossary'}
      isPending={save.isPending}
    >
      {draft ? (
        <TermForm
          workspace={plan.workspace}
          draft={draft}
          error={save.error}
          onSubmit={(body) =>
            save.mutate(body, {
              onSuccess: ({ term }) => {
                close();
                notify(`“${term}” is in the glossary`);
              },
            })
          }
        />
      ) : null}
    </FormDialog>
  );
}

const staleWords =
  'Somebody changed this word while you were writing. Copy what you wrote, close this, and open it again.';

function TermForm({
  workspace,
  draft,
  error,
  onSubmit,
}: {
  workspace: string;
  draft: NonNullable<Props['draft']>;
  error: Error | null;
  onSubmit: (body: TermDraft) => void;
}) {
  const { term: before } = draft;
  const [term, setTerm] = useState(before?.term ?? draft.name ?? '');
  const [definition, setDefinition] = useState(before?.definition ?? '');
  const [aliases, setAliases] = useState(before?.aliases.join(', ') ?? '');
  const [owner, setOwner] = useState<NamedOwner | null>(before?.owner ?? null);
  const [isTried, setTried] = useState(false);
  const { faults, problem } = faultsIn(error);
  const isStale = hasCode(error, 'glossary.stale');
  const termFault = isTried && term.trim() === '' ? 'Name the word' : faults.term;
  const definitionFault = isTried && definition.trim() === '' ? 'Say what it means' : faults.definition;
  const aliasFault = faults.aliases ?? faults['aliases.0'];
  const submit = () => {
    setTried(true);
    if (term.trim() === '' || definition.trim() === '') return;
    const chosen = owner && { type: owner.type, id: owner.id };
    onSubmit({ before, term, definition, aliases: wordsIn(aliases), owner: chosen });
  };
  return (
    <DialogForm problem={isStale ? staleWords : problem} onSubmit={submit}>
      <Field label="Word" required error={termFault} hint="As people say it, such as “Active account”.">
        {(control) => <Input {...control} value={term} onChange={(event) => setTerm(event.target.value)} />}
      </Field>
      <Field label="What it means" required error={definitionFault}>
        {(control) => (
          <Textarea
            {...control}
            minRows={4}
            value={definition}
            onChange={(event) => setDefinition(event.target.value)}
          />
        )}
      </Field>
      <Field label="Other words for it" error={aliasFault} hint="With a comma between them.">
        {(control) => <Input {...control} value={aliases} onChange={(event) => setAliases(event.target.value)} />}
      </Field>
      <OwnerPicker workspace={workspace} label="Whom to ask" required={false} value={owner} onChange={setOwner} />
    </DialogForm>
  );
}
