'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Spinner } from '@/components/ui/spinner';
import { hasCode, wordsFor } from '@/lib/client/http';
import { AuthCard } from './auth-card';

interface LinkCardProps<T> {
  query: UseQueryResult<T>;
  /** What the link is for, until it is known what it is about. */
  title: string;
  reading: string;
  /** The code of a link that leads nowhere, and why it may. */
  missing: { code: string; why: string };
  children: (view: T) => ReactNode;
}

/** The page behind a link in a message, once what it is about is known. */
export function LinkCard<T>({ query, title, reading, missing, children }: LinkCardProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error && !hasCode(query.error, missing.code)) {
    return (
      <AuthCard title={title} intro={wordsFor(query.error)}>
        <Button onClick={() => void query.refetch()} pending={query.isFetching}>
          Try again
        </Button>
      </AuthCard>
    );
  }
  if (query.error) {
    return (
      <AuthCard title="This link leads nowhere" intro={missing.why}>
        <Link href="/" className="text-accent text-sm underline">
          Open Waymark
        </Link>
      </AuthCard>
    );
  }
  return (
    <AuthCard title={title}>
      <p className="flex items-center gap-2 text-muted text-sm">
        <Spinner /> {reading}
      </p>
    </AuthCard>
  );
}

/** Why what the link offers was not done. */
export function LinkProblem({ error }: { error: Error | null }) {
  if (!error) return null;
  return (
    <div role="alert">
      <Callout tone="problem">{wordsFor(error)}</Callout>
    </div>
  );
}
