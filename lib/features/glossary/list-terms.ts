import 'server-only';
import type { TermList } from '@/lib/contracts/glossary';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { prisma } from '@/lib/infra/db/client';
import { ok, type Result } from '@/lib/kit/result';
import { listTermsAsOf } from '@/lib/store/glossary-at';
import { readOwnerNames } from '@/lib/store/owner-names';
import { type At, findPlanAt, type PlanAtError } from '@/lib/store/read-plan-at';
import { readReleasedAt } from '@/lib/store/releases';
import { type GlossaryError, termView } from './term-view';

/** The words of a plan's own, in order; as of the past those of then. */
export async function listTerms(
  actor: Actor,
  input: { plan: string; at?: At },
): Promise<Result<TermList, GlossaryError | PlanAtError>> {
  const allowed = can(actor, 'glossary.read');
  if (!allowed.ok) return allowed;
  const tx = prisma();
  const found = await findPlanAt(tx, actor.workspaceId, input.plan, input.at);
  if (!found.ok) return found;
  const { plan, release } = found.value;
  const [rows, owners, releasedAt] = await Promise.all([
    listTermsAsOf(tx, plan, input.at),
    readOwnerNames(tx, actor.workspaceId),
    readReleasedAt(tx, actor.workspaceId, plan.id, release),
  ]);
  return ok({
    items: rows.map((row) => termView(row, owners)),
    ...{ nextCursor: null, total: rows.length, release, releasedAt: releasedAt?.toISOString() ?? null },
  });
}
