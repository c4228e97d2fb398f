import type { PlanView } from '@/lib/contracts/plans';
import type { Plan } from '@/lib/store/plans';

/** A plan as it crosses the wire. */
export function planView(plan: Plan): PlanView {
  const { id, slug, name, description, headRelease, stages, archivedAt, createdAt, lockVersion } = plan;
  return {
    ...{ id, slug, name, description, headRelease, lockVersion },
    stages: [...stages],
    archivedAt: archivedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}
