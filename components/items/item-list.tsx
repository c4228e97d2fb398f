'use client';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useRef } from 'react';
import { AtBar } from '@/components/shared/frame-bars';
import { keysOf } from '@/components/shared/keyboard/registry';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { usePlan } from '@/components/shared/plan-context';
import { gridHref, itemHref, planHref, proposeHref } from '@/components/shared/plan-href';
import { WatchMenu } from '@/components/shared/watching/watch-menu';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Pending, SkeletonRows } from '@/components/ui/skeleton';
import { notifyFailure } from '@/components/ui/toast';
import { Tooltip } from '@/components/ui/tooltip';
import { useRested } from '@/components/ui/use-rested';
import { VirtualTable } from '@/components/ui/virtual-table';
import { ApiError, wordsFor } from '@/lib/client/http';
import type { ItemListAsk } from '@/lib/client/items';
import { useWatchItem } from '@/lib/client/watches';
import type { ItemList, ItemRow } from '@/lib/contracts/items';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { kinds } from '@/lib/domain/plan/kinds/list';
import { formatFilter, parseFilter } from '@/lib/domain/plan-query/filter';
import { counted, grouped } from '@/lib/kit/grouped';
import { chosenColumns } from './columns';
import { FilterBar } from './filter-bar';
import { filterOffers } from './filter-offers';
import { listAsk } from './list-ask';
import { rememberList, rowReturnedTo } from './list-cursor';
import { EmptyFilter, EmptyPlan } from './list-empty';
import { ListOptions } from './list-options';
import { useListState } from './list-state';
import { PeekItem, preparePeek } from './peek-lazily';
import { SelectAll, selectColumn, tableColumn } from './table-columns';
import { type ListRow, useItemRows } from './use-item-rows';
import { useListKeys } from './use-list-keys';
import { ViewsMenu } from './views-menu';

// Only once something is chosen.
const SelectionBar = dynamic(() => import('./selection-bar').then((module) => module.SelectionBar), { ssr: false });

export interface ItemListScreenProps {
  readonly kind: ItemKind;
  /** What the server has read already, and what it was asked. */
  readonly first: { readonly ask: ItemListAsk; readonly page: ItemList } | null;
}

/** Beside the peek there is room for what an item is called and means. */
const besidePeek = ['name', 'meaning', 'lifecycle'];

/** The list of a kind: find by typing, scan, peek, select. */
export function ItemListScreen({ kind, first }: ItemListScreenProps) {
  const plan = usePlan();
  const router = useRouter();
  const [state, setState] = useListState();
  const filter = useRested(state.f, 120);
  const ask = useMemo(
    () => listAsk(kind, { f: filter, sort: state.sort, group: state.group, at: state.at }),
    [kind, filter, state.sort, state.group, state.at],
  );
  const { query, head, rows, items, readOn } = useItemRows(plan, ask, first);
  const watch = useWatchItem(plan);
  const hrefOf = (item: ItemRow) => itemHref(plan, item, state.at);
  const remember = (opened: string | null) =>
    rememberList(plan, {
      back: `${location.pathname}${location.search}`,
      opened,
      items: items.map((one) => ({ id: one.id, href: hrefOf(one) })),
    });
  // A row is one large target where there is no room for a peek; elsewhere it takes the keys' cursor.
  const press = (item: ItemRow, index: number) => {
    keys.setActive(index);
    if (!window.matchMedia('(max-width: 639px)').matches) return;
    remember(item.id);
    router.push(hrefOf(item));
  };
  const keys = useListKeys(items, {
    hrefOf,
    open: (item) => {
      remember(item.id);
      router.push(hrefOf(item));
    },
    edit: (item) => router.push(proposeHref(plan, { item: item.id })),
    watch: (item) =>
      watch.mutate(
        { targetId: item.id, watching: !item.watching },
        {
          onSuccess: (now) => announce(now.watching ? `Watching ${item.name}` : `No longer watching ${item.name}`),
          onError: (error) => notifyFailure(wordsFor(error)),
        },
      ),
    peek: (item) => void setState({ peek: item?.id ?? null }),
    isPeeking: state.peek !== null,
  });
  useEffect(preparePeek, []);
  const gridLink = gridHref(plan, { kind, f: state.f });
  useShortcut('grid.open', () => router.push(gridLink), { enabled: state.at === null });
  const returned = useRef(false);
  const { setActive, toggle } = keys;
  const { cols, sort, at } = state;
  const isPeeking = state.peek !== null;
  useEffect(() => {
    if (returned.current || items.length === 0) return;
    returned.current = true;
    const opened = rowReturnedTo(plan);
    const index = items.findIndex((item) => item.id === opened);
    if (index >= 0) setActive(index);
  }, [items, plan, setActive]);
  const rowIdAt = (target: EventTarget) => {
    const index = target instanceof Element ? Number(target.closest<HTMLElement>('tr[data-index]')?.dataset.index) : -1;
    const row = rows[index];
    return row?.type === 'item' ? row.item.id : null;
  };
  const total = head?.total;
  useEffect(() => {
    if (total !== undefined) announce(counted(total, kinds[kind].label, kinds[kind].plural));
  }, [total, kind]);
  const columns = useMemo(
    () => [
      selectColumn(toggle),
      ...chosenColumns(kind, cols)
        .filter((column) => !isPeeking || besidePeek.includes(column.id))
        .map((column) => tableColumn(column, sort, at, (next) => void setState({ sort: next }))),
    ],
    [kind, cols, isPeeking, sort, at, toggle, setState],
  );
  // What a list shows is of one kind, so what is watched of it is too.
  const shownFilter = formatFilter(parseFilter(filter).filter);
  const watchable = shownFilter === '' ? '' : `kind:${kind} ${shownFilter}`;
  const isEmptyPlan = head !== undefined && head.all === 0 && state.f === '';
  const rowIndex = rows.findIndex((row) => row.type === 'item' && row.index === keys.active);
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        {state.at && head?.releasedAt ? (
          <AtBar release={head.release} at={head.releasedAt} backHref={planHref(plan, kinds[kind].slug)} />
        ) : null}
        <div className="flex flex-wrap items-center gap-2 px-4 py-2 lg:px-6">
          <ViewsMenu
            kind={kind}
            look={state}
            view={state.view}
            onChange={({ f, sort, group, cols, view }) =>
              void setState({ f: f === '' ? null : f, sort, group, cols, view })
            }
          />
          <FilterBar
            label={`Filter ${kinds[kind].plural.toLowerCase()}`}
            value={state.f}
            onChange={(f) => void setState({ f: f === '' ? null : f })}
            offers={filterOffers(kind, plan.stages)}
            issues={head?.issues ?? []}
          />
          <p className="text-sm text-subtle tabular-nums">{totalWords(head, kind)}</p>
          {watchable === '' ? null : (
            <WatchMenu
              key={watchable}
              target={`filter:${watchable}`}
              name={`the filter ${shownFilter}`}
              label="Watch this filter"
            />
          )}
          <ListOptions
            kind={kind}
            group={state.group}
            columns={state.cols}
            onGroup={(group) => void setState({ group })}
            onColumns={(cols) => void setState({ cols })}
          />
          {state.at === null ? (
            <Tooltip label={`Edit ${state.f === '' ? 'all' : 'these'} in the grid`} keys={keysOf('grid.open')}>
              <Button size="toolbar" variant="ghost" asChild className="max-sm:hidden">
                <Link href={gridLink}>Grid</Link>
              </Button>
            </Tooltip>
          ) : null}
        </div>
        {keys.selected.size > 0 ? (
          <SelectionBar
            items={items.filter((item) => keys.selected.has(item.id))}
            onClear={() => keys.setSelected(new Set())}
          />
        ) : null}
        {query.isError ? (
          <div className="px-4 pb-2 lg:px-6">
            <ErrorBanner
              onRetry={() => void query.refetch()}
              retrying={query.isFetching}
              requestId={query.error instanceof ApiError ? query.error.requestId : undefined}
            >
              {wordsFor(query.error)} {items.length > 0 ? 'What you see is what was read before.' : ''}
            </ErrorBanner>
          </div>
        ) : null}
        <Pending pending={query.isPending && !query.isError} skeleton={<SkeletonRows />}>
          {isEmptyPlan ? (
            <EmptyPlan kind={kind} />
          ) : items.length === 0 && head ? (
            <EmptyFilter
              kind={kind}
              blocking={head.blocking}
              onFilter={(f) => void setState({ f: f === '' ? null : f })}
            />
          ) : (
            <div className="flex min-h-0 flex-1 flex-col" onClickCapture={(event) => remember(rowIdAt(event.target))}>
              <VirtualTable<ListRow>
                label={kinds[kind].plural}
                columns={columns}
                heads={{ select: <SelectAll items={items} keys={keys} /> }}
                rows={rows}
                total={(head?.total ?? 0) + (head?.groups.length ?? 0)}
                rowKey={(row) => (row.type === 'item' ? row.item.id : `group ${row.key}`)}
                activeIndex={rowIndex}
                isSelected={(row) => row.type === 'item' && keys.selected.has(row.item.id)}
                onRowClick={(row) => row.type === 'item' && press(row.item, row.index)}
                onNearEnd={readOn}
              />
            </div>
          )}
        </Pending>
      </div>
      {state.peek ? <PeekItem id={state.peek} at={state.at} onClose={() => void setState({ peek: null })} /> : null}
    </div>
  );
}

function totalWords(head: ItemList | undefined, kind: ItemKind): string {
  if (!head) return '';
  const { label, plural } = kinds[kind];
  const noun = (head.total === 1 ? label : plural).toLowerCase();
  return head.total === head.all
    ? `${grouped(head.total)} ${noun}`
    : `${grouped(head.total)} of ${grouped(head.all)} ${noun}`;
}
