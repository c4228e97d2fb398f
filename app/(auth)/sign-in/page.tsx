import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { AuthCard } from '@/components/auth/auth-card';
import { DemoPeople } from '@/components/auth/demo-people';
import { SignInForm } from '@/components/auth/sign-in-form';
import { ownPath } from '@/lib/domain/access/own-path';
import { currentPerson } from '@/lib/features/auth/current-actor';
import { listDemoPeople } from '@/lib/features/auth/enter-demo';
import { needsFirstAdmin } from '@/lib/features/auth/first-admin';

export const metadata: Metadata = { title: 'Sign in' };

interface Props {
  searchParams: Promise<{ next?: string | string[] }>;
}

/** Sign-in by password; on a loopback demo also by one click, on a new instance the way to its first workspace. */
export default async function SignInPage({ searchParams }: Props) {
  const { next } = await searchParams;
  const wanted = typeof next === 'string' ? ownPath(next, '/') : undefined;
  if (await currentPerson()) redirect(wanted ?? '/');
  const [people, isNew] = await Promise.all([listDemoPeople(), needsFirstAdmin()]);
  if (isNew && people.length === 0) redirect('/sign-up');
  return (
    <AuthCard title="Sign in" intro="What your events mean, and the only way that meaning changes.">
      {people.length > 0 ? <DemoPeople people={people} next={wanted} /> : null}
      {isNew ? (
        <p className="text-base">
          <Link href="/sign-up" className="text-accent underline">
            Create your own workspace
          </Link>{' '}
          and become its admin.
        </p>
      ) : (
        <SignInForm next={wanted} />
      )}
    </AuthCard>
  );
}
