import 'server-only';
import { setImmediate } from 'node:timers/promises';
import { defaultConventions } from '@/lib/domain/conventions/settings';
import { lookThrough, type PlanHealth } from '@/lib/domain/health/find';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import { prisma } from '@/lib/infra/db/client';
import type { Plan } from '@/lib/store/plans';
import { readExcuses } from '@/lib/store/suppressions';

// A snapshot never changes, so neither does what it lacks on a day under the same conventions and excuses. On `globalThis` because
// several bundles of one server share it.
const home = globalThis as typeof globalThis & {
  waymarkHealth?: WeakMap<Snapshot, { readonly key: string; readonly health: Promise<PlanHealth> }>;
};
home.waymarkHealth ??= new WeakMap();
const kept = home.waymarkHealth;

/** What a plan lacks on a day; others are served while it is worked out, and it is worked out once. */
export async function lookThroughPlan(plan: Plan, snapshot: Snapshot, today: string): Promise<PlanHealth> {
  const conventions = plan.conventions ?? defaultConventions;
  const { suppressions } = await readExcuses(prisma(), plan.workspaceId, snapshot, conventions);
  const key = JSON.stringify([today, conventions, suppressions]);
  const known = kept.get(snapshot);
  if (known?.key === key) return known.health;
  const health = inSteps(lookThrough(snapshot, { conventions, suppressions, today }));
  kept.set(snapshot, { key, health });
  return health;
}

async function inSteps<T>(steps: Generator<undefined, T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await setImmediate();
  }
}
