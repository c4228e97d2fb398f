'use client';
import { useState } from 'react';
import * as z from 'zod';
import { ShownOnceDialog } from '@/components/shared/shown-once';
import { Field } from '@/components/ui/field';
import { DialogForm, FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { type ChannelDraft, useCreateChannel } from '@/lib/client/channels';
import { faultsIn } from '@/lib/client/form-faults';
import type { ChannelTypeView } from '@/lib/contracts/channels';
import { SaysFields, saysOf } from './says-fields';

interface Props {
  workspace: string;
  own: boolean;
  types: readonly ChannelTypeView[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Makes a channel, and then shows its secret or the address of its feed, once. */
export function ChannelDialog({ workspace, own, types, open, onOpenChange }: Props) {
  const create = useCreateChannel(workspace);
  const close = () => {
    create.reset();
    onOpenChange(false);
  };
  const shown = create.data && (create.data.secret ?? create.data.feedUrl);
  if (create.data && shown) {
    return (
      <ShownOnceDialog
        open={open}
        title={create.data.name}
        description={
          create.data.feedUrl
            ? 'Copy the address into your feed reader now: it is shown once. Whoever has it can read the feed.'
            : 'Copy the signing secret now: it is shown once. Your receiver checks each message with it.'
        }
        label={create.data.feedUrl ? 'Address' : 'Secret'}
        value={shown}
        onClose={close}
      />
    );
  }
  return (
    <FormDialog
      open={open}
      onClose={close}
      title="New channel"
      description={own ? 'For you alone.' : 'For everybody who reads it, members or not.'}
      submitLabel="Create channel"
      isPending={create.isPending}
    >
      <ChannelForm
        workspace={workspace}
        own={own}
        // Everybody has their own mail channel already.
        types={types.filter((type) => type.isAvailable && !(own && 'address' in fieldsOf(type)))}
        error={create.error}
        onSubmit={(draft) => create.mutate(draft, { onSuccess: (made) => !made.secret && !made.feedUrl && close() })}
      />
    </FormDialog>
  );
}

const fieldSchema = z.looseObject({
  description: z.string().optional(),
  enum: z.array(z.string()).optional(),
  default: z.string().optional(),
});
type SettingField = z.infer<typeof fieldSchema>;

/** What a kind of channel asks for, by name. */
function fieldsOf(type: ChannelTypeView | undefined): Record<string, SettingField> {
  return z.record(z.string(), fieldSchema).safeParse(type?.settings.properties).data ?? {};
}

function ChannelForm(props: {
  workspace: string;
  own: boolean;
  types: readonly ChannelTypeView[];
  error: Error | null;
  onSubmit: (draft: ChannelDraft) => void;
}) {
  const { workspace, own, types, error, onSubmit } = props;
  const [typeId, setTypeId] = useState(types[0]?.id ?? '');
  const [name, setName] = useState('');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [says, setSays] = useState(saysOf(undefined, own));
  const type = types.find((one) => one.id === typeId) ?? types[0];
  const fields = fieldsOf(type);
  const { faults, problem } = faultsIn(error);
  const submit = () => {
    const settings = Object.fromEntries(
      Object.entries(fields).map(([key, field]) => [key, typed[key] ?? field.default ?? '']),
    );
    onSubmit({ type: type?.id ?? '', name, own, settings, ...says });
  };
  return (
    <DialogForm problem={problem} onSubmit={submit}>
      <Field label="Kind" error={faults.type} hint={type?.summary}>
        {(control) => (
          <Select
            {...control}
            options={types.map((one) => ({ value: one.id, label: one.label }))}
            value={type?.id}
            onValueChange={setTypeId}
          />
        )}
      </Field>
      <Field label="Name" required error={faults.name} hint="How people here call it, such as “#growth”">
        {(control) => <Input {...control} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      {Object.entries(fields).map(([key, field]) => (
        <SettingInput
          key={key}
          name={key}
          field={field}
          error={faults[`settings.${key}`]}
          value={typed[key] ?? field.default ?? ''}
          onChange={(value) => setTyped({ ...typed, [key]: value })}
        />
      ))}
      {type?.isFeed ? null : (
        <SaysFields workspace={workspace} says={says} own={own} digests={type?.digests ?? false} onChange={setSays} />
      )}
    </DialogForm>
  );
}

function SettingInput(props: {
  name: string;
  field: SettingField;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}) {
  const { name, field, value, error, onChange } = props;
  const label = `${name.charAt(0).toUpperCase()}${name.slice(1)}`.replace(/^Url$/, 'Address');
  return (
    <Field label={label} error={error} hint={field.description}>
      {(control) =>
        field.enum ? (
          <Select
            {...control}
            options={field.enum.map((one) => ({ value: one, label: one }))}
            value={value}
            onValueChange={onChange}
          />
        ) : (
          <Input {...control} value={value} onChange={(event) => onChange(event.target.value)} />
        )
      }
    </Field>
  );
}
