import 'server-only';
import type * as z from 'zod';
import type { SavedView, updateViewSchema } from '@/lib/contracts/views';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { itemKindSchema } from '@/lib/domain/plan/item-kind-schema';
import { inTransaction, type Tx } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { lockPlan, readPlan } from '@/lib/store/plans';
import { readDefaultViewId } from '@/lib/store/preferences';
import { listViews, readView, removeView as removeRow, type StoredView, saveView } from '@/lib/store/views';
import { isNameTaken, mayChange, savedView, type ViewError } from './view';

/** Renames a view, shares it or takes it back, or gives it the look the list has now. */
export async function updateView(
  actor: Actor,
  input: { plan: string; id: string } & z.output<typeof updateViewSchema>,
): Promise<Result<SavedView, ViewError>> {
  const allowed = can(actor, input.isShared ? 'view.share' : 'view.update');
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const found = await findForChange(tx, actor, input, 'view.update');
    if (!found.ok) return found;
    const { view, planId } = found.value;
    const { workspaceId, userId } = actor;
    const kind = itemKindSchema.parse(view.subject);
    const next = {
      id: view.id,
      name: input.name ?? view.name,
      isShared: input.isShared ?? view.isShared,
      shape: input.shape ?? view.shape,
    };
    // Only its maker can keep a view to themselves; another's would vanish for the one who does it.
    if (!next.isShared && view.by.id !== userId) return err({ code: 'view.other-person' as const });
    if (isNameTaken(await listViews(tx, workspaceId, planId, { userId, kind }), next))
      return err({ code: 'view.name-taken' as const });
    await saveView(tx, workspaceId, next);
    const defaultId = await readDefaultViewId(tx, userId, { planId, kind });
    return ok(savedView({ ...view, ...next }, actor, defaultId));
  });
}

/** Forgets a view; lists that opened with it open as they are. */
export async function removeView(
  actor: Actor,
  input: { plan: string; id: string },
): Promise<Result<{ done: true }, ViewError>> {
  const allowed = can(actor, 'view.remove');
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const found = await findForChange(tx, actor, input, 'view.remove');
    if (!found.ok) return found;
    await removeRow(tx, actor.workspaceId, found.value.view.id);
    return ok({ done: true as const });
  });
}

async function findForChange(
  tx: Tx,
  actor: Actor,
  input: { plan: string; id: string },
  action: 'view.update' | 'view.remove',
): Promise<Result<{ view: StoredView; planId: string }, ViewError>> {
  const { workspaceId, userId } = actor;
  const found = await readPlan(tx, workspaceId, input.plan);
  const plan = found && (await lockPlan(tx, workspaceId, found.id));
  if (!plan) return err({ code: 'plan.not-found' });
  const view = await readView(tx, workspaceId, plan.id, { userId, id: input.id });
  if (!view) return err({ code: 'view.not-found' });
  const isOwn = view.by.id === userId;
  if (!mayChange(actor, view)) return err({ code: 'access.denied', action, needs: isOwn ? 'contributor' : 'approver' });
  return ok({ view, planId: plan.id });
}
