'use client';
import Link from 'next/link';
import { usePlan } from '@/components/shared/plan-context';
import { planHref, proposeHref } from '@/components/shared/plan-href';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { ItemList } from '@/lib/contracts/items';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { kinds } from '@/lib/domain/plan/kinds/list';
import { grouped } from '@/lib/kit/grouped';

const why: Record<ItemKind, string> = {
  event: 'No events yet. Bring the list you have, or propose the first one.',
  property: 'No properties yet. An event proposed with one creates it, and the next event can use it again.',
  'property-group':
    'No property groups yet. A group bundles properties that many events carry, such as campaign or page context.',
  source: 'No sources yet. A source is a place that fires events: a web app, an iOS app, a backend.',
  destination: 'No destinations yet. A destination is where events go, with its limits and names.',
  consumer:
    'No consumers yet. Once a dashboard, metric or experiment is listed, its owner hears when what it relies on changes.',
};

/** A plan without items of a kind: what one is, and the ways to the first. */
export function EmptyPlan({ kind }: { kind: ItemKind }) {
  const plan = usePlan();
  return (
    <EmptyState
      action={
        <div className="flex flex-wrap justify-center gap-2">
          <Button asChild variant="primary">
            <Link href={proposeHref(plan, { kind })}>Propose {kinds[kind].label.toLowerCase()}</Link>
          </Button>
          {kind === 'event' ? (
            <>
              <Button asChild>
                <Link href={planHref(plan, 'imports')}>Import a spreadsheet</Link>
              </Button>
              <Button asChild>
                <Link href={planHref(plan, 'start?template=true')}>Start from a template</Link>
              </Button>
            </>
          ) : null}
        </div>
      }
    >
      {why[kind]}
    </EmptyState>
  );
}

/** A filter that leaves nothing: names the condition that did it and offers to drop it. */
export function EmptyFilter({
  kind,
  blocking,
  onFilter,
}: {
  kind: ItemKind;
  blocking: ItemList['blocking'];
  onFilter: (filter: string) => void;
}) {
  const noun = kinds[kind].plural.toLowerCase();
  if (!blocking) {
    return (
      <EmptyState action={<Button onClick={() => onFilter('')}>Show all {noun}</Button>}>
        No {noun} fit these conditions together.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      action={<Button onClick={() => onFilter(blocking.without)}>Drop it and show {grouped(blocking.found)}</Button>}
    >
      No {noun} fit: <code className="font-mono text-sm">{blocking.part}</code> removed the last ones.
    </EmptyState>
  );
}
