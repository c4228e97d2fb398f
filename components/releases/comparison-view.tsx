'use client';
import { parseAsBoolean, useQueryState } from 'nuqs';
import { DifferenceRow } from '@/components/shared/diff/difference-row';
import { ItemLink } from '@/components/shared/item-link';
import { SignificanceBadge, SignificanceCounts } from '@/components/shared/significance-badge';
import { VersionBadge } from '@/components/shared/version-badge';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { VirtualList } from '@/components/ui/virtual-list';
import type { Comparison, ItemDifferences } from '@/lib/contracts/releases';
import { counted, grouped } from '@/lib/kit/grouped';

/** What lies between two states of the plan, loudest first; only what matters when asked. */
export function ComparisonView({ comparison }: { comparison: Comparison }) {
  const [loudOnly, setLoudOnly] = useQueryState('loud', parseAsBoolean.withDefault(false));
  const items = loudOnly
    ? comparison.items.filter((item) => item.significance === 'meaning' || item.significance === 'breaking')
    : comparison.items;
  if (comparison.total === 0) return <EmptyState>Nothing differs between them.</EmptyState>;
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3 px-4 text-sm lg:px-6">
        <SignificanceCounts counts={comparison.counts} />
        <span className="text-muted tabular-nums">{counted(comparison.total, 'item')}</span>
        <Button
          size="toolbar"
          variant="ghost"
          aria-pressed={loudOnly}
          onClick={() => void setLoudOnly(loudOnly ? null : true)}
        >
          Only meaning and breaking
        </Button>
        {comparison.omitted > 0 ? (
          <span className="text-subtle">The quietest {grouped(comparison.omitted)} are not shown.</span>
        ) : null}
      </div>
      <h2 className="sr-only">Changes by item</h2>
      <VirtualList
        label="Changed items"
        rows={items}
        rowKey={(item) => item.itemId}
        estimatePx={140}
        className="px-4 lg:px-6"
      >
        {(item) => <ItemDifferenceCard item={item} />}
      </VirtualList>
    </div>
  );
}

function ItemDifferenceCard({ item }: { item: ItemDifferences }) {
  const ref = {
    id: item.itemId,
    kind: item.kind,
    namespace: item.namespace,
    name: item.name,
    displayName: '',
    meaning: '',
    lifecycle: '',
  };
  return (
    <article className="flex flex-col gap-2 pb-6">
      <h3 className="flex flex-wrap items-center gap-2">
        <ItemLink item={ref} icon />
        <SignificanceBadge significance={item.significance} />
        {item.versionAfter ? (
          <VersionBadge version={item.versionAfter} before={item.versionBefore} />
        ) : (
          <span className="text-removed text-sm">removed</span>
        )}
      </h3>
      {item.differences.map((difference) => (
        <DifferenceRow
          key={`${difference.type} ${difference.field} ${difference.member} ${difference.part}`}
          difference={difference}
        />
      ))}
    </article>
  );
}
