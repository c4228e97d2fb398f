import type { Metadata } from 'next';
import { PreferencesForm } from '@/components/settings/preferences-form';
import { SettingsSection } from '@/components/settings/settings-section';
import { preferencesOptions } from '@/lib/client/preferences';
import { requireActor } from '@/lib/features/auth/current-actor';
import { readPreferences } from '@/lib/features/preferences/read-preferences';
import { Seeded } from '../seeded';

export const metadata: Metadata = { title: 'Preferences · Settings' };

/** The reader's own preferences. */
export default async function PreferencesPage({ params }: { params: Promise<{ workspace: string }> }) {
  const actor = await requireActor((await params).workspace);
  const preferences = await readPreferences(actor);
  return (
    <Seeded data={[[preferencesOptions().queryKey, preferences.ok ? preferences.value : undefined]]}>
      <SettingsSection title="Preferences" description="Yours alone, in every workspace.">
        <PreferencesForm />
      </SettingsSection>
    </Seeded>
  );
}
