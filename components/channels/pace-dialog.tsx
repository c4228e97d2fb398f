'use client';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { DialogForm, FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { useUpdateChannel } from '@/lib/client/channels';
import { faultsIn } from '@/lib/client/form-faults';
import type { ChannelTypeView, ChannelView } from '@/lib/contracts/channels';
import { SaysFields, saysOf } from './says-fields';

interface Props {
  workspace: string;
  channel: ChannelView;
  type: ChannelTypeView | undefined;
  onClose: () => void;
}

/** Changes what a channel is called, when it speaks and of what. */
export function PaceDialog({ workspace, channel, type, onClose }: Props) {
  const update = useUpdateChannel(workspace);
  const [name, setName] = useState(channel.name);
  const [says, setSays] = useState(saysOf(channel, channel.isOwn));
  const { faults, problem } = faultsIn(update.error);
  const save = () => {
    update.mutate({ channel, patch: { name, ...says } }, { onSuccess: onClose });
  };
  return (
    <FormDialog
      open
      onClose={onClose}
      title={`What ${channel.name} says`}
      submitLabel="Save channel"
      isPending={update.isPending}
    >
      <DialogForm problem={problem} onSubmit={save}>
        <Field label="Name" required error={faults.name}>
          {(control) => <Input {...control} value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <SaysFields
          workspace={workspace}
          says={says}
          own={channel.isOwn}
          digests={type?.digests ?? false}
          onChange={setSays}
        />
      </DialogForm>
    </FormDialog>
  );
}
