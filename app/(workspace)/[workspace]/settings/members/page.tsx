import type { Metadata } from 'next';
import { InvitationList } from '@/components/members/invitation-list';
import { InviteForm } from '@/components/members/invite-form';
import { MembersTable } from '@/components/members/members-table';
import { NoAccess } from '@/components/settings/no-access';
import { SettingsSection } from '@/components/settings/settings-section';
import { invitationsOptions } from '@/lib/client/invitations';
import { membersOptions } from '@/lib/client/members';
import { requireActor } from '@/lib/features/auth/current-actor';
import { listInvitations } from '@/lib/features/invitations/list-invitations';
import { listAdminNames } from '@/lib/features/members/list-admin-names';
import { listMembers } from '@/lib/features/members/list-members';
import { Seeded } from '../seeded';

export const metadata: Metadata = { title: 'Members and roles · Settings' };

/** Members with their roles, and invitations for those who may invite. */
export default async function MembersPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const [members, invitations] = await Promise.all([listMembers(actor, { limit: 100 }), listInvitations(actor)]);
  const pages = members.ok ? { pages: [members.value], pageParams: [null] } : undefined;
  return (
    <Seeded
      data={[
        [membersOptions(workspace).queryKey, pages],
        [invitationsOptions(workspace).queryKey, invitations.ok ? invitations.value : undefined],
      ]}
    >
      <SettingsSection
        title="Members and roles"
        description="Each role includes the ones before it: a viewer looks up, a contributor proposes, an approver reviews, an admin runs the workspace."
      >
        <MembersTable workspace={workspace} role={actor.role} />
      </SettingsSection>
      <SettingsSection title="Invite" description="An invitation is a link. Send it the way you like.">
        {actor.role === 'admin' ? (
          <>
            <InviteForm workspace={workspace} />
            <InvitationList workspace={workspace} />
          </>
        ) : (
          <NoAccess what="Inviting people" needs="admin" admins={await listAdminNames(actor)} />
        )}
      </SettingsSection>
    </Seeded>
  );
}
