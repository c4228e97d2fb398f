import 'server-only';
import type { DefaultView } from '@/lib/contracts/views';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { inTransaction } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { readPlan } from '@/lib/store/plans';
import { saveDefaultViewId } from '@/lib/store/preferences';
import { readView } from '@/lib/store/views';
import type { ViewError } from './view';

/** Sets the view a list opens with for oneself, or none. */
export async function setDefaultView(
  actor: Actor,
  input: { plan: string } & DefaultView,
): Promise<Result<{ done: true }, ViewError>> {
  const allowed = can(actor, 'view.update');
  if (!allowed.ok) return allowed;
  const { workspaceId, userId } = actor;
  const { kind, id } = input;
  return inTransaction(async (tx) => {
    const plan = await readPlan(tx, workspaceId, input.plan);
    if (!plan) return err({ code: 'plan.not-found' as const });
    const view = id === null ? undefined : await readView(tx, workspaceId, plan.id, { userId, id });
    if (id !== null && view?.subject !== kind) return err({ code: 'view.not-found' as const });
    await saveDefaultViewId(tx, userId, { planId: plan.id, kind, id });
    return ok({ done: true as const });
  });
}
