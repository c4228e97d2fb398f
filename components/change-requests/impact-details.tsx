'use client';
import { Badge } from '@/components/ui/badge';
import type { ImpactView } from '@/lib/contracts/change-requests';

/** Whom a change reaches: the sentence, and on request names, owners and the reason for each. */
export function ImpactDetails({ impact }: { impact: ImpactView }) {
  const { consumers, sources, owners, watchers } = impact;
  const isEmpty = consumers.length + sources.length + owners.length + watchers.length === 0;
  if (isEmpty) return <p className="text-muted text-sm">{impact.words || 'Nobody has to do or know anything.'}</p>;
  return (
    <details className="group text-sm" open={consumers.some((consumer) => consumer.running)}>
      <summary className="cursor-pointer font-medium">{impact.words}</summary>
      <dl className="mt-2 flex flex-col gap-3">
        {consumers.length > 0 ? (
          <Part title="Consumers">
            {consumers.map((consumer) => (
              <li key={consumer.itemId} className="flex flex-col">
                <span className="flex flex-wrap items-center gap-1.5">
                  <span className="break-words font-medium">{consumer.name}</span>
                  <span className="text-subtle">{consumer.type}</span>
                  {consumer.running ? <Badge tone="changed">Running</Badge> : null}
                </span>
                <span className="text-muted">
                  {consumer.why}
                  {consumer.owner ? ` Owned by ${consumer.owner}.` : ' Nobody owns it.'}
                </span>
              </li>
            ))}
          </Part>
        ) : null}
        {sources.length > 0 ? (
          <Part title="Code that must change">
            {sources.map((source) => (
              <li key={source.itemId}>
                <span className="font-medium">{source.name}</span> <span className="text-muted">{source.why}</span>
              </li>
            ))}
          </Part>
        ) : null}
        {owners.length > 0 ? <Part title="Owners">{<li>{owners.join(', ')}</li>}</Part> : null}
        {watchers.length > 0 ? <Part title="Watchers">{<li>{watchers.join(', ')}</li>}</Part> : null}
      </dl>
    </details>
  );
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
