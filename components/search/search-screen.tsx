'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { type ReactNode, useEffect, useRef } from 'react';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { usePlan } from '@/components/shared/plan-context';
import { itemHref, proposeHref } from '@/components/shared/plan-href';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Input } from '@/components/ui/input';
import { Pending, SkeletonRows } from '@/components/ui/skeleton';
import { Total } from '@/components/ui/table';
import { useRested } from '@/components/ui/use-rested';
import { wordsFor } from '@/lib/client/http';
import { type SearchAsk, searchOptions } from '@/lib/client/search';
import { countVainSearch } from '@/lib/client/synonyms';
import type { SearchResult } from '@/lib/contracts/search';
import { itemKinds } from '@/lib/domain/plan/kinds/define';
import { grouped } from '@/lib/kit/grouped';
import { Facets } from './facets';
import { Hit, TermFound } from './hit';

/** How long an answer without a sure match stands before it counts as a search in vain. */
const vainRestMs = 2_000;

/** Search when ⌘K is not enough: facets, what matched marked, and the way to propose what is not there. */
export function SearchScreen({ first }: { first: { readonly ask: SearchAsk; readonly result: SearchResult } | null }) {
  const plan = usePlan();
  const router = useRouter();
  const client = useQueryClient();
  const box = useRef<HTMLInputElement>(null);
  const [state, setState] = useQueryStates(
    {
      q: parseAsString.withDefault(''),
      kind: parseAsStringLiteral(itemKinds),
      owner: parseAsString,
      lifecycle: parseAsString,
      tag: parseAsString,
      at: parseAsString,
    },
    { history: 'replace' },
  );
  const written = useRef<Promise<unknown>>(undefined);
  const q = useRested(state.q, 150);
  const ask = askOf({ ...state, q });
  const query = useQuery({
    ...searchOptions(plan, ask),
    ...(first && JSON.stringify(first.ask) === JSON.stringify(ask) ? { initialData: first.result } : {}),
  });
  useShortcut('filter.focus', (event) => {
    event.preventDefault();
    box.current?.focus();
  });
  const { data } = query;
  const total = data?.total;
  const isWeak = data?.weak;
  useEffect(() => {
    if (total !== undefined)
      announce(isWeak ? `No sure match, ${grouped(total)} are close` : `${grouped(total)} found`);
  }, [total, isWeak]);
  const best = data?.hits[0];
  const isNarrowed = [state.kind, state.owner, state.lifecycle, state.tag].some((one) => one !== null);
  const sureTerms = data?.terms.filter((term) => !term.weak) ?? [];
  const isAnswered = data !== undefined && !query.isPlaceholderData;
  const isVain = isAnswered && state.at === null && (total === 0 || isWeak) && sureTerms.length === 0;
  const sought = useRested(isVain ? q : '', vainRestMs);
  useEffect(() => {
    if (isVain && sought.length >= 3 && sought === q) void countVainSearch(plan, sought);
  }, [plan, isVain, sought, q]);
  const openFirst = async () => {
    // The router drops a navigation when the address is written after it has begun.
    await written.current;
    // What was typed last counts, not what the list still shows. A failure is told where the list stands.
    const result = await client.fetchQuery(searchOptions(plan, askOf(state))).catch(() => null);
    const hit = result?.hits[0];
    if (hit) router.push(itemHref(plan, hit.item, state.at));
  };
  return (
    <div className="flex flex-col gap-4 px-4 py-4 lg:px-6">
      <search>
        <form
          className="flex flex-wrap items-center gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            void openFirst();
          }}
        >
          <Input
            ref={box}
            type="search"
            aria-label="Search the plan"
            placeholder="Words, and conditions such as owner:Growth or lifecycle:retired"
            className="max-w-xl"
            value={state.q}
            onChange={(event) => {
              written.current = setState({ q: event.target.value === '' ? null : event.target.value });
            }}
          />
          <Button type="submit" variant="primary" unavailable={best ? undefined : 'Nothing is found'}>
            Open first
          </Button>
          {data ? <Total count={data.total} one="item" many="items" /> : null}
        </form>
      </search>
      {query.isError ? <ErrorBanner onRetry={() => void query.refetch()}>{wordsFor(query.error)}</ErrorBanner> : null}
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-[14rem_minmax(0,1fr)]">
        {data && (isNarrowed || Object.values(data.facets).some((found) => found.length > 0)) ? (
          <Narrowing isNarrowed={isNarrowed}>
            <Facets facets={data.facets} chosen={state} onChoose={(next) => void setState(next)} />
          </Narrowing>
        ) : (
          <div />
        )}
        <div className="min-w-0">
          {sureTerms.length === 0 ? null : (
            <section aria-label="Glossary" className="mb-4 rounded-card border border-border p-3">
              <ul className="flex flex-col gap-3">
                {sureTerms.map((term) => (
                  <TermFound key={term.id} hit={term} at={state.at} />
                ))}
              </ul>
            </section>
          )}
          <Pending pending={query.isPending && !query.isError} skeleton={<SkeletonRows rows={8} />}>
            {data && data.hits.length === 0 && q === '' ? (
              <EmptyState>There is nothing to find here yet.</EmptyState>
            ) : data && data.hits.length === 0 ? (
              <EmptyState
                action={
                  <Button asChild variant="primary">
                    <Link href={proposeHref(plan, { kind: state.kind ?? 'event', name: q })}>Propose “{q}”</Link>
                  </Button>
                }
              >
                Nothing in the plan speaks of “{q}”.
              </EmptyState>
            ) : (
              <div className="flex min-w-0 flex-col">
                {data?.weak ? (
                  <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-border border-b pb-3 text-base">
                    <p role="status">No sure match; these are close.</p>
                    <Link
                      className="text-accent underline underline-offset-2"
                      href={proposeHref(plan, { kind: state.kind ?? 'event', name: q })}
                    >
                      Propose “{q}”
                    </Link>
                  </div>
                ) : null}
                <ol className="flex flex-col">
                  {data?.hits.map((hit) => (
                    <Hit key={hit.item.id} hit={hit} at={state.at} />
                  ))}
                </ol>
              </div>
            )}
          </Pending>
        </div>
      </div>
    </div>
  );
}

/** The facets: beside the results where there is room, folded above them on a phone. */
function Narrowing({ isNarrowed, children }: { isNarrowed: boolean; children: ReactNode }) {
  return (
    <>
      <details className="rounded-card border border-border lg:hidden">
        <summary className="flex min-h-control cursor-pointer items-center px-3 font-medium text-sm">
          {isNarrowed ? 'Narrowed: change' : 'Narrow'}
        </summary>
        <div className="px-3 pb-3">{children}</div>
      </details>
      <div className="max-lg:hidden">{children}</div>
    </>
  );
}

type Address = { readonly [K in 'q' | 'kind' | 'owner' | 'lifecycle' | 'tag' | 'at']: string | null };

function askOf(state: Address): SearchAsk {
  const kind = itemKinds.find((one) => one === state.kind);
  return {
    q: state.q ?? '',
    ...(kind ? { kind } : {}),
    ...(state.owner ? { owner: state.owner } : {}),
    ...(state.lifecycle ? { lifecycle: state.lifecycle } : {}),
    ...(state.tag ? { tag: state.tag } : {}),
    ...(state.at ? { at: state.at } : {}),
  };
}
