'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Combobox, type ComboboxOption } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { DialogForm, FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { ApiError, hasCode, wordsFor } from '@/lib/client/http';
import { memberChoicesOptions } from '@/lib/client/members';
import { useCreateTeam, useUpdateTeam } from '@/lib/client/teams';
import type { TeamView } from '@/lib/contracts/teams';

interface Props {
  workspace: string;
  /** The team to edit; a new one when absent. */
  team?: TeamView;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Name, purpose and members of a team. */
export function TeamDialog(props: Props) {
  const create = useCreateTeam(props.workspace);
  const update = useUpdateTeam(props.workspace);
  const isPending = create.isPending || update.isPending;
  const close = () => {
    create.reset();
    update.reset();
    props.onOpenChange(false);
  };
  return (
    <FormDialog
      open={props.open}
      onClose={close}
      title={props.team ? `Edit team “${props.team.name}”` : 'New team'}
      submitLabel={props.team ? 'Save team' : 'Create team'}
      isPending={isPending}
    >
      <TeamForm
        workspace={props.workspace}
        team={props.team}
        error={create.error ?? update.error}
        onSubmit={(values) => {
          const done = { onSuccess: close };
          if (props.team) update.mutate({ id: props.team.id, ...values }, done);
          else create.mutate(values, done);
        }}
      />
    </FormDialog>
  );
}

interface Values {
  name: string;
  description: string;
  memberIds: string[];
}

function TeamForm({
  workspace,
  team,
  error,
  onSubmit,
}: {
  workspace: string;
  team: TeamView | undefined;
  error: Error | null;
  onSubmit: (values: Values) => void;
}) {
  const client = useQueryClient();
  const [name, setName] = useState(team?.name ?? '');
  const [description, setDescription] = useState(team?.description ?? '');
  const [members, setMembers] = useState<ComboboxOption[]>(
    team?.members.map((member) => ({ value: member.id, label: member.name })) ?? [],
  );
  const find = async (q: string): Promise<ComboboxOption[]> => {
    const page = await client.fetchQuery(memberChoicesOptions(workspace, q));
    return page.items.map((member) => ({ value: member.id, label: member.name, hint: member.email ?? undefined }));
  };
  const nameFault = hasCode(error, 'team.name-taken')
    ? 'A team has this name already'
    : error instanceof ApiError
      ? error.fieldErrors.name
      : undefined;
  const submit = () => onSubmit({ name, description, memberIds: members.map(({ value }) => value) });
  return (
    <DialogForm problem={error && !nameFault ? wordsFor(error) : undefined} onSubmit={submit}>
      <Field label="Name" required error={nameFault}>
        {(control) => <Input {...control} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label="What it answers for">
        {(control) => (
          <Input {...control} value={description} onChange={(event) => setDescription(event.target.value)} />
        )}
      </Field>
      <Field label="Members">
        {(control) => (
          <Combobox
            {...control}
            multiple
            options={find}
            value={members}
            onChange={setMembers}
            placeholder="Nobody yet"
          />
        )}
      </Field>
    </DialogForm>
  );
}
