import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AuthCard } from '@/components/auth/auth-card';
import { FirstAdminForm } from '@/components/auth/first-admin-form';
import { SetupChecks } from '@/components/auth/setup-checks';
import { needsFirstAdmin } from '@/lib/features/auth/first-admin';
import { checkSetup } from '@/lib/features/auth/setup-checks';

export const metadata: Metadata = { title: 'Create workspace' };

/** The first screen of a new instance. */
export default async function SignUpPage() {
  if (!(await needsFirstAdmin())) redirect('/sign-in');
  return (
    <AuthCard title="Create workspace" intro="You become its admin and can invite others by link.">
      <FirstAdminForm />
      <SetupChecks checks={await checkSetup()} />
    </AuthCard>
  );
}
