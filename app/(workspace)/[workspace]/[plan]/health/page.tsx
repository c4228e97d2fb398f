import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { HealthScreen } from '@/components/health/health-screen';
import { AtControl } from '@/components/items/at-control';
import { AtBar } from '@/components/shared/frame-bars';
import { planHref } from '@/components/shared/plan-href';
import { PageHeader } from '@/components/ui/page-header';
import { requireActor } from '@/lib/features/auth/current-actor';
import { readPlanHealth } from '@/lib/features/plan-health/read-plan-health';
import { readPlan } from '@/lib/features/plans/read-plan';
import { atOf, type PlanPageProps } from '../_items/address';

export const metadata: Metadata = { title: 'Plan health' };

/** What the plan lacks, how that went over its releases, and every finding one key from its fix. */
export default async function HealthPage({ params, searchParams }: PlanPageProps) {
  const [place, search] = await Promise.all([params, searchParams]);
  const actor = await requireActor(place.workspace);
  const plan = await readPlan(actor, place);
  if (!plan.ok) notFound();
  const { text, at } = atOf(search);
  const health = await readPlanHealth(actor, { plan: place.plan, at });
  if (!health.ok) notFound();
  const { release, releasedAt } = health.value;
  return (
    <>
      <PageHeader
        title="Plan health"
        secondary={<AtControl headRelease={plan.value.headRelease} />}
        bars={
          text !== null && releasedAt !== null ? (
            <AtBar release={release} at={releasedAt} backHref={planHref(place, 'health')} />
          ) : null
        }
      />
      <HealthScreen key={text ?? 'now'} first={health.value} at={text} />
    </>
  );
}
