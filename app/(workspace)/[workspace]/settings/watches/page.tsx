import type { Metadata } from 'next';
import { SettingsSection } from '@/components/settings/settings-section';
import { WatchesList } from '@/components/watches/watches-list';
import { watchesOptions } from '@/lib/client/watches';
import { requireActor } from '@/lib/features/auth/current-actor';
import { listWatches } from '@/lib/features/watches/list-watches';
import { Seeded } from '../seeded';

export const metadata: Metadata = { title: 'Watches · Settings' };

/** What the reader watches. */
export default async function WatchesPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const watches = await listWatches(await requireActor(workspace));
  return (
    <Seeded data={[[watchesOptions(workspace).queryKey, watches.ok ? watches.value : undefined]]}>
      <SettingsSection
        title="Watches"
        description="What you asked to hear of, and how much of it. What you do yourself is never told to you."
      >
        <WatchesList workspace={workspace} home={`/${encodeURIComponent(workspace)}`} />
      </SettingsSection>
    </Seeded>
  );
}
