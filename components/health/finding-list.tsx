'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ItemLink } from '@/components/shared/item-link';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { usePlan } from '@/components/shared/plan-context';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { VirtualList } from '@/components/ui/virtual-list';
import type { HealthFindingView } from '@/lib/contracts/plan-health';
import { findingKey, fixHref } from './fixes';

interface Props {
  readonly findings: readonly HealthFindingView[];
  readonly at: string | null;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly onNearEnd: () => void;
}

/** The findings, each one key from its fix: j and k move, Enter opens the fix, x selects. */
export function FindingList({ findings, at, selected, onSelect, onNearEnd }: Props) {
  const plan = usePlan();
  const router = useRouter();
  const [active, setActive] = useState(-1);
  const index = Math.min(active, findings.length - 1);
  const current = findings[index];
  const toggle = (finding: HealthFindingView) => {
    const next = new Set(selected);
    if (!next.delete(findingKey(finding))) next.add(findingKey(finding));
    onSelect(next);
  };
  const move = (step: number) => (event: KeyboardEvent) => {
    event.preventDefault();
    setActive(Math.max(0, Math.min(findings.length - 1, index + step)));
  };
  useShortcut('list.next', move(1));
  useShortcut('list.previous', move(-1));
  useShortcut('list.open', (event) => {
    if (!current) return;
    event.preventDefault();
    router.push(fixHref(plan, current));
  });
  useShortcut('list.select', (event) => {
    if (!current) return;
    event.preventDefault();
    toggle(current);
  });
  useShortcut('list.select-all', (event) => {
    event.preventDefault();
    onSelect(new Set(findings.map(findingKey)));
  });
  useShortcut('layer.close', () => onSelect(new Set()), { enabled: selected.size > 0 });
  return (
    <VirtualList
      label="Findings"
      rows={findings}
      rowKey={findingKey}
      estimatePx={56}
      activeIndex={index}
      onNearEnd={onNearEnd}
      className="max-h-[70dvh] min-h-40 flex-none rounded-card border border-border"
    >
      {(finding, at_) => (
        <div
          data-active={at_ === index || undefined}
          className="flex items-start gap-3 border-border border-b px-3 py-2 text-sm data-active:bg-hover data-active:shadow-[inset_2px_0_0_var(--accent)]"
        >
          <Checkbox
            aria-label={`Select ${finding.item.name}`}
            checked={selected.has(findingKey(finding))}
            onCheckedChange={() => toggle(finding)}
            className="mt-0.5"
          />
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-center gap-x-2">
              <ItemLink item={finding.item} at={at} icon />
              <Badge>{finding.label}</Badge>
            </p>
            <p className="break-words text-muted">{finding.words}</p>
          </div>
          <Button asChild size="toolbar">
            <Link href={fixHref(plan, finding)} prefetch={false}>
              Fix<span className="sr-only"> {finding.item.name}</span>
            </Link>
          </Button>
        </div>
      )}
    </VirtualList>
  );
}
