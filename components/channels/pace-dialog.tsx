'use client';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useUpdateChannel } from '@/lib/client/channels';
import { ApiError, wordsFor } from '@/lib/client/http';
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
  const formId = useId();
  const [name, setName] = useState(channel.name);
  const [says, setSays] = useState(saysOf(channel, channel.isOwn));
  const faults = update.error instanceof ApiError ? update.error.fieldErrors : {};
  const save = () => {
    update.mutate({ channel, patch: { name, ...says } }, { onSuccess: onClose });
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => next || onClose()}
      title={`What ${channel.name} says`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={update.isPending}>
            Save channel
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {update.error && Object.keys(faults).length === 0 ? (
          <div role="alert">
            <Callout tone="problem">{wordsFor(update.error)}</Callout>
          </div>
        ) : null}
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
      </form>
    </Dialog>
  );
}
