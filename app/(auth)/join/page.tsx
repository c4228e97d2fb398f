import type { Metadata } from 'next';
import { JoinCard } from '@/components/auth/join-card';
import { currentUser } from '@/lib/features/auth/current-actor';

export const metadata: Metadata = { title: 'Invitation' };

/** Where an invitation link leads. */
export default async function JoinPage() {
  const user = await currentUser();
  return <JoinCard signedInAs={user && { name: user.name, email: user.email }} />;
}
