import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AtControl } from '@/components/items/at-control';
import { PeekAsked } from '@/components/items/peek-asked';
import { MapScreen } from '@/components/map/map-screen';
import { MapTabs } from '@/components/map/map-tabs';
import { AtBar } from '@/components/shared/frame-bars';
import { planHref } from '@/components/shared/plan-href';
import { PageHeader } from '@/components/ui/page-header';
import { requireActor } from '@/lib/features/auth/current-actor';
import { readMap } from '@/lib/features/map/read-map';
import { readPlan } from '@/lib/features/plans/read-plan';
import { atOf, one, type PlanPageProps } from '../_items/address';

export const metadata: Metadata = { title: 'Map' };

/** How the plan hangs together: where events come from and where they go. */
export default async function MapPage({ params, searchParams }: PlanPageProps) {
  const [place, search] = await Promise.all([params, searchParams]);
  const actor = await requireActor(place.workspace);
  const plan = await readPlan(actor, place);
  if (!plan.ok) notFound();
  const { text, at } = atOf(search);
  const map = await readMap(actor, { plan: place.plan, focus: one(search, 'focus'), at });
  if (!map.ok) notFound();
  const { release, releasedAt, ...shown } = map.value;
  return (
    <>
      <PageHeader
        title="Map"
        secondary={<AtControl headRelease={plan.value.headRelease} />}
        bars={
          <>
            {text !== null && releasedAt !== null ? (
              <AtBar release={release} at={releasedAt} backHref={planHref(place, 'map')} />
            ) : null}
            <MapTabs place={place} current="flow" at={text} />
          </>
        }
      />
      <MapScreen map={shown} asked={one(search, 'focus')} at={text} />
      <PeekAsked at={text} />
    </>
  );
}
