import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { JourneyEditor } from '@/components/journeys/journey-editor';
import { planHref } from '@/components/shared/plan-href';
import { includesRole } from '@/lib/domain/access/roles';
import { requireActor } from '@/lib/features/auth/current-actor';
import { readJourney } from '@/lib/features/journeys/read-journey';

export const metadata: Metadata = { title: 'Edit journey' };

interface Props {
  readonly params: Promise<{ workspace: string; plan: string; id: string }>;
}

/** Where the steps of a journey are written; who may not write reads it instead. */
export default async function EditJourneyPage({ params }: Props) {
  const place = await params;
  const actor = await requireActor(place.workspace);
  const journey = await readJourney(actor, { plan: place.plan, id: place.id });
  if (!journey.ok) notFound();
  if (!includesRole(actor.role, 'contributor'))
    redirect(planHref(place, `map/journeys/${encodeURIComponent(journey.value.id)}`));
  return <JourneyEditor first={journey.value} />;
}
