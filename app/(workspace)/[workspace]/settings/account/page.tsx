import type { Metadata } from 'next';
import { PasswordForm } from '@/components/settings/password-form';
import { ProfileForm } from '@/components/settings/profile-form';
import { SessionsList } from '@/components/settings/sessions-list';
import { SettingsSection } from '@/components/settings/settings-section';
import { accountOptions, sessionsOptions } from '@/lib/client/account';
import { currentUser, requirePerson } from '@/lib/features/auth/current-actor';
import { listSessions } from '@/lib/features/sessions/list-sessions';
import { Seeded } from '../seeded';

export const metadata: Metadata = { title: 'Account and sessions · Settings' };

/** The reader's name, password, and where they are signed in. */
export default async function AccountPage() {
  const person = await requirePerson();
  const [user, sessions] = await Promise.all([currentUser(), listSessions(person)]);
  return (
    <Seeded
      data={[
        [accountOptions().queryKey, user],
        [sessionsOptions().queryKey, sessions.ok ? sessions.value : undefined],
      ]}
    >
      <SettingsSection title="Profile">
        <ProfileForm />
      </SettingsSection>
      <SettingsSection title="Password">
        <PasswordForm />
      </SettingsSection>
      <SettingsSection title="Sessions" description="Where you are signed in.">
        <SessionsList />
      </SettingsSection>
    </Seeded>
  );
}
