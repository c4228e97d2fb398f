import 'server-only';
import type { CreatePlan, PlanView } from '@/lib/contracts/plans';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { freeSlug } from '@/lib/domain/access/slug';
import { defaultConventions } from '@/lib/domain/conventions/settings';
import { reservedPlanSlugs } from '@/lib/domain/plan-query/reserved-slugs';
import { defaultPolicy } from '@/lib/domain/review/policy';
import { now } from '@/lib/infra/clock';
import { inTransaction } from '@/lib/infra/db/transaction';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { createPlan as createRow, listPlans, readPlan } from '@/lib/store/plans';
import { planView } from './view';

const defaultStages = ['acquisition', 'activation', 'retention', 'revenue', 'referral'];

type Failure = AccessDenied | { code: 'plan.slug-taken' | 'plan.slug-reserved' | 'plan.not-found' };

/** Begins an empty plan with the standard policy, conventions and stages. */
export async function createPlan(actor: Actor, input: CreatePlan): Promise<Result<PlanView, Failure>> {
  const allowed = can(actor, 'plan.create');
  if (!allowed.ok) return allowed;
  if (input.slug && reservedPlanSlugs.has(input.slug)) return err({ code: 'plan.slug-reserved' });
  return inTransaction(async (tx) => {
    const { workspaceId } = actor;
    const taken = new Set((await listPlans(tx, workspaceId, { archived: true })).map((plan) => plan.slug));
    const slug = input.slug ?? freeSlug(input.name, taken, reservedPlanSlugs);
    const id = newId('pl');
    const created = await createRow(tx, workspaceId, {
      ...{ id, slug, name: input.name, description: input.description, createdAt: now() },
      ...{ policy: defaultPolicy, conventions: defaultConventions, stages: input.stages ?? defaultStages },
    });
    if (!created) return err({ code: 'plan.slug-taken' });
    await writeAudit(tx, workspaceId, {
      ...auditBy(actor),
      action: 'plan.create',
      subjectKind: 'plan',
      subjectId: id,
      detail: { slug, name: input.name },
    });
    const plan = await readPlan(tx, workspaceId, id);
    return plan ? ok(planView(plan)) : err({ code: 'plan.not-found' });
  });
}
