'use client';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { usePlan } from '@/components/shared/plan-context';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { ErrorBanner } from '@/components/ui/error-banner';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Table } from '@/components/ui/table';
import { notify, notifyFailure } from '@/components/ui/toast';
import { wordsFor } from '@/lib/client/http';
import { rolloutOptions, settingOf, useSetRollout } from '@/lib/client/rollout';
import type { RolloutCellView, RolloutView } from '@/lib/contracts/rollout';
import { includesRole } from '@/lib/domain/access/roles';
import type { RolloutFacts } from '@/lib/domain/rollout/rollout';
import { cellWords } from './cell-words';
import { RolloutCell } from './rollout-cell';

/** How far the changes of a merged request have come in the code of each source: a table to set by menu or keys. */
export function RolloutSection({ release }: { readonly release: number }) {
  const place = usePlan();
  const query = useQuery(rolloutOptions(place, release));
  return (
    <section aria-labelledby="rollout" className="flex flex-col gap-3 py-6">
      <h2 id="rollout" className="scroll-mt-24 font-semibold text-md">
        Rollout
      </h2>
      {query.data ? (
        <RolloutTable view={query.data} />
      ) : query.isError ? (
        <ErrorBanner onRetry={() => void query.refetch()} retrying={query.isFetching}>
          {wordsFor(query.error)}
        </ErrorBanner>
      ) : (
        <SkeletonRows rows={3} label="Reading the rollout" />
      )}
    </section>
  );
}

/** More rows than this are shown when asked for. */
const rowsShown = 50;

function RolloutTable({ view }: { readonly view: RolloutView }) {
  const place = usePlan();
  const set = useSetRollout(place, view.release);
  const [isWhole, setWhole] = useState(false);
  const refusal = includesRole(place.role, 'contributor') ? undefined : 'Setting it needs the role of a contributor.';
  if (view.cells.length === 0)
    return <p className="text-muted text-sm">No source has to follow: nothing here changes what is sent.</p>;
  const cells = new Map(view.cells.map((cell) => [`${cell.itemId} ${cell.sourceId}`, cell]));
  const items = isWhole ? view.items : view.items.slice(0, rowsShown);
  const change = async (before: RolloutCellView, facts: RolloutFacts, name: string) => {
    const { itemId, sourceId, step } = before;
    const after = await set.mutateAsync({ itemId, sourceId, ...facts, step }).catch((error: unknown) => {
      notifyFailure(wordsFor(error));
      return null;
    });
    const now = after?.cells.find((cell) => cell.itemId === itemId && cell.sourceId === sourceId);
    if (!now || now.step === step) return;
    announce(`${name}: ${cellWords(now)}`);
    notify(`${name}: ${cellWords(now)}`, {
      undo: () =>
        set.mutate({ ...settingOf(before), step: now.step }, { onError: (error) => notifyFailure(wordsFor(error)) }),
    });
  };
  return (
    <>
      {refusal ? <p className="text-muted text-sm">{refusal}</p> : null}
      <Table
        label="How far each change has come in each source"
        frameClassName="rounded-card border border-border"
        className="border-collapse"
        onKeyDown={walk}
      >
        <thead>
          <tr className="border-border border-b bg-surface text-left">
            <th scope="col" className="px-3 py-2 font-medium text-muted">
              Item
            </th>
            {view.sources.map((source) => (
              <th key={source.id} scope="col" className="px-2 py-2 font-medium text-muted">
                {source.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id} className="border-border border-b last:border-b-0">
              <th scope="row" className="px-3 py-1.5 text-left font-medium">
                <span className="break-words">{item.name}</span>
                {item.operation === 'removed' ? <span className="text-muted"> removed</span> : null}
              </th>
              {view.sources.map((source) => {
                const cell = cells.get(`${item.id} ${source.id}`);
                const name = `${item.name} in ${source.name}`;
                return (
                  <td key={source.id} className="px-2 py-1.5">
                    {cell ? (
                      <RolloutCell
                        cell={cell}
                        name={name}
                        refusal={refusal}
                        onChange={(facts) => void change(cell, facts, name)}
                      />
                    ) : (
                      <span className="px-2 text-subtle">Does not send it</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Table>
      {view.items.length > items.length ? (
        <Button size="toolbar" className="self-start" onClick={() => setWhole(true)}>
          Show all {view.items.length} items
        </Button>
      ) : null}
    </>
  );
}

/** Arrow keys walk from cell to cell. */
function walk(event: KeyboardEvent<HTMLTableElement>): void {
  const from = event.target instanceof HTMLElement ? event.target.closest('td') : null;
  if (!from || !event.currentTarget.contains(from)) return;
  const row = from.parentElement as HTMLTableRowElement;
  const at = [...row.cells].indexOf(from);
  const rows = [...(row.parentElement as HTMLTableSectionElement).rows];
  const other =
    event.key === 'ArrowRight'
      ? row.cells[at + 1]
      : event.key === 'ArrowLeft'
        ? row.cells[at - 1]
        : event.key === 'ArrowUp'
          ? rows[rows.indexOf(row) - 1]?.cells[at]
          : event.key === 'ArrowDown'
            ? rows[rows.indexOf(row) + 1]?.cells[at]
            : undefined;
  const button = other?.querySelector('button');
  if (!button) return;
  event.preventDefault();
  event.stopPropagation();
  button.focus();
}
