import Link from 'next/link';
import { AuthCard } from '@/components/auth/auth-card';

/** An address that leads nowhere, or into a workspace one does not belong to: both look alike on purpose. */
export default function NotFound() {
  return (
    <AuthCard
      title="Nothing here"
      intro="The address may be mistyped, or it belongs to a workspace you are not a member of. Its admin can invite you."
    >
      <Link href="/" className="text-accent underline">
        Go to your workspace
      </Link>
    </AuthCard>
  );
}
