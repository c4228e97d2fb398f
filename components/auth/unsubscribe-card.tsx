'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { unsubscriptionOptions, useUnsubscribe } from '@/lib/client/unsubscriptions';
import type { UnsubscriptionView } from '@/lib/contracts/channels';
import { AuthCard } from './auth-card';
import { LinkCard, LinkProblem } from './link-card';

/** What a link at the foot of a message offers to stop. Nothing happens before its reader presses the button. */
export function UnsubscribeCard({ token }: { token: string }) {
  const query = useQuery(unsubscriptionOptions(token));
  return (
    <LinkCard
      query={query}
      title="Unsubscribe"
      reading="Reading what the message was about"
      missing={{
        code: 'unsubscription.not-found',
        why: 'It was cut off by a mail program, or what it would stop is gone: nothing is sent to you any more.',
      }}
    >
      {(view) => <Asked token={token} view={view} />}
    </LinkCard>
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
      <LinkProblem error={stop.error} />
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
