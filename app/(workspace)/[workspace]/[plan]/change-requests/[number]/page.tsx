import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ReviewScreen } from '@/components/change-requests/review-screen';
import { requireActor } from '@/lib/features/auth/current-actor';
import { readReview } from '@/lib/features/change-requests/read-change-request';
import { readPlan } from '@/lib/features/plans/read-plan';
import { PeekedItem } from './peeked-item';

interface Props {
  params: Promise<{ workspace: string; plan: string; number: string }>;
  searchParams: Promise<{ item?: string | string[] }>;
}

const read = cache(async (workspace: string, plan: string, number: string, item: string | string[] | undefined) => {
  const actor = await requireActor(workspace);
  const wanted = Number(number);
  const itemId = typeof item === 'string' ? item : undefined;
  return Number.isInteger(wanted) && wanted > 0 ? readReview(actor, { plan, number: wanted, itemId }) : undefined;
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { workspace, plan, number } = await params;
  const review = await read(workspace, plan, number, (await searchParams).item);
  return { title: review?.ok ? `#${review.value.view.number} ${review.value.view.title}` : 'Change request' };
}

/** The review of one change request. */
export default async function ChangeRequestPage({ params, searchParams }: Props) {
  const { workspace, plan: slug, number } = await params;
  const actor = await requireActor(workspace);
  const { item } = await searchParams;
  const [review, plan] = await Promise.all([read(workspace, slug, number, item), readPlan(actor, { plan: slug })]);
  if (!review?.ok || !plan.ok) notFound();
  return (
    <>
      <ReviewScreen planId={plan.value.id} first={review.value.view} diffs={review.value.diffs} />
      <PeekedItem />
    </>
  );
}
