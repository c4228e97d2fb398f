'use client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { parseAsStringEnum, useQueryState } from 'nuqs';
import { useMemo, useState } from 'react';
import { usePlan } from '@/components/shared/plan-context';
import { proposeHref } from '@/components/shared/plan-href';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Progress } from '@/components/ui/progress';
import { Pending, SkeletonRows } from '@/components/ui/skeleton';
import { Total } from '@/components/ui/table';
import { wordsFor } from '@/lib/client/http';
import { healthFindingsOptions, planHealthOptions } from '@/lib/client/plan-health';
import type { HealthFindingView, HealthFix, PlanHealthView } from '@/lib/contracts/plan-health';
import { healthKinds } from '@/lib/domain/health/kinds';
import { grouped } from '@/lib/kit/grouped';
import { FindingList } from './finding-list';
import { FixDialog } from './fix-dialog';
import { bulkFixes, findingKey, fixLabels } from './fixes';
import { KindList } from './kind-list';
import { TrendChart } from './trend-chart';

const mostFixed = 500;

/** What the plan lacks: how sound it is, how that went, and every finding one key from its fix. */
export function HealthScreen({ first, at }: { first: PlanHealthView; at: string | null }) {
  const plan = usePlan();
  const numbers = useQuery({ ...planHealthOptions(plan, at), initialData: first });
  const [kind, setKind] = useQueryState(
    'kind',
    parseAsStringEnum([...healthKinds]).withOptions({ history: 'replace' }),
  );
  const query = useInfiniteQuery(healthFindingsOptions(plan, { kind, at }));
  const findings = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const chosen = findings.filter((finding) => selected.has(findingKey(finding)));
  const health = numbers.data;
  if (health.items === 0) {
    return (
      <EmptyState
        action={
          at === null ? (
            <Button asChild variant="primary">
              <Link href={proposeHref(plan, { kind: 'event' })}>Propose event</Link>
            </Button>
          ) : undefined
        }
      >
        {at === null
          ? 'Nothing to check yet. Once the plan has items, what they lack is listed here, each with its fix.'
          : 'The plan was empty then: there was nothing to check.'}
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-8 px-4 py-6 lg:px-6">
      <section aria-label="How sound the plan is" className="flex max-w-3xl flex-col gap-2">
        <p className="text-lg">
          <strong className="font-semibold tabular-nums">{health.score} %</strong> of the items are sound:{' '}
          {grouped(health.clean)} of {grouped(health.items)} have no finding.
        </p>
        <Progress value={health.score} label="Items without a finding" />
      </section>
      <TrendChart points={health.trend} uncounted={health.uncounted} />
      <KindList
        health={health}
        chosen={kind}
        onChoose={(next) => {
          setSelected(new Set());
          void setKind(next);
        }}
      />
      <section aria-label="Findings" className="flex flex-col gap-2">
        {query.isError ? <ErrorBanner onRetry={() => void query.refetch()}>{wordsFor(query.error)}</ErrorBanner> : null}
        <Pending pending={query.isPending && !query.isError} skeleton={<SkeletonRows rows={8} />}>
          {findings.length === 0 && !query.isError ? (
            <EmptyState>{kind === null ? 'Nothing is missing. The plan is sound.' : 'None of these.'}</EmptyState>
          ) : (
            <>
              <div className="flex min-h-control flex-wrap items-center gap-2 text-sm">
                <Total count={query.data?.pages[0]?.total ?? 0} one="finding" many="findings" />
                {chosen.length > 0 ? <BulkBar chosen={chosen} onClear={() => setSelected(new Set())} /> : null}
              </div>
              <FindingList
                key={kind ?? 'all'}
                findings={findings}
                at={at}
                selected={selected}
                onSelect={setSelected}
                onNearEnd={() => {
                  if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
                }}
              />
            </>
          )}
        </Pending>
      </section>
    </div>
  );
}

function BulkBar({ chosen, onClear }: { chosen: readonly HealthFindingView[]; onClear: () => void }) {
  const [open, setOpen] = useState<HealthFix['kind'] | null>(null);
  const fixes = [...new Set(chosen.flatMap(({ kind }) => bulkFixes[kind] ?? []))];
  const idsFor = (fix: HealthFix['kind']) =>
    [...new Set(chosen.flatMap(({ kind, item }) => (bulkFixes[kind] === fix ? [item.id] : [])))].slice(0, mostFixed);
  return (
    <>
      <p className="font-medium tabular-nums">{grouped(chosen.length)} selected</p>
      {fixes.map((fix) => (
        <Button key={fix} size="toolbar" onClick={() => setOpen(fix)}>
          {fixLabels[fix]} ({grouped(idsFor(fix).length)})
        </Button>
      ))}
      {fixes.length === 0 ? (
        <p className="text-muted">Each of these needs a sentence of its own: press Enter.</p>
      ) : null}
      <Button size="toolbar" variant="ghost" onClick={onClear}>
        Clear
      </Button>
      {open ? <FixDialog key={open} fix={open} itemIds={idsFor(open)} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
