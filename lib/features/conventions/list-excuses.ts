import 'server-only';
import type { SuppressionView } from '@/lib/contracts/conventions';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import { prisma } from '@/lib/infra/db/client';
import type { Tx } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { readPlan } from '@/lib/store/plans';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { listProposedNames, listSuppressions } from '@/lib/store/suppressions';
import { excuseView } from './excuse-view';

/** The findings of a plan that somebody answers for or did: what holds first, then the latest. */
export async function listExcuses(
  actor: Actor,
  input: { plan: string },
): Promise<
  Result<{ items: SuppressionView[]; nextCursor: null; total: number }, AccessDenied | { code: 'plan.not-found' }>
> {
  const allowed = can(actor, 'conventions.read');
  if (!allowed.ok) return allowed;
  const plan = await readPlan(prisma(), actor.workspaceId, input.plan);
  if (!plan) return err({ code: 'plan.not-found' });
  const head = await loadSnapshot(prisma(), actor.workspaceId, plan.id, plan.headRelease);
  const items = await excuseViews(prisma(), actor.workspaceId, head);
  const holding = items.filter(({ state }) => state === 'holds');
  return ok({
    items: [...holding, ...items.filter(({ state }) => state !== 'holds')],
    nextCursor: null,
    total: items.length,
  });
}

/** All excuses of a plan, or one of them. */
export async function excuseViews(
  tx: Tx,
  workspaceId: string,
  head: Snapshot,
  where: { readonly id?: string } = {},
): Promise<SuppressionView[]> {
  const rows = await listSuppressions(tx, workspaceId, head.planId, where);
  const missing = rows.flatMap(({ itemId }) => (head.items.has(itemId) ? [] : [itemId]));
  const proposed = await listProposedNames(tx, workspaceId, missing);
  return rows.map((row) => excuseView(row, head, proposed));
}
