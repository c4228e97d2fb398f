'use client';
import { useQuery } from '@tanstack/react-query';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ErrorBanner } from '@/components/ui/error-banner';
import { RelativeTime } from '@/components/ui/relative-time';
import { SkeletonRows } from '@/components/ui/skeleton';
import { sessionsOptions, useRevokeSession } from '@/lib/client/account';
import { wordsFor } from '@/lib/client/http';
import { browserName } from './browser-name';

/** Where the reader is signed in, each of which can be ended at once. */
export function SessionsList() {
  const query = useQuery(sessionsOptions());
  const revoke = useRevokeSession();
  if (!query.data) {
    return query.error ? (
      <ErrorBanner onRetry={() => void query.refetch()}>{wordsFor(query.error)}</ErrorBanner>
    ) : (
      <SkeletonRows rows={3} />
    );
  }
  const { items } = query.data;
  return (
    <div className="flex flex-col gap-3">
      {revoke.error ? <ErrorBanner>{wordsFor(revoke.error)}</ErrorBanner> : null}
      <ul className="flex max-w-xl flex-col rounded-card border border-border">
        {items.map((session) => (
          <li key={session.id} className="flex items-center gap-3 border-border border-b px-3 py-2 last:border-b-0">
            <div className="min-w-0 flex-1">
              <p className="flex items-center gap-2 truncate text-sm">
                {browserName(session.userAgent)} {session.current ? <Badge tone="info">This browser</Badge> : null}
              </p>
              <p className="text-subtle text-xs">
                Seen <RelativeTime at={session.lastSeenAt} />, signed in <RelativeTime at={session.createdAt} />
              </p>
            </div>
            {session.current ? null : (
              <Button
                size="toolbar"
                pending={revoke.isPending}
                aria-label={`Sign out ${browserName(session.userAgent)}`}
                onClick={() => revoke.mutate({ id: session.id })}
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      {items.length > 1 ? (
        <div>
          <Button pending={revoke.isPending} onClick={() => revoke.mutate('others')}>
            Sign out everywhere else
          </Button>
        </div>
      ) : null}
    </div>
  );
}
