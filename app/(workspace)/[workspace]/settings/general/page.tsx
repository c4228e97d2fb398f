import type { Metadata } from 'next';
import { SettingsSection } from '@/components/settings/settings-section';
import { WorkspaceForm } from '@/components/settings/workspace-form';
import { workspaceOptions } from '@/lib/client/workspaces';
import { requireActor } from '@/lib/features/auth/current-actor';
import { readWorkspace } from '@/lib/features/workspaces/read-workspace';
import { Seeded } from '../seeded';

export const metadata: Metadata = { title: 'General · Settings' };

/** Name and address of the workspace. */
export default async function GeneralPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const read = await readWorkspace(await requireActor(workspace));
  return (
    <Seeded data={[[workspaceOptions(workspace).queryKey, read.ok ? read.value : undefined]]}>
      <SettingsSection title="General">
        <WorkspaceForm workspace={workspace} />
      </SettingsSection>
    </Seeded>
  );
}
