'use client';
import { useId, useState } from 'react';
import { type NamedOwner, OwnerPicker } from '@/components/shared/hand-over/owner-picker';
import { usePlan } from '@/components/shared/plan-context';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { notify } from '@/components/ui/toast';
import { type TermDraft, useSaveTerm } from '@/lib/client/glossary';
import { ApiError, hasCode, wordsFor } from '@/lib/client/http';
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
  const formId = useId();
  const save = useSaveTerm(plan);
  const close = () => {
    save.reset();
    onClose();
  };
  return (
    <Dialog
      open={draft !== null}
      onOpenChange={close}
      title={draft?.term ? `Edit “${draft.term.term}”` : 'Explain a word'}
      description="Everybody reads it at once, wherever a meaning says the word. No release changes by it."
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={save.isPending}>
            {draft?.term ? 'Save' : 'Add to the glossary'}
          </Button>
        </>
      }
    >
      {draft ? (
        <TermForm
          id={formId}
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
    </Dialog>
  );
}

function TermForm({
  id,
  workspace,
  draft,
  error,
  onSubmit,
}: {
  id: string;
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
  const faults = error instanceof ApiError ? error.fieldErrors : {};
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
    <form
      id={id}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {error && Object.keys(faults).length === 0 ? (
        <div role="alert">
          <Callout tone="problem">
            {hasCode(error, 'glossary.stale')
              ? 'Somebody changed this word while you were writing. Copy what you wrote, close this, and open it again.'
              : wordsFor(error)}
          </Callout>
        </div>
      ) : null}
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
    </form>
  );
}
