import type { Metadata } from 'next';
import { ChannelsList } from '@/components/channels/channels-list';
import { SettingsSection } from '@/components/settings/settings-section';
import { channelsOptions } from '@/lib/client/channels';
import { can } from '@/lib/domain/access/can';
import { requireActor } from '@/lib/features/auth/current-actor';
import { listChannels } from '@/lib/features/channels/list-channels';
import { Seeded } from '../seeded';

export const metadata: Metadata = { title: 'Channels · Settings' };

/** The channels of the workspace. */
export default async function ChannelsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const channels = await listChannels(actor);
  const mayManage = can(actor, 'channel.manage').ok;
  return (
    <Seeded data={[[channelsOptions(workspace).queryKey, channels.ok ? channels.value : undefined]]}>
      <SettingsSection
        title="Channels"
        description={`Where this workspace tells of its releases, whoever reads there. ${mayManage ? '' : 'An admin sets them up. '}What you hear yourself is under Notifications.`}
      >
        <ChannelsList workspace={workspace} own={false} mayManage={mayManage} />
      </SettingsSection>
    </Seeded>
  );
}
