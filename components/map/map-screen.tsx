'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { usePeek } from '@/components/shared/peek';
import { usePlan } from '@/components/shared/plan-context';
import { planHref, proposeHref } from '@/components/shared/plan-href';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { qualifiedName } from '@/lib/domain/plan/item';
import { kinds } from '@/lib/domain/plan/kinds/list';
import { mapRows, type PlanMap } from '@/lib/domain/plan-query/plan-map';
import { grouped } from '@/lib/kit/grouped';
import { MapDiagram } from './map-diagram';
import { MapSearch } from './map-search';
import { MapTable } from './map-table';

export interface MapScreenProps {
  readonly map: PlanMap;
  /** The item that the address asks for, there or not. */
  readonly asked: string | null;
  readonly at: string | null;
}

/** The map of a plan: a diagram to follow, and the same as a table; a phone has the table alone. */
export function MapScreen({ map, asked, at }: MapScreenProps) {
  const plan = usePlan();
  const router = useRouter();
  const { open } = usePeek();
  const rows = useMemo(() => mapRows(map), [map]);
  const hrefOf = (focus: string | null) => {
    const search = new URLSearchParams([
      ...(focus === null ? [] : [['focus', focus]]),
      ...(at === null ? [] : [['at', at]]),
    ]);
    return `${planHref(plan, 'map')}${search.size > 0 ? `?${search}` : ''}`;
  };
  if (map.all === 0) {
    return (
      <EmptyState
        action={
          <Button asChild variant="primary">
            <Link href={proposeHref(plan, { kind: 'event' })}>Propose event</Link>
          </Button>
        }
      >
        Nothing to draw yet. Once events name their sources and destinations, this shows how they hang together.
      </EmptyState>
    );
  }
  const isMissing = asked !== null && map.focus?.id !== asked;
  return (
    <div className="flex min-w-0 flex-col gap-4 px-4 py-3 lg:px-6">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <MapSearch at={at} onChoose={(id) => router.push(hrefOf(id))} />
        {map.focus && map.all > map.nodes.length && asked !== null ? (
          <Button asChild>
            <Link href={hrefOf(null)}>Leave this item</Link>
          </Button>
        ) : null}
      </div>
      <p role="status" className="text-muted text-sm">
        {isMissing ? 'That item is not on the map of this plan. ' : ''}
        {wordsOf(map)}
      </p>
      <MapDiagram
        key={`${map.focus?.id ?? ''} ${at ?? ''}`}
        map={map}
        onFocus={(id) => router.push(hrefOf(id))}
        onPeek={open}
      />
      <MapTable rows={rows} at={at} hrefOf={hrefOf} focus={map.focus?.id ?? null} />
    </div>
  );
}

function wordsOf({ focus, nodes, left, all }: PlanMap): string {
  const total = grouped(all);
  if (!focus) return `All ${total} sources, events, destinations and consumers; what is retired is left out.`;
  const near = nodes.length - 1;
  const joined = `${kinds[focus.kind].label} ${qualifiedName(focus)} and ${
    left > 0
      ? `the first ${grouped(near)} of ${grouped(near + left)} items`
      : near === 1
        ? 'the one item'
        : `the ${grouped(near)} items`
  } it is joined with`;
  return `${joined}, out of ${total} on the whole map.`;
}
