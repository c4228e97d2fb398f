'use client';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { safeAddress } from '@/components/ui/safe-address';
import type { ImpactView } from '@/lib/contracts/change-requests';

export interface ImpactDetailsProps {
  readonly impact: ImpactView;
  /** What can be done about a consumer, under it. */
  readonly actionFor?: (consumerId: string) => ReactNode;
  /** How those who watch are called: "Will be told" before a merge. */
  readonly watchersTitle?: string;
}

/** Whom a change reaches: the sentence, and on request names, owners and the reason for each. */
export function ImpactDetails({ impact, actionFor, watchersTitle = 'Watchers' }: ImpactDetailsProps) {
  const { consumers, sources, owners, watchers } = impact;
  const isEmpty = consumers.length + sources.length + owners.length + watchers.length === 0;
  if (isEmpty) return <p className="text-muted text-sm">{impact.words || 'Nobody has to do or know anything.'}</p>;
  return (
    <details className="group text-sm" open={actionFor !== undefined || consumers.some((consumer) => consumer.running)}>
      <summary className="cursor-pointer font-medium">{impact.words || 'Whom it reaches'}</summary>
      <dl className="mt-2 flex flex-col gap-3">
        {consumers.length > 0 ? (
          <Part title="Consumers">
            {consumers.map((consumer) => (
              <li key={consumer.itemId} className="flex flex-col items-start gap-0.5">
                <span className="flex max-w-full flex-wrap items-center gap-1.5">
                  <ConsumerName consumer={consumer} />
                  <span className="text-subtle">{consumer.type}</span>
                  {consumer.running ? <Badge tone="changed">Running</Badge> : null}
                </span>
                <span className="text-muted">
                  {sentence(consumer.why)}
                  {consumer.owner ? ` Owned by ${consumer.owner}.` : ' Nobody owns it.'}
                </span>
                {actionFor?.(consumer.itemId)}
              </li>
            ))}
          </Part>
        ) : null}
        {sources.length > 0 ? (
          <Part title="Code that must change">
            {sources.map((source) => (
              <li key={source.itemId}>
                <span className="font-medium">{source.name}</span>{' '}
                <span className="text-muted">{sentence(source.why)}</span>
              </li>
            ))}
          </Part>
        ) : null}
        {owners.length > 0 ? <Part title="Owners">{<li>{owners.join(', ')}</li>}</Part> : null}
        {watchers.length > 0 ? <Part title={watchersTitle}>{<li>{watchers.join(', ')}</li>}</Part> : null}
      </dl>
    </details>
  );
}

function ConsumerName({ consumer }: { consumer: ImpactView['consumers'][number] }) {
  const address = consumer.link === null ? undefined : safeAddress(consumer.link);
  if (address === undefined) return <span className="break-words font-medium">{consumer.name}</span>;
  return (
    <a
      href={address}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="break-words font-medium text-accent underline underline-offset-2"
    >
      {consumer.name}
    </a>
  );
}

function sentence(words: string): string {
  return words === '' || /[.!?…]$/u.test(words) ? words : `${words}.`;
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="font-medium text-subtle text-xs">{title}</dt>
      <dd>
        <ul className="flex flex-col gap-1.5">{children}</ul>
      </dd>
    </div>
  );
}
