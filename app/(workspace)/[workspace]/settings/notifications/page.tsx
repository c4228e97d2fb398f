import type { Metadata } from 'next';
import { ChannelsList } from '@/components/channels/channels-list';
import { AbsenceForm } from '@/components/settings/absence-form';
import { SettingsSection } from '@/components/settings/settings-section';
import { channelsOptions } from '@/lib/client/channels';
import { requireActor } from '@/lib/features/auth/current-actor';
import { listChannels } from '@/lib/features/channels/list-channels';
import { Seeded } from '../seeded';

export const metadata: Metadata = { title: 'Notifications · Settings' };

/** By what else than the inbox the reader hears. */
export default async function NotificationsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const channels = await listChannels(actor);
  return (
    <Seeded data={[[channelsOptions(workspace).queryKey, channels.ok ? channels.value : undefined]]}>
      <SettingsSection
        title="Notifications"
        description="Everything that concerns you comes to your inbox. Here you choose how else you hear of it; what you have seen in the inbox is not sent again."
      >
        <ChannelsList workspace={workspace} own mayManage />
      </SettingsSection>
      <SettingsSection
        title="When you are away"
        description="On these days your substitute is asked to review in your stead, both of you are told, and you get no reminders. Your substitute meets a requirement only with a right of their own: owning the item, being of the team, or their role."
      >
        <AbsenceForm workspace={workspace} userId={actor.userId} />
      </SettingsSection>
    </Seeded>
  );
}
