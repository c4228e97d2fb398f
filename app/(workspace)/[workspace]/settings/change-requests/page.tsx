import type { Metadata } from 'next';
import { PlanChoice } from '@/components/settings/plan-choice';
import { ReviewSettingsForm } from '@/components/settings/review-settings-form';
import { EmptyState } from '@/components/ui/empty-state';
import { reviewSettingsOptions } from '@/lib/client/review-settings';
import { requireActor } from '@/lib/features/auth/current-actor';
import { readReviewSettings } from '@/lib/features/review-settings/read-review-settings';
import { type PlanSettingsProps, planOf } from '../plan-of';
import { Seeded } from '../seeded';

export const metadata: Metadata = { title: 'Templates and checklist · Settings' };

/** What change requests of a plan begin with, and what is ticked on each. */
export default async function ReviewSettingsPage({ params, searchParams }: PlanSettingsProps) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const { plans, plan } = await planOf(actor, await searchParams);
  if (!plan) return <EmptyState>There is no plan yet, and so no change requests.</EmptyState>;
  const place = { workspace, plan: plan.slug };
  const read = await readReviewSettings(actor, { plan: plan.slug });
  return (
    <Seeded data={[[reviewSettingsOptions(place).queryKey, read.ok ? read.value : undefined]]}>
      <PlanChoice path={`/${encodeURIComponent(workspace)}/settings/change-requests`} plans={plans} plan={plan.slug} />
      <ReviewSettingsForm place={place} role={actor.role} />
    </Seeded>
  );
}
