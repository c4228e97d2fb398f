import type { Metadata } from 'next';
import { ConventionsForm } from '@/components/settings/conventions-form';
import { PlanChoice } from '@/components/settings/plan-choice';
import { EmptyState } from '@/components/ui/empty-state';
import { conventionsOptions } from '@/lib/client/conventions';
import { requireActor } from '@/lib/features/auth/current-actor';
import { readConventions } from '@/lib/features/conventions/read-conventions';
import { type PlanSettingsProps, planOf } from '../plan-of';
import { Seeded } from '../seeded';

export const metadata: Metadata = { title: 'Conventions · Settings' };

/** How names and definitions of a plan are to be written. */
export default async function ConventionsPage({ params, searchParams }: PlanSettingsProps) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const { plans, plan } = await planOf(actor, await searchParams);
  if (!plan) return <EmptyState>There is no plan yet, and so no conventions.</EmptyState>;
  const place = { workspace, plan: plan.slug };
  const read = await readConventions(actor, { plan: plan.slug });
  return (
    <Seeded data={[[conventionsOptions(place).queryKey, read.ok ? read.value : undefined]]}>
      <PlanChoice path={`/${encodeURIComponent(workspace)}/settings/conventions`} plans={plans} plan={plan.slug} />
      <ConventionsForm place={place} role={actor.role} />
    </Seeded>
  );
}
