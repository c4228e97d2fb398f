import { redirect } from 'next/navigation';
import { AuthCard } from '@/components/auth/auth-card';
import { SignOutButton } from '@/components/auth/sign-out-button';
import { currentUser } from '@/lib/features/auth/current-actor';

/** Leads to the person's workspace; who belongs to none is told how to get into one. */
export default async function StartPage() {
  const user = await currentUser();
  if (!user) redirect('/sign-in');
  const [first] = user.workspaces;
  if (first) redirect(`/${first.slug}`);
  return (
    <AuthCard
      title="You belong to no workspace"
      intro={`${user.name}, ask an admin of your workspace for an invitation to ${user.email}.`}
    >
      <SignOutButton />
    </AuthCard>
  );
}
