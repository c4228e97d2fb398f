import type { Metadata } from 'next';
import { SettingsSection } from '@/components/settings/settings-section';
import { TeamsList } from '@/components/teams/teams-list';
import { teamsOptions } from '@/lib/client/teams';
import { requireActor } from '@/lib/features/auth/current-actor';
import { listTeams } from '@/lib/features/teams/list-teams';
import { Seeded } from '../seeded';

export const metadata: Metadata = { title: 'Teams · Settings' };

/** The teams of the workspace. */
export default async function TeamsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const teams = await listTeams(actor);
  return (
    <Seeded data={[[teamsOptions(workspace).queryKey, teams.ok ? teams.value : undefined]]}>
      <SettingsSection title="Teams" description="A team can own events and is then asked when their meaning changes.">
        <TeamsList workspace={workspace} role={actor.role} />
      </SettingsSection>
    </Seeded>
  );
}
