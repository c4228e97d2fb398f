'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Spinner } from '@/components/ui/spinner';
import { hasCode, wordsFor } from '@/lib/client/http';
import { unsubscriptionOptions, useUnsubscribe } from '@/lib/client/unsubscriptions';
import type { UnsubscriptionView } from '@/lib/contracts/channels';
import { AuthCard } from './auth-card';

/** What a link at the foot of a message offers to stop. Nothing happens before its reader presses the button. */
export function UnsubscribeCard({ token }: { token: string }) {
  const query = useQuery(unsubscriptionOptions(token));
  if (query.data) return <Asked token={token} view={query.data} />;
  if (query.error && !hasCode(query.error, 'unsubscription.not-found')) {
    return (
      <AuthCard title="Unsubscribe" intro={wordsFor(query.error)}>
        <Button onClick={() => void query.refetch()} pending={query.isFetching}>
          Try again
        </Button>
      </AuthCard>
    );
  }
  if (query.error) {
    return (
      <AuthCard
        title="This link leads nowhere"
        intro="It was cut off by a mail program, or what it would stop is gone: nothing is sent to you any more."
      >
        <Link href="/" className="text-accent text-sm underline">
          Open Waymark
        </Link>
      </AuthCard>
    );
  }
  return (
    <AuthCard title="Unsubscribe">
      <p className="flex items-center gap-2 text-muted text-sm">
        <Spinner /> Reading what the message was about
      </p>
    </AuthCard>
  );
}

const whatFollows: Record<UnsubscriptionView['kind'], string> = {
  digest: 'Reviews asked of you, mentions and changed meanings still come at once. Everything stays in your inbox.',
  reasons: 'Everything else you hear of stays as it is.',
  channel: 'Nothing is sent here any more. What concerns a member still comes to their inbox in Waymark.',
};

function Asked({ token, view }: { token: string; view: UnsubscriptionView }) {
  const stop = useUnsubscribe(token);
  const { workspace, person, channel, kind, names, words, isDone } = view;
  const section = person === null ? 'channels' : kind === 'reasons' ? 'watches' : 'notifications';
  return (
    <AuthCard
      title={isDone ? 'It is stopped' : `${words}?`}
      intro={`${person === null ? `The channel ${channel}` : `For ${person}`}, in ${workspace.name}. ${whatFollows[kind]}`}
    >
      {names.length > 1 ? (
        <ul className="flex list-disc flex-col gap-1 pl-5 text-base">
          {names.map((name) => (
            <li key={name} className="break-words">
              {name}
            </li>
          ))}
        </ul>
      ) : null}
      {stop.error ? (
        <div role="alert">
          <Callout tone="problem">{wordsFor(stop.error)}</Callout>
        </div>
      ) : null}
      {isDone ? (
        <div role="status">
          <Callout tone="success">You will not get messages like that one again. You can close this page.</Callout>
        </div>
      ) : (
        <Button variant="primary" pending={stop.isPending} onClick={() => stop.mutate()}>
          {words}
        </Button>
      )}
      <Link href={`/${workspace.slug}/settings/${section}`} className="text-accent text-sm underline">
        {isDone ? 'Take it back in the settings' : 'Choose what you hear instead'}
      </Link>
    </AuthCard>
  );
}
