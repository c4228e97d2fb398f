'use client';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { QueryError } from '@/components/shared/query-error';
import { Button } from '@/components/ui/button';
import { Combobox, type ComboboxOption } from '@/components/ui/combobox';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SkeletonRows } from '@/components/ui/skeleton';
import { notify, notifyFailure } from '@/components/ui/toast';
import { wordsFor } from '@/lib/client/http';
import { memberChoicesOptions } from '@/lib/client/members';
import { absenceOptions, useSaveAbsence } from '@/lib/client/review-people';
import type { AbsenceView } from '@/lib/contracts/review-people';

/** When the reader is away, and who is asked to review in their stead. */
export function AbsenceForm({ workspace, userId }: { workspace: string; userId: string }) {
  const query = useQuery(absenceOptions(workspace));
  if (!query.data) return query.error ? <QueryError query={query} /> : <SkeletonRows rows={3} />;
  const { absence } = query.data;
  return <Form key={JSON.stringify(absence)} workspace={workspace} userId={userId} absence={absence} />;
}

interface FormProps {
  readonly workspace: string;
  readonly userId: string;
  readonly absence: AbsenceView['absence'];
}

function Form({ workspace, userId, absence }: FormProps) {
  const members = useQuery(memberChoicesOptions(workspace));
  const save = useSaveAbsence(workspace);
  const before = absence ? [{ value: absence.substitute.id, label: absence.substitute.name }] : [];
  const [substitute, setSubstitute] = useState<ComboboxOption[]>(before);
  const [from, setFrom] = useState(absence?.from ?? '');
  const [until, setUntil] = useState(absence?.until ?? '');
  const [isTried, setTried] = useState(false);
  const [chosen] = substitute;
  const choices = (members.data?.items ?? [])
    .filter(({ id, role }) => id !== userId && role !== 'viewer')
    .map(({ id, name, email }) => ({ value: id, label: name, hint: email ?? undefined }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!chosen || from === '' || until === '' || save.isPending) return;
    save.mutate({ substituteId: chosen.value, from, until }, { onSuccess: () => notify('Saved') });
  };
  return (
    <form noValidate className="flex max-w-md flex-col gap-4" onSubmit={submit}>
      {save.error ? <ErrorBanner>{wordsFor(save.error)} What you entered is kept.</ErrorBanner> : null}
      {absence?.isAway ? (
        <p role="status" className="text-base">
          You are away: {absence.substitute.name} is asked in your stead.
        </p>
      ) : null}
      <Field label="Substitute" required error={isTried && !chosen ? 'Choose somebody.' : undefined}>
        {(control) => <Combobox {...control} options={choices} value={substitute} onChange={setSubstitute} />}
      </Field>
      <div className="flex flex-wrap gap-4">
        <Field label="First day" required error={isTried && from === '' ? 'Choose a day.' : undefined}>
          {(control) => (
            <Input {...control} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
          )}
        </Field>
        <Field label="Last day" required error={isTried && until === '' ? 'Choose a day.' : undefined}>
          {(control) => (
            <Input
              {...control}
              type="date"
              min={from}
              value={until}
              onChange={(event) => setUntil(event.target.value)}
            />
          )}
        </Field>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" pending={save.isPending}>
          Save
        </Button>
        {absence ? (
          <Button
            variant="ghost"
            onClick={() =>
              save.mutate(null, {
                onSuccess: () => notify('Your absence is forgotten'),
                onError: (error) => notifyFailure(wordsFor(error)),
              })
            }
          >
            Forget it
          </Button>
        ) : null}
      </div>
    </form>
  );
}
