import { useQuery } from '@tanstack/react-query';
import { ProseDiff } from '@/components/shared/diff/prose-diff';
import { usePlan } from '@/components/shared/plan-context';
import { QueryError } from '@/components/shared/query-error';
import { Pending, SkeletonRows } from '@/components/ui/skeleton';
import { exactWords, plainDay } from '@/components/ui/time-words';
import { termHistoryOptions } from '@/lib/client/glossary';
import type { TermChange, TermView } from '@/lib/contracts/glossary';

/** How a word came to say what it says, the latest first, with the words that differ marked. */
export function TermHistory({ term, at }: { term: TermView; at: string | null }) {
  const plan = usePlan();
  const query = useQuery(termHistoryOptions(plan, term.id, at));
  const { data } = query;
  return (
    <div className="mt-2 flex flex-col gap-3 border-border border-l pl-3 text-text">
      <QueryError query={query} />
      <Pending pending={query.isPending && !query.isError} skeleton={<SkeletonRows rows={2} />}>
        <ol aria-label={`History of ${term.term}`} className="flex flex-col gap-3">
          {data?.items.map((change) => (
            <li key={`${change.at} ${change.did}`} className="flex flex-col gap-1">
              <Change change={change} />
            </li>
          ))}
        </ol>
        {data && data.total > data.items.length ? (
          <p className="text-subtle">
            These are the last {data.items.length} of {data.total} entries; the record of changes has all.
          </p>
        ) : null}
      </Pending>
    </div>
  );
}

const deeds = { create: 'Explained', update: 'Changed', remove: 'Deleted', restore: 'Brought back' } as const;

function Change({ change: { at, by, did, from, to } }: { change: TermChange }) {
  const moment = new Date(at);
  const parts = did === 'update' ? partsOf(from, to) : [];
  return (
    <>
      <p className="text-muted">
        <time dateTime={at} title={exactWords(moment)} className="font-medium">
          {plainDay(moment)}
        </time>
        {`: ${deeds[did]} by ${by.name}`}
        {did === 'update' && parts.length === 0 ? ', with the same words' : null}
      </p>
      {did === 'create' && to ? (
        <p dir="auto" className="wrap-anywhere whitespace-pre-line text-base">
          {to.definition}
        </p>
      ) : null}
      {parts.map(({ label, before, after }) => (
        <div key={label}>
          {label === null ? null : <p className="text-subtle text-xs">{label}</p>}
          <ProseDiff before={before} after={after} />
        </div>
      ))}
    </>
  );
}

type Said = TermChange['from'];

/** What an edit changed; the definition needs no label. */
function partsOf(from: Said, to: Said): { label: string | null; before: string; after: string }[] {
  const parts = [
    { label: 'Word', before: from?.term ?? '', after: to?.term ?? '' },
    { label: null, before: from?.definition ?? '', after: to?.definition ?? '' },
    { label: 'Other words', before: from?.aliases.join(', ') ?? '', after: to?.aliases.join(', ') ?? '' },
    { label: 'Whom to ask', before: from?.owner?.name ?? '', after: to?.owner?.name ?? '' },
  ];
  return parts.filter(({ before, after }) => before !== after);
}
