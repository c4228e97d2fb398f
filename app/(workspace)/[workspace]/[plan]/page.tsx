import { redirect } from 'next/navigation';
import { planHref } from '@/components/shared/plan-href';

/** A plan begins with its events. */
export default async function PlanPage({ params }: { params: Promise<{ workspace: string; plan: string }> }) {
  redirect(planHref(await params, 'events'));
}
