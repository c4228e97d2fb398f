import 'server-only';
import type { ConventionsTrialView } from '@/lib/contracts/conventions';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { inferConventions } from '@/lib/domain/conventions/infer-conventions';
import { type ConventionSettings, defaultConventions } from '@/lib/domain/conventions/settings';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { readPlan } from '@/lib/store/plans';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { findingsByRule } from './findings-by-rule';

/** What conventions that need not be saved find in the plan as it is, rule by rule. Nothing is written. */
export async function tryConventions(
  actor: Actor,
  input: { plan: string; conventions?: ConventionSettings | undefined },
): Promise<Result<ConventionsTrialView, AccessDenied | { code: 'plan.not-found' }>> {
  const allowed = can(actor, 'conventions.read');
  if (!allowed.ok) return allowed;
  const plan = await readPlan(prisma(), actor.workspaceId, input.plan);
  if (!plan) return err({ code: 'plan.not-found' });
  const snapshot = await loadSnapshot(prisma(), actor.workspaceId, plan.id, plan.headRelease);
  const { eventCasing, propertyCasing, grammar } = inferConventions(snapshot);
  const orNull = <T extends string>(habit: T | 'any') => (habit === 'any' ? null : habit);
  return ok({
    release: plan.headRelease,
    items: snapshot.items.size,
    majority: { eventCasing: orNull(eventCasing), propertyCasing: orNull(propertyCasing), grammar: orNull(grammar) },
    rules: findingsByRule(snapshot, input.conventions ?? plan.conventions ?? defaultConventions),
  });
}
