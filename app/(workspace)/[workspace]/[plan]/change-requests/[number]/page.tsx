import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ReviewScreen } from '@/components/change-requests/review-screen';
import { requireActor } from '@/lib/features/auth/current-actor';
import { readChangeRequestView } from '@/lib/features/change-requests/read-change-request';
import { readPlan } from '@/lib/features/plans/read-plan';
import { PeekedItem } from './peeked-item';

interface Props {
  params: Promise<{ workspace: string; plan: string; number: string }>;
}

const read = cache(async (workspace: string, plan: string, number: string) => {
  const actor = await requireActor(workspace);
  const wanted = Number(number);
  return Number.isInteger(wanted) && wanted > 0 ? readChangeRequestView(actor, { plan, number: wanted }) : undefined;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, plan, number } = await params;
  const view = await read(workspace, plan, number);
  return { title: view?.ok ? `#${view.value.number} ${view.value.title}` : 'Change request' };
}

/** The review of one change request. */
export default async function ChangeRequestPage({ params }: Props) {
  const { workspace, plan: slug, number } = await params;
  const actor = await requireActor(workspace);
  const [view, plan] = await Promise.all([read(workspace, slug, number), readPlan(actor, { plan: slug })]);
  if (!view?.ok || !plan.ok) notFound();
  return (
    <>
      <ReviewScreen planId={plan.value.id} first={view.value} />
      <PeekedItem />
    </>
  );
}
