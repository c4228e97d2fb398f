'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { QueryError } from '@/components/shared/query-error';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { HeadCell, Table, TableHead, Total } from '@/components/ui/table';
import { channelsOptions } from '@/lib/client/channels';
import { ChannelDialog } from './channel-dialog';
import { ChannelRow } from './channel-row';

/** The channels of the workspace, or the reader's own. */
export function ChannelsList({ workspace, own, mayManage }: { workspace: string; own: boolean; mayManage: boolean }) {
  const query = useQuery(channelsOptions(workspace));
  const [isCreating, setCreating] = useState(false);
  const channels = query.data?.items.filter(({ isOwn }) => isOwn === own) ?? [];
  const create = mayManage ? (
    <Button variant="primary" disabled={!query.data} onClick={() => setCreating(true)}>
      New channel
    </Button>
  ) : null;
  return (
    <div className="flex flex-col gap-3">
      <QueryError query={query} />
      {query.isPending ? <SkeletonRows rows={3} /> : null}
      {query.data && channels.length === 0 ? (
        <EmptyState action={create}>
          {mayManage
            ? 'No channel yet. News can go to Slack, Microsoft Teams, an address or a webhook.'
            : 'No channel yet. An admin can send news to Slack, Microsoft Teams, an address or a webhook.'}
        </EmptyState>
      ) : null}
      {channels.length > 0 ? (
        <>
          <div className="flex items-center justify-between gap-3">
            <Total count={channels.length} one="channel" many="channels" />
            {create}
          </div>
          <Table label={own ? 'Your channels' : 'Channels of the workspace'}>
            <TableHead>
              <tr>
                <HeadCell>Channel</HeadCell>
                <HeadCell>Says</HeadCell>
                <HeadCell>State</HeadCell>
                <HeadCell>
                  <span className="sr-only">Actions</span>
                </HeadCell>
              </tr>
            </TableHead>
            <tbody>
              {channels.map((channel) => (
                <ChannelRow
                  key={channel.id}
                  workspace={workspace}
                  channel={channel}
                  type={query.data?.types.find(({ id }) => id === channel.type)}
                  mayManage={mayManage}
                />
              ))}
            </tbody>
          </Table>
        </>
      ) : null}
      <ChannelDialog
        workspace={workspace}
        own={own}
        types={query.data?.types ?? []}
        open={isCreating}
        onOpenChange={setCreating}
      />
    </div>
  );
}
