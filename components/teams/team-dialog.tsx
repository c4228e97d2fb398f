'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Combobox, type ComboboxOption } from '@/components/ui/combobox';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
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
  const formId = useId();
  const create = useCreateTeam(props.workspace);
  const update = useUpdateTeam(props.workspace);
  const isPending = create.isPending || update.isPending;
  const close = (open: boolean) => {
    create.reset();
    update.reset();
    props.onOpenChange(open);
  };
  return (
    <Dialog
      open={props.open}
      onOpenChange={close}
      title={props.team ? `Edit team “${props.team.name}”` : 'New team'}
      footer={
        <>
          <Button onClick={() => close(false)}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={isPending}>
            {props.team ? 'Save team' : 'Create team'}
          </Button>
        </>
      }
    >
      <TeamForm
        id={formId}
        workspace={props.workspace}
        team={props.team}
        error={create.error ?? update.error}
        onSubmit={(values) => {
          const done = { onSuccess: () => close(false) };
          if (props.team) update.mutate({ id: props.team.id, ...values }, done);
          else create.mutate(values, done);
        }}
      />
    </Dialog>
  );
}

interface Values {
  name: string;
  description: string;
  memberIds: string[];
}

function TeamForm({
  id,
  workspace,
  team,
  error,
  onSubmit,
}: {
  id: string;
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
  return (
    <form
      id={id}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit({ name, description, memberIds: members.map(({ value }) => value) });
      }}
    >
      {error && !nameFault ? (
        <div role="alert">
          <Callout tone="problem">{wordsFor(error)}</Callout>
        </div>
      ) : null}
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
    </form>
  );
}
