'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useMemo, useState } from 'react';
import { Attendance } from '@/components/shared/attendance/attendance';
import { PeopleHere } from '@/components/shared/attendance/people';
import { usePlan } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';
import { QueryError } from '@/components/shared/query-error';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pending, SkeletonRows } from '@/components/ui/skeleton';
import { gridOptions } from '@/lib/client/grid';
import type { GridAsk, GridView } from '@/lib/contracts/grid';
import type { GridRows } from '@/lib/domain/grid/columns';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { kinds } from '@/lib/domain/plan/kinds/list';
import { GridEditor } from './grid-editor';
import { GridList } from './grid-list';

export interface GridScreenProps {
  readonly planId: string;
  readonly kind: ItemKind;
  readonly rows: GridRows;
  readonly filter: string;
  readonly itemIds: readonly string[] | null;
  readonly number: number | null;
  readonly only: 'all' | 'request';
}

/** Many items as a spreadsheet; whatever is written goes into a change request. */
export function GridScreen({ planId, kind, rows, filter, itemIds, number: asked, only }: GridScreenProps) {
  const plan = usePlan();
  const router = useRouter();
  const path = usePathname();
  const search = useSearchParams();
  // The first thing that is stored starts a request, in which everything after it collects.
  const [number, setNumber] = useState(asked);
  const ask: GridAsk = useMemo(
    () => ({ kind, rows, filter, itemIds: itemIds ? [...itemIds] : null, number, only }),
    [kind, rows, filter, itemIds, number, only],
  );
  const query = useQuery(gridOptions(plan, ask));
  const view = query.data;
  const addressWith = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(search);
    for (const [key, value] of Object.entries(changes)) {
      if (value === null) next.delete(key);
      else next.set(key, value);
    }
    return `${path}?${next}`;
  };
  const started = (made: number) => {
    setNumber(made);
    window.history.replaceState(null, '', addressWith({ request: String(made) }));
    router.refresh();
  };
  const { plural, slug } = kinds[kind];
  const hasUses = kind === 'event' || kind === 'property-group';
  const whyNot = view?.request?.whyNot ?? null;
  return (
    <Attendance number={number} itemId={null} isEditing={whyNot === null}>
      <div className="flex min-h-0 flex-1 flex-col">
        <PageHeader
          title={`${plural} in the grid`}
          trail={
            <span className="flex items-center gap-2">
              <Link href={planHref(plan, slug)} className="hover:text-text hover:underline">
                {plural}
              </Link>
              <PeopleHere />
            </span>
          }
          state={<GoesInto request={view?.request ?? null} number={number} />}
          secondary={
            hasUses ? (
              <Button asChild>
                <Link href={addressWith({ rows: rows === 'items' ? 'uses' : null })}>
                  {rows === 'items' ? 'Show property uses' : `Show ${plural.toLowerCase()}`}
                </Link>
              </Button>
            ) : null
          }
          primary={
            number === null ? null : (
              <Button asChild variant="primary">
                <Link href={planHref(plan, `change-requests/${number}`)}>Review changes</Link>
              </Button>
            )
          }
        />
        {query.error ? (
          <div className="px-4 py-2 lg:px-6">
            <QueryError query={query} />
          </div>
        ) : null}
        {whyNot === null ? null : (
          <div className="px-4 py-2 lg:px-6">
            <Callout tone="warning">{whyNot} The grid shows it and changes nothing.</Callout>
          </div>
        )}
        <Pending pending={query.isPending && !query.isError} skeleton={<SkeletonRows />}>
          {view ? (
            <>
              <div className="hidden min-h-0 flex-1 flex-col sm:flex">
                <Loaded {...{ planId, kind, rows, number, view, only }} onStarted={started} />
              </div>
              <GridList className="sm:hidden" kind={kind} mode={rows} view={view} />
            </>
          ) : null}
        </Pending>
      </div>
    </Attendance>
  );
}

function GoesInto({ request, number }: { request: GridView['request']; number: number | null }) {
  const plan = usePlan();
  if (number === null)
    return <p className="text-muted text-sm max-sm:hidden">The first edit starts a change request</p>;
  // The bar below the header says it already.
  if (number === plan.editing) return null;
  return (
    <p className="min-w-0 truncate text-muted text-sm">
      Edits go into{' '}
      <Link
        href={planHref(plan, `change-requests/${number}`)}
        className="font-medium text-text underline-offset-2 hover:underline"
      >
        #{number} {request?.title}
      </Link>
    </p>
  );
}

interface LoadedProps {
  readonly planId: string;
  readonly kind: ItemKind;
  readonly rows: GridRows;
  readonly number: number | null;
  readonly only: 'all' | 'request';
  readonly view: GridView;
  readonly onStarted: (number: number) => void;
}

function Loaded({ view, kind, rows, only, ...rest }: LoadedProps) {
  return view.rows.length === 0 && (rows === 'uses' || only === 'request') ? (
    <EmptyState>
      {only === 'request'
        ? `This change request changes no ${kinds[kind].plural.toLowerCase()} yet.`
        : 'None of them carries a property yet.'}
    </EmptyState>
  ) : (
    <GridEditor {...rest} view={view} kind={kind} mode={rows} />
  );
}
