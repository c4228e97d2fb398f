import type { Metadata } from 'next';
import { PlanChoice } from '@/components/settings/plan-choice';
import { PolicyForm } from '@/components/settings/policy-form';
import { EmptyState } from '@/components/ui/empty-state';
import { policyOptions } from '@/lib/client/policy';
import { requireActor } from '@/lib/features/auth/current-actor';
import { readPolicy } from '@/lib/features/policy/read-policy';
import { type PlanSettingsProps, planOf } from '../plan-of';
import { Seeded } from '../seeded';

export const metadata: Metadata = { title: 'Review policy · Settings' };

/** What a plan asks before a merge. */
export default async function PolicyPage({ params, searchParams }: PlanSettingsProps) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const { plans, plan } = await planOf(actor, await searchParams);
  if (!plan) return <EmptyState>There is no plan yet, and so no review policy.</EmptyState>;
  const place = { workspace, plan: plan.slug };
  const read = await readPolicy(actor, { plan: plan.slug });
  return (
    <Seeded data={[[policyOptions(place).queryKey, read.ok ? read.value : undefined]]}>
      <PlanChoice path={`/${encodeURIComponent(workspace)}/settings/policy`} plans={plans} plan={plan.slug} />
      <PolicyForm place={place} role={actor.role} />
    </Seeded>
  );
}
