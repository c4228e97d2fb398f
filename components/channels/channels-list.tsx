'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { QueryList } from '@/components/shared/query-list';
import { Button } from '@/components/ui/button';
import { channelsOptions } from '@/lib/client/channels';
import { ChannelDialog } from './channel-dialog';
import { ChannelRow } from './channel-row';

/** The channels of the workspace, or the reader's own. */
export function ChannelsList({ workspace, own, mayManage }: { workspace: string; own: boolean; mayManage: boolean }) {
  const query = useQuery(channelsOptions(workspace));
  const [isCreating, setCreating] = useState(false);
  const channels = query.data?.items.filter(({ isOwn }) => isOwn === own);
  const create = mayManage ? (
    <Button variant="primary" disabled={!query.data} onClick={() => setCreating(true)}>
      New channel
    </Button>
  ) : null;
  return (
    <div className="flex flex-col gap-3">
      <QueryList
        query={query}
        items={channels}
        label={own ? 'Your channels' : 'Channels of the workspace'}
        one="channel"
        many="channels"
        columns={['Channel', 'Says', 'State']}
        skeletonRows={3}
        create={create}
        empty={{
          words: mayManage
            ? 'No channel yet. News can go to Slack, Microsoft Teams, an address or a webhook.'
            : 'No channel yet. An admin can send news to Slack, Microsoft Teams, an address or a webhook.',
          action: create,
        }}
      >
        {(channel) => (
          <ChannelRow
            key={channel.id}
            workspace={workspace}
            channel={channel}
            type={query.data?.types.find(({ id }) => id === channel.type)}
            mayManage={mayManage}
          />
        )}
      </QueryList>
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
