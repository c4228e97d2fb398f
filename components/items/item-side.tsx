import type { ReactNode } from 'react';
import { ProseDiff } from '@/components/shared/diff/prose-diff';
import { ItemLink } from '@/components/shared/item-link';
import { Badge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ItemView } from '@/lib/contracts/items';
import { codeOf } from './code-of';
import { consumerTypeWords } from './consumer-type';
import { RequestLink } from './request-link';
import { Snippets } from './snippets';

/** What stands beside the text: the last change of meaning, who sends it, who depends on it, what it is confused with, code. */
export function ItemSide({ view, at }: { view: ItemView; at: string | null }) {
  return (
    <aside
      aria-label="About this item"
      className="flex flex-col gap-6 text-sm lg:sticky lg:top-36 lg:max-h-[calc(100dvh-10rem)] lg:overflow-auto"
    >
      <LastMeaningChange view={view} />
      {view.item.kind === 'event' ? <Sources view={view} at={at} /> : null}
      {view.item.kind === 'consumer' ? null : <Consumers view={view} at={at} />}
      {view.easilyConfused.length === 0 ? null : (
        <Part label="Easily confused with">
          <ul className="flex flex-col gap-1">
            {view.easilyConfused.map((other) => (
              <li key={other.id}>
                <ItemLink item={other} at={at} />
                <p className="line-clamp-2 text-subtle">{other.meaning}</p>
              </li>
            ))}
          </ul>
          {view.item.kind === 'event' ? (
            <a href="#confused" className="text-accent underline underline-offset-2">
              Side by side
            </a>
          ) : null}
        </Part>
      )}
      {view.formerNames.length === 0 ? null : (
        <Part label="Was called">
          <p className="font-mono">{view.formerNames.map((former) => former.name).join(', ')}</p>
        </Part>
      )}
      <Code view={view} />
    </aside>
  );
}

function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label}>
      <h2 className="mb-1 font-medium text-subtle text-xs">{label}</h2>
      {children}
    </section>
  );
}

function LastMeaningChange({ view }: { view: ItemView }) {
  const last = view.lastMeaningChange;
  return (
    <Part label="Last meaning change">
      {last ? (
        <div className="flex flex-col gap-1 rounded-card bg-meaning-tint p-3">
          <p className="font-medium text-meaning">
            <span aria-hidden>≠ </span>Changed <RelativeTime at={last.release.at} />, in release {last.release.number}
          </p>
          {last.differences.slice(0, 3).map((one) => (
            <div key={`${one.field} ${one.member} ${one.part}`}>
              <p className="text-subtle text-xs">{one.label}</p>
              {one.prose ? <ProseDiff before={one.before} after={one.after} layout="unified" /> : <p>{one.sentence}</p>}
            </div>
          ))}
          <p className="font-medium">{last.consequence}</p>
          <p>
            <RequestLink number={last.changeRequest.number} title={last.changeRequest.title} />
          </p>
        </div>
      ) : (
        <p className="text-muted">The meaning has not changed since this was added.</p>
      )}
    </Part>
  );
}

function Sources({ view, at }: { view: ItemView; at: string | null }) {
  return (
    <Part label="Sources">
      {view.sources.length === 0 ? (
        <p className="text-muted">No source is named.</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {view.sources.map(({ item, runtime, isSourceOfTruth }) => (
            <li key={item.id} className="flex flex-wrap items-center gap-2">
              <ItemLink item={item} at={at} icon />
              <span className="text-subtle">{runtime}</span>
              {isSourceOfTruth ? <Badge tone="info">Source of truth</Badge> : null}
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

const shownConsumers = 8;

function Consumers({ view, at }: { view: ItemView; at: string | null }) {
  return (
    <Part label={`Consumers (${view.consumers.length})`}>
      {view.consumers.length === 0 ? (
        <p className="text-muted">Nobody has said that they depend on it.</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {view.consumers.slice(0, shownConsumers).map((one) => (
            <li key={one.consumer.id} className="min-w-0">
              <ItemLink item={one.consumer} at={at} icon />
              <p className="text-subtle">
                {consumerTypeWords(one.type)}
                {one.owner ? `, ${one.owner.name}` : ''}
              </p>
            </li>
          ))}
        </ul>
      )}
      {view.consumers.length > shownConsumers ? (
        <p className="text-subtle">and {view.consumers.length - shownConsumers} more under Impact</p>
      ) : null}
    </Part>
  );
}

function Code({ view }: { view: ItemView }) {
  const code = codeOf(view);
  return code ? <Snippets calls={code.calls} queries={code.queries} /> : null;
}
