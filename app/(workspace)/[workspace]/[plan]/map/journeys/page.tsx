import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AtControl } from '@/components/items/at-control';
import { JourneysScreen } from '@/components/journeys/journeys-screen';
import { MapTabs } from '@/components/map/map-tabs';
import { AtBar } from '@/components/shared/frame-bars';
import { planHref } from '@/components/shared/plan-href';
import { requireActor } from '@/lib/features/auth/current-actor';
import { listJourneys } from '@/lib/features/journeys/list-journeys';
import { readPlan } from '@/lib/features/plans/read-plan';
import { atOf, type PlanPageProps } from '../../_items/address';

export const metadata: Metadata = { title: 'Journeys' };

/** The ways people take through the product, and which stages they touch. */
export default async function JourneysPage({ params, searchParams }: PlanPageProps) {
  const [place, search] = await Promise.all([params, searchParams]);
  const actor = await requireActor(place.workspace);
  const { text, at } = atOf(search);
  const [plan, journeys] = await Promise.all([readPlan(actor, place), listJourneys(actor, { plan: place.plan, at })]);
  if (!plan.ok || !journeys.ok) notFound();
  const { release, releasedAt } = journeys.value;
  const backHref = planHref(place, 'map/journeys');
  return (
    <JourneysScreen
      first={journeys.value}
      at={text}
      secondary={<AtControl key="at" headRelease={plan.value.headRelease} />}
      bars={
        <>
          {text !== null && releasedAt !== null ? (
            <AtBar release={release} at={releasedAt} backHref={backHref} />
          ) : null}
          <MapTabs place={place} current="journeys" at={text} />
        </>
      }
    />
  );
}
