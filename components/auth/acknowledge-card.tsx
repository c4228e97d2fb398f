'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { RelativeTime } from '@/components/ui/relative-time';
import { acknowledgementOptions, useAcknowledge } from '@/lib/client/acknowledgements';
import type { AcknowledgementView } from '@/lib/contracts/channels';
import { AuthCard } from './auth-card';
import { LinkCard, LinkProblem } from './link-card';

/** What a link from a message is about. Nothing happens before its reader presses the button. */
export function AcknowledgeCard({ token }: { token: string }) {
  const query = useQuery(acknowledgementOptions(token));
  return (
    <LinkCard
      query={query}
      title="Acknowledge"
      reading="Reading the news"
      missing={{
        code: 'acknowledgement.not-found',
        why: 'It is too old, was cut off by a mail program, or is for somebody who is no longer a member.',
      }}
    >
      {(view) => <Asked token={token} view={view} />}
    </LinkCard>
  );
}

function Asked({ token, view }: { token: string; view: AcknowledgementView }) {
  const acknowledge = useAcknowledge(token);
  const { news, plan, workspace, person, acknowledgedAt } = view;
  const place = `/${workspace.slug}/${plan.slug}`;
  const path = news.release ? `releases/${news.release.number}` : `change-requests/${news.request.number}`;
  return (
    <AuthCard
      title={news.line?.name ?? news.request.title}
      intro={`${news.actor} ${news.words}, in ${plan.name}. ${news.consequence ? `${news.consequence}.` : ''}`}
    >
      {news.line ? (
        <dl className="flex flex-col gap-3 text-base">
          {news.line.label ? <dt className="font-medium">{news.line.label}</dt> : null}
          {news.line.before === null && news.line.after === null ? <dd>{news.line.sentence}</dd> : null}
          {news.line.before === null ? null : <Side label="Before" text={news.line.before} />}
          {news.line.after === null ? null : <Side label="After" text={news.line.after} />}
        </dl>
      ) : null}
      <LinkProblem error={acknowledge.error} />
      {acknowledgedAt ? (
        <Callout tone="success">
          Acknowledged for {person} <RelativeTime at={acknowledgedAt} />. You can close this page.
        </Callout>
      ) : (
        <Button variant="primary" pending={acknowledge.isPending} onClick={() => acknowledge.mutate()}>
          Acknowledge as {person}
        </Button>
      )}
      <Link href={`${place}/${path}`} className="text-accent text-sm underline">
        Read it in full
      </Link>
    </AuthCard>
  );
}

function Side({ label, text }: { label: string; text: string }) {
  return (
    <dd>
      <span className="block text-muted text-sm">{label}</span>
      <span className="whitespace-pre-wrap">{text}</span>
    </dd>
  );
}
