import 'server-only';
import type * as z from 'zod';
import type { createSuppressionSchema, SuppressionView } from '@/lib/contracts/conventions';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { holdsOn } from '@/lib/domain/conventions/excuse';
import { now } from '@/lib/infra/clock';
import { inTransaction, type Tx } from '@/lib/infra/db/transaction';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { readItemIdentity } from '@/lib/store/items';
import { lockPlan, type Plan, readPlan } from '@/lib/store/plans';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { contributesToOpen, createSuppression, listSuppressions, revokeSuppression } from '@/lib/store/suppressions';
import { excuseViews } from './list-excuses';

type ExcuseError =
  | AccessDenied
  | {
      readonly code:
        | 'plan.not-found'
        | 'item.not-found'
        | 'suppression.not-found'
        | 'suppression.own-change'
        | 'suppression.standing'
        | 'suppression.day-unusable';
      readonly detail?: string;
    };
type Answer = Promise<Result<SuppressionView, ExcuseError>>;

const longestMs = 366 * 86_400_000;
const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/**
 * Excuses one finding on one item until a day. Whoever has a hand in an open request for the item does not: it would be
 * a way round its review.
 */
export function excuseFinding(
  actor: Actor,
  input: { plan: string } & z.output<typeof createSuppressionSchema>,
): Answer {
  return inPlan(actor, input.plan, async (tx, plan) => {
    const { workspaceId, userId } = actor;
    const { itemId, rule, reason, until } = input;
    const at = now();
    if (until < dayOf(at) || until > dayOf(new Date(at.getTime() + longestMs)))
      return err({ code: 'suppression.day-unusable' });
    if ((await readItemIdentity(tx, workspaceId, itemId))?.planId !== plan.id) return err({ code: 'item.not-found' });
    if (await contributesToOpen(tx, workspaceId, { planId: plan.id, itemId, userId }))
      return err({
        code: 'suppression.own-change',
        detail: 'You contributed to an open change request for this item: another approver can excuse it.',
      });
    const standing = (await listSuppressions(tx, workspaceId, plan.id)).some(
      (one) => one.itemId === itemId && one.rule === rule && one.revokedAt === null && holdsOn(one, dayOf(at)),
    );
    if (standing) return err({ code: 'suppression.standing' });
    const id = newId('fs');
    await createSuppression(tx, workspaceId, { id, planId: plan.id, itemId, rule, reason, until, by: userId, at });
    return answer(tx, actor, plan, id, 'conventions.suppress');
  });
}

/** Ends an excuse before its day; the finding is back at once. */
export function revokeExcuse(actor: Actor, input: { plan: string; id: string }): Answer {
  return inPlan(actor, input.plan, async (tx, plan) => {
    const [one] = await listSuppressions(tx, actor.workspaceId, plan.id, { id: input.id });
    if (!one) return err({ code: 'suppression.not-found' });
    if (!(await revokeSuppression(tx, actor.workspaceId, one.id, { by: actor.userId, at: now() })))
      return err({ code: 'suppression.not-found' });
    return answer(tx, actor, plan, one.id, 'conventions.unsuppress');
  });
}

/** Under the plan's lock: a merge sees an excuse or its end, never half of it. */
async function inPlan(actor: Actor, slug: string, run: (tx: Tx, plan: Plan) => Answer): Answer {
  const allowed = can(actor, 'conventions.suppress');
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const found = await readPlan(tx, actor.workspaceId, slug);
    const plan = found && (await lockPlan(tx, actor.workspaceId, found.id));
    return plan ? run(tx, plan) : err({ code: 'plan.not-found' });
  });
}

async function answer(tx: Tx, actor: Actor, plan: Plan, id: string, action: string): Answer {
  const head = await loadSnapshot(tx, actor.workspaceId, plan.id, plan.headRelease);
  const [view] = await excuseViews(tx, actor.workspaceId, head, { id });
  if (!view) throw new Error(`suppression ${id} was not stored`);
  const { itemId, rule, name, label, reason, until } = view;
  const words =
    action === 'conventions.suppress'
      ? `excused “${label}” on ${name} until ${until}: ${reason}`
      : `ended the excuse of “${label}” on ${name}`;
  await writeAudit(tx, actor.workspaceId, {
    ...auditBy(actor),
    action,
    subjectKind: 'plan',
    subjectId: plan.id,
    detail: { planId: plan.id, suppressionId: id, itemId, rule, reason, until, words },
  });
  return ok(view);
}
