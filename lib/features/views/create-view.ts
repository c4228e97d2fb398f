import 'server-only';
import type * as z from 'zod';
import type { createViewSchema, SavedView } from '@/lib/contracts/views';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { now } from '@/lib/infra/clock';
import { inTransaction } from '@/lib/infra/db/transaction';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import { lockPlan, readPlan } from '@/lib/store/plans';
import { countViewsOf, createView as createRow, listViews, readView } from '@/lib/store/views';
import { isNameTaken, savedView, type ViewError } from './view';

/** A menu with more than this is no shortcut any more. */
const mostViews = 100;

/** Keeps how a list looks under a name, for oneself or for everybody in the plan. */
export async function createView(
  actor: Actor,
  input: { plan: string } & z.output<typeof createViewSchema>,
): Promise<Result<SavedView, ViewError>> {
  const allowed = can(actor, input.isShared ? 'view.share' : 'view.create');
  if (!allowed.ok) return allowed;
  const { workspaceId, userId } = actor;
  const { kind, name, isShared, shape } = input;
  return inTransaction(async (tx) => {
    const found = await readPlan(tx, workspaceId, input.plan);
    const plan = found && (await lockPlan(tx, workspaceId, found.id));
    if (!plan || plan.archivedAt) return err({ code: 'plan.not-found' as const });
    if ((await countViewsOf(tx, workspaceId, plan.id, userId)) >= mostViews)
      return err({ code: 'view.too-many' as const, detail: 'Delete one that you need no more first' });
    if (isNameTaken(await listViews(tx, workspaceId, plan.id, { userId, kind }), { id: null, name, isShared }))
      return err({ code: 'view.name-taken' as const });
    const id = newId('sv');
    await createRow(tx, workspaceId, { id, planId: plan.id, userId, kind, name, isShared, shape, createdAt: now() });
    const row = await readView(tx, workspaceId, plan.id, { userId, id });
    if (!row) throw new Error(`view ${id} was not stored`);
    return ok(savedView(row, actor, null));
  });
}
