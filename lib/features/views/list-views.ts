import 'server-only';
import type { SavedView } from '@/lib/contracts/views';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { readPlan } from '@/lib/store/plans';
import { readDefaultViewId } from '@/lib/store/preferences';
import { listViews as listRows, readView } from '@/lib/store/views';
import { savedView, type ViewError } from './view';

/** The views of a list: one's own, and those that are shared. */
export async function listViews(
  actor: Actor,
  input: { plan: string; kind: ItemKind },
): Promise<Result<{ items: SavedView[]; nextCursor: null; total: number }, ViewError>> {
  const allowed = can(actor, 'view.read');
  if (!allowed.ok) return allowed;
  const { workspaceId, userId } = actor;
  const plan = await readPlan(prisma(), workspaceId, input.plan);
  if (!plan) return err({ code: 'plan.not-found' });
  const [rows, defaultId] = await Promise.all([
    listRows(prisma(), workspaceId, plan.id, { userId, kind: input.kind }),
    readDefaultViewId(prisma(), userId, { planId: plan.id, kind: input.kind }),
  ]);
  const items = rows.map((row) => savedView(row, actor, defaultId));
  return ok({ items, nextCursor: null, total: items.length });
}

/** The view a list opens with for its reader, or null; one that is gone or no longer shared is none. */
export async function readDefaultView(
  actor: Actor,
  input: { planId: string; kind: ItemKind },
): Promise<Result<SavedView | null, ViewError>> {
  const allowed = can(actor, 'view.read');
  if (!allowed.ok) return allowed;
  const { workspaceId, userId } = actor;
  const id = await readDefaultViewId(prisma(), userId, input);
  const row = id === null ? undefined : await readView(prisma(), workspaceId, input.planId, { userId, id });
  return ok(row && row.subject === input.kind ? savedView(row, actor, id) : null);
}
