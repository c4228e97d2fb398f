'use client';
import { MoreHorizontal } from 'lucide-react';
import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { RelativeTime } from '@/components/ui/relative-time';
import { Cell, Row } from '@/components/ui/table';
import { notify, notifyFailure } from '@/components/ui/toast';
import { useRemoveChannel, useTestChannel, useUpdateChannel } from '@/lib/client/channels';
import { wordsFor } from '@/lib/client/http';
import type { ChannelTypeView, ChannelView } from '@/lib/contracts/channels';
import { DeliveryLog } from './delivery-log';
import { PaceDialog } from './pace-dialog';
import { RotateDialog } from './rotate-dialog';
import { filterLine, paceLine } from './words';

interface Props {
  workspace: string;
  channel: ChannelView;
  type: ChannelTypeView | undefined;
  mayManage: boolean;
}

type Open = 'log' | 'pace' | 'rotate' | 'remove' | undefined;

/** One channel: where it goes, what it says, whether it works. */
export function ChannelRow({ workspace, channel, type, mayManage }: Props) {
  const [open, setOpen] = useState<Open>();
  const close = (isOpen: boolean) => setOpen((now) => (isOpen ? now : undefined));
  const says = filterLine(channel);
  return (
    <Row>
      <Cell>
        <span className="block font-medium">{channel.name}</span>
        <span className="block text-subtle text-xs">
          {[type?.label === channel.name ? '' : type?.label, channel.hint || 'Your own address']
            .filter(Boolean)
            .join(' · ')}
        </span>
      </Cell>
      <Cell>
        {type?.isFeed ? 'Releases, when it is asked' : paceLine(channel)}
        {says ? <span className="block text-subtle text-xs">{says}</span> : null}
      </Cell>
      <Cell>
        <State channel={channel} type={type} />
      </Cell>
      <Cell className="whitespace-nowrap text-right">
        {mayManage ? <Actions {...{ workspace, channel, type }} onOpen={setOpen} /> : null}
        <DeliveryLog workspace={workspace} channel={channel} open={open === 'log'} onOpenChange={close} />
        {open === 'pace' ? (
          <PaceDialog workspace={workspace} channel={channel} type={type} onClose={() => setOpen(undefined)} />
        ) : null}
        {open === 'rotate' ? (
          <RotateDialog workspace={workspace} channel={channel} onClose={() => setOpen(undefined)} />
        ) : null}
        <Removal workspace={workspace} channel={channel} open={open === 'remove'} onOpenChange={close} />
      </Cell>
    </Row>
  );
}

function State({ channel, type }: Pick<Props, 'channel' | 'type'>) {
  const { state, stateReason, failingAt } = channel;
  if (type && !type.isAvailable) return <Badge tone="changed">No mail server</Badge>;
  if (state === 'paused')
    return (
      <>
        <Badge>Paused</Badge>
        {stateReason ? <span className="block text-subtle text-xs">{stateReason}</span> : null}
      </>
    );
  if (state === 'disabled')
    return (
      <>
        <Badge tone="removed">Switched off</Badge>
        <span className="block text-subtle text-xs">{stateReason}</span>
      </>
    );
  if (failingAt)
    return (
      <>
        <Badge tone="removed">Fails</Badge>
        <span className="block text-subtle text-xs">
          since <RelativeTime at={failingAt} />
        </span>
      </>
    );
  return <Badge tone="added">Active</Badge>;
}

function Actions({ workspace, channel, type, onOpen }: Omit<Props, 'mayManage'> & { onOpen: (open: Open) => void }) {
  const test = useTestChannel(workspace);
  const update = useUpdateChannel(workspace);
  const send = () =>
    test.mutate(channel.id, {
      onSuccess: ({ outcome, words }) =>
        outcome === 'delivered'
          ? notify(`The test of ${channel.name} arrived`)
          : notifyFailure(`The test of ${channel.name} did not arrive`, { description: words }),
      onError: (error) => notifyFailure('No test was sent', { description: wordsFor(error) }),
    });
  const setState = (state: 'active' | 'paused') =>
    update.mutate(
      { channel, patch: { state } },
      { onError: (error) => notifyFailure(`${channel.name} was not changed`, { description: wordsFor(error) }) },
    );
  const isFeed = type?.isFeed === true;
  return (
    <span className="inline-flex items-center gap-1">
      {isFeed ? null : (
        <Button
          size="toolbar"
          variant="ghost"
          pending={test.isPending}
          aria-label={`Test ${channel.name}`}
          onClick={send}
        >
          Test
        </Button>
      )}
      <DropdownMenu
        trigger={
          <IconButton label={`More about ${channel.name}`}>
            <MoreHorizontal />
          </IconButton>
        }
      >
        {isFeed ? null : <MenuItem onSelect={() => onOpen('log')}>Delivery log</MenuItem>}
        {isFeed ? null : <MenuItem onSelect={() => onOpen('pace')}>Change what it says</MenuItem>}
        {type?.signs ? <MenuItem onSelect={() => onOpen('rotate')}>New signing secret</MenuItem> : null}
        <MenuItem onSelect={() => setState(channel.state === 'active' ? 'paused' : 'active')}>
          {channel.state === 'active' ? 'Pause' : 'Switch on'}
        </MenuItem>
        {channel.hint ? (
          <MenuItem danger onSelect={() => onOpen('remove')}>
            Remove
          </MenuItem>
        ) : null}
      </DropdownMenu>
    </span>
  );
}

function Removal(props: {
  workspace: string;
  channel: ChannelView;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const { workspace, channel, open, onOpenChange } = props;
  const remove = useRemoveChannel(workspace);
  return (
    <AlertDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Remove channel “${channel.name}”?`}
      consequence="It says nothing from now on, and its address and secret are forgotten. This cannot be undone."
      confirmLabel="Remove channel"
      pending={remove.isPending}
      onConfirm={() =>
        remove.mutate(channel.id, {
          onSettled: () => onOpenChange(false),
          onError: (error) => notifyFailure(`${channel.name} was not removed`, { description: wordsFor(error) }),
        })
      }
    />
  );
}
