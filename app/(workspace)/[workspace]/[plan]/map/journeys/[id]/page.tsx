import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { AtControl } from '@/components/items/at-control';
import { PeekAsked } from '@/components/items/peek-asked';
import { JourneyScreen } from '@/components/journeys/journey-screen';
import { MissingJourney } from '@/components/journeys/missing-journey';
import { AtBar } from '@/components/shared/frame-bars';
import { planHref } from '@/components/shared/plan-href';
import { requireActor } from '@/lib/features/auth/current-actor';
import { readJourney } from '@/lib/features/journeys/read-journey';
import { readPlan } from '@/lib/features/plans/read-plan';
import { atOf, type Search } from '../../../_items/address';

interface Props {
  readonly params: Promise<{ workspace: string; plan: string; id: string }>;
  readonly searchParams: Promise<Search>;
}

const read = cache(async (workspace: string, plan: string, id: string, at: string | number | undefined) =>
  readJourney(await requireActor(workspace), { plan, id, at }),
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ workspace, plan, id }, search] = await Promise.all([params, searchParams]);
  const journey = await read(workspace, plan, id, atOf(search).at);
  return { title: journey.ok ? `${journey.value.name} · Journeys` : 'Journey' };
}

/** One journey, step by step. */
export default async function JourneyPage({ params, searchParams }: Props) {
  const [place, search] = await Promise.all([params, searchParams]);
  const actor = await requireActor(place.workspace);
  const { text, at } = atOf(search);
  const [plan, journey] = await Promise.all([readPlan(actor, place), read(place.workspace, place.plan, place.id, at)]);
  if (!plan.ok) notFound();
  const secondary = <AtControl key="at" headRelease={plan.value.headRelease} />;
  const listHref = planHref(place, 'map/journeys');
  const hrefNow = `${listHref}/${encodeURIComponent(place.id)}`;
  if (!journey.ok) {
    if (text === null || journey.error.code !== 'journey.not-found') notFound();
    return <MissingJourney listHref={listHref} hrefNow={hrefNow} at={text} secondary={secondary} />;
  }
  const { release, releasedAt, isDeleted } = journey.value;
  const backHref = isDeleted ? listHref : hrefNow;
  return (
    <>
      <JourneyScreen
        first={journey.value}
        at={text}
        secondary={secondary}
        bars={
          text !== null && releasedAt !== null ? (
            <AtBar key="bar" release={release} at={releasedAt} backHref={backHref} />
          ) : null
        }
      />
      <PeekAsked at={text} />
    </>
  );
}
