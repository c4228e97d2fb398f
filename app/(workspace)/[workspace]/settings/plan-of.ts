import type { PlanView } from '@/lib/contracts/plans';
import type { Actor } from '@/lib/domain/access/actor';
import { listPlans } from '@/lib/features/plans/list-plans';

/** What the address of a page about one plan's settings says. */
export interface PlanSettingsProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The plans to choose from and the one that `?plan=` names, else the first. */
export async function planOf(
  actor: Actor,
  search: Record<string, string | string[] | undefined>,
): Promise<{ plans: PlanView[]; plan: PlanView | undefined }> {
  const read = await listPlans(actor, {});
  const plans = read.ok ? read.value.items : [];
  return { plans, plan: plans.find(({ slug }) => slug === search.plan) ?? plans[0] };
}
