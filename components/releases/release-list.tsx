'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { parseAsInteger, parseAsString, useQueryStates } from 'nuqs';
import { PersonChip } from '@/components/shared/person-chip';
import { usePlan } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';
import { SignificanceCounts } from '@/components/shared/significance-badge';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorBanner } from '@/components/ui/error-banner';
import { RelativeTime } from '@/components/ui/relative-time';
import { Select } from '@/components/ui/select';
import { Pending, SkeletonRows } from '@/components/ui/skeleton';
import { Total } from '@/components/ui/table';
import { wordsFor } from '@/lib/client/http';
import { releaseListOptions } from '@/lib/client/releases';
import type { Page } from '@/lib/contracts/common';
import type { ReleaseRow } from '@/lib/contracts/releases';
import { counted } from '@/lib/kit/grouped';

const filters = [
  { value: 'all', label: 'All releases' },
  { value: 'meaning', label: 'With a change of meaning' },
  { value: 'breaking', label: 'Breaking' },
  { value: 'additive', label: 'Additive' },
  { value: 'editorial', label: 'Wording' },
];

/** What happened to the plan, release by release; two can be laid side by side. */
export function ReleaseList({ first }: { first: Page<ReleaseRow> | null }) {
  const plan = usePlan();
  const router = useRouter();
  const [state, setState] = useQueryStates(
    { significance: parseAsString, item: parseAsString, from: parseAsInteger, to: parseAsInteger },
    { history: 'replace' },
  );
  const ask = { significance: state.significance ?? undefined, item: state.item ?? undefined };
  const isPlain = !ask.significance && !ask.item;
  const query = useInfiniteQuery({
    ...releaseListOptions(plan, ask),
    ...(first && isPlain ? { initialData: { pages: [first], pageParams: [null] } } : {}),
  });
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  const from = state.from ?? Math.max(0, plan.headRelease - 1);
  const to = state.to ?? plan.headRelease;
  const numbers = Array.from({ length: plan.headRelease + 1 }, (_, index) => plan.headRelease - index);
  const options = numbers.map((number) => ({
    value: String(number),
    label: number === 0 ? 'Before the first' : `Release ${number}`,
  }));
  return (
    <div className="flex flex-col gap-4 px-4 py-4 lg:px-6">
      <div className="flex flex-wrap items-center gap-2">
        <Select
          aria-label="Which releases"
          size="toolbar"
          className="w-56"
          options={filters}
          value={state.significance ?? 'all'}
          onValueChange={(value) => void setState({ significance: value === 'all' ? null : value })}
        />
        <Total count={total} one="release" many="releases" />
        {plan.headRelease > 0 ? (
          <form
            className="ml-auto flex flex-wrap items-center gap-2 text-sm"
            onSubmit={(event) => {
              event.preventDefault();
              router.push(planHref(plan, `releases/${from}..${to}`));
            }}
          >
            <Select
              aria-label="Compare from"
              size="toolbar"
              className="w-40"
              options={options}
              value={String(from)}
              onValueChange={(value) => void setState({ from: Number(value) })}
            />
            <span className="text-subtle">to</span>
            <Select
              aria-label="Compare to"
              size="toolbar"
              className="w-40"
              options={options}
              value={String(to)}
              onValueChange={(value) => void setState({ to: Number(value) })}
            />
            <Button type="submit" size="toolbar">
              Compare
            </Button>
          </form>
        ) : null}
      </div>
      {query.isError ? <ErrorBanner onRetry={() => void query.refetch()}>{wordsFor(query.error)}</ErrorBanner> : null}
      <Pending pending={query.isPending && !query.isError} skeleton={<SkeletonRows rows={8} />}>
        {rows.length === 0 && !query.isError ? (
          <EmptyState
            action={
              <Button asChild>
                <Link href={planHref(plan, 'change-requests')}>See change requests</Link>
              </Button>
            }
          >
            {isPlain
              ? 'No release yet. Merging a change request makes one: the plan as it then stands, kept for ever.'
              : 'No release fits.'}
          </EmptyState>
        ) : (
          <ol className="flex flex-col">
            {rows.map((row) => (
              <ReleaseEntry key={row.number} row={row} href={planHref(plan, `releases/${row.number}`)} />
            ))}
          </ol>
        )}
      </Pending>
      {query.hasNextPage ? (
        <Button className="self-start" pending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Earlier releases
        </Button>
      ) : null}
    </div>
  );
}

function ReleaseEntry({ row, href }: { row: ReleaseRow; href: string }) {
  return (
    <li className="flex flex-col gap-1 border-border border-b py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <h2 className="font-semibold text-base">
          <Link href={href} className="underline-offset-2 hover:underline">
            Release {row.number}: {row.changeRequest.title}
          </Link>
        </h2>
        <SignificanceCounts counts={row.counts} />
        <span className="text-muted tabular-nums">{counted(row.itemCount, 'item')}</span>
        <span className="ml-auto flex items-center gap-3 text-muted">
          <PersonChip name={row.author.name} />
          <RelativeTime at={row.createdAt} />
        </span>
      </div>
      {row.words.length > 0 ? (
        <p className="line-clamp-2 max-w-[72ch] text-base text-muted">{row.words.join('. ')}</p>
      ) : null}
    </li>
  );
}
