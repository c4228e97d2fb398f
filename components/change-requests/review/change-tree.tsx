'use client';
import { Check, CircleDashed, GitPullRequestArrow } from 'lucide-react';
import { memo, useMemo } from 'react';
import { PeopleAtRow } from '@/components/shared/attendance/people';
import { ChangeGlyph } from '@/components/shared/change-glyph';
import { KindIcon } from '@/components/shared/kind-icon';
import { significanceWords } from '@/components/shared/significance-words';
import { cn } from '@/components/ui/cn';
import { VirtualList } from '@/components/ui/virtual-list';
import type { ChangeRow } from '@/lib/contracts/change-requests';
import { kinds } from '@/lib/domain/plan/kinds/list';
import { ThreadCount } from '../review-side/field-threads';
import { type Cursor, type TreeRow, toneOfChange, toneOfSignificance, treeRows } from './review-rows';

export interface ChangeTreeProps {
  readonly changes: readonly ChangeRow[];
  readonly cursor: Cursor | null;
  readonly stateOf: (change: ChangeRow) => 'unseen' | 'viewed' | 'edited';
  readonly onPick: (cursor: Cursor) => void;
}

/** The changed items with their changed fields; each leads to its place in the diff. */
export function ChangeTree({ changes, cursor, stateOf, onPick }: ChangeTreeProps) {
  const rows = useMemo(() => treeRows(changes, cursor?.itemId ?? null), [changes, cursor?.itemId]);
  const active = cursor ? rows.findIndex((row) => isAt(row, cursor)) : -1;
  return (
    <VirtualList
      label="Changed items and fields"
      rows={rows}
      rowKey={(row) => row.key}
      estimatePx={30}
      activeIndex={active}
    >
      {(row) =>
        row.type === 'item' ? (
          <ItemRow change={row.change} isCurrent={isAt(row, cursor)} state={stateOf(row.change)} onPick={onPick} />
        ) : (
          <FieldRow change={row.change} field={row.field} isCurrent={isAt(row, cursor)} onPick={onPick} />
        )
      }
    </VirtualList>
  );
}

function isAt(row: TreeRow, cursor: Cursor | null): boolean {
  if (row.change.itemId !== cursor?.itemId) return false;
  return row.type === 'item' ? cursor.field === null : row.field.field === cursor.field;
}

const rowStyle =
  'flex min-h-7 w-full min-w-0 items-center gap-1.5 rounded-control px-2 py-0.5 text-left text-sm hover:bg-hover aria-[current]:bg-selected touch:min-h-11';

interface RowProps {
  readonly change: ChangeRow;
  readonly isCurrent: boolean;
  readonly onPick: (cursor: Cursor) => void;
}

const ItemRow = memo(function ItemRow({
  change,
  isCurrent,
  state,
  onPick,
}: RowProps & { state: 'unseen' | 'viewed' | 'edited' }) {
  const isViewed = state === 'viewed';
  return (
    <button
      type="button"
      className={rowStyle}
      aria-current={isCurrent ? 'location' : undefined}
      onClick={() => onPick({ itemId: change.itemId, field: null })}
      title={approvalWords(change)}
    >
      <ChangeGlyph tone={toneOfChange(change)} />
      <KindIcon kind={change.kind} hidden className="size-3.5 shrink-0 text-subtle" />
      <span
        className={cn(
          'min-w-0 flex-1 truncate font-mono',
          isViewed && 'text-muted',
          change.operation === 'removed' && 'line-through',
        )}
      >
        {change.name}
      </span>
      <span className="sr-only">{`, ${kinds[change.kind].label.toLowerCase()} ${change.operation}, ${significanceWords[change.significance].label}`}</span>
      <PeopleAtRow itemId={change.itemId} />
      {change.conflict ? (
        <span title="The plan changed it too" className="flex text-changed">
          <GitPullRequestArrow role="img" aria-label="conflict" className="size-3.5" />
        </span>
      ) : null}
      <ThreadCount count={change.unresolvedThreads} />
      {change.approvedBy.length > 0 ? (
        <span className="text-added text-xs" title={approvalWords(change)}>
          <span className="sr-only">approved by </span>
          {change.approvedBy.map(initials).join(' ')}
        </span>
      ) : null}
      <span className="flex size-4 shrink-0 items-center justify-center">
        {isViewed ? <Check role="img" aria-label="viewed" className="size-3.5 text-accent" /> : null}
        {state === 'edited' ? (
          <CircleDashed role="img" aria-label="edited since you viewed it" className="size-3.5 text-changed" />
        ) : null}
      </span>
    </button>
  );
});

const FieldRow = memo(function FieldRow({
  change,
  field,
  isCurrent,
  onPick,
}: RowProps & { field: ChangeRow['fields'][number] }) {
  const isQuiet = field.significance === 'additive' || field.significance === 'editorial';
  return (
    <button
      type="button"
      className={cn(rowStyle, 'pl-7')}
      aria-current={isCurrent ? 'location' : undefined}
      onClick={() => onPick({ itemId: change.itemId, field: field.field })}
    >
      <ChangeGlyph tone={toneOfSignificance(field.significance)} className={isQuiet ? 'opacity-80' : ''} />
      <span className="min-w-0 flex-1 truncate text-muted">{field.label}</span>
      <span className="sr-only">, {significanceWords[field.significance].label}</span>
    </button>
  );
});

function approvalWords(change: ChangeRow): string | undefined {
  return change.approvedBy.length > 0 ? `Approved by ${change.approvedBy.join(', ')}` : undefined;
}

function initials(name: string): string {
  return name
    .split(/\s+/u)
    .slice(0, 2)
    .map((part) => Array.from(part)[0] ?? '')
    .join('');
}
