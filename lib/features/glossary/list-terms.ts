import 'server-only';
import type { TermView } from '@/lib/contracts/glossary';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { listTerms as listRows } from '@/lib/store/glossary';
import { readOwnerNames } from '@/lib/store/owner-names';
import { readPlan } from '@/lib/store/plans';
import { type GlossaryError, termView } from './term-view';

/** The words of a plan's own, in order. */
export async function listTerms(
  actor: Actor,
  input: { plan: string },
): Promise<Result<{ items: TermView[]; nextCursor: null; total: number }, GlossaryError>> {
  const allowed = can(actor, 'glossary.read');
  if (!allowed.ok) return allowed;
  const plan = await readPlan(prisma(), actor.workspaceId, input.plan);
  if (!plan) return err({ code: 'plan.not-found' });
  const rows = await listRows(prisma(), actor.workspaceId, plan.id);
  const owners = await readOwnerNames(prisma(), actor.workspaceId);
  return ok({ items: rows.map((row) => termView(row, owners)), nextCursor: null, total: rows.length });
}
