import 'server-only';
import { searchQuerySchema } from '@/lib/contracts/search';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { readTypedQuery } from '@/lib/domain/plan-query/typed-query';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { Bucket } from '@/lib/infra/http/bucket';
import { foldName } from '@/lib/kit/fold';
import { ok, type Result } from '@/lib/kit/result';
import { readPlan } from '@/lib/store/plans';
import type { PlanAtError } from '@/lib/store/read-plan-at';
import { countVainSearch } from '@/lib/store/synonyms';
import { searchPlan } from './search-plan';

/** Searches in vain per minute and person that are counted; in memory, so that nothing is kept of who searched. */
const perMinute = new Bucket(20);

/** Counts what a person searched for in vain, for those who keep the synonyms; what does find something is not counted. */
export async function recordVainSearch(
  actor: Actor,
  input: { plan: string; q: string },
): Promise<Result<{ kept: boolean }, AccessDenied | PlanAtError>> {
  const allowed = can(actor, 'search.record');
  if (!allowed.ok) return allowed;
  const found = await searchPlan(actor, { ...searchQuerySchema.parse({ q: input.q, limit: 1 }), plan: input.plan });
  if (!found.ok) return found;
  const { total, weak, terms } = found.value;
  const text = foldName(input.q);
  // Where a condition left nothing, no synonym would help.
  const isPlain = foldName(readTypedQuery(input.q).words) === text;
  const isInVain = isPlain && (total === 0 || weak) && terms.every((term) => term.weak) && text.length >= 2;
  if (!isInVain || perMinute.take(actor.userId, now().getTime()) > 0) return ok({ kept: false });
  const plan = await readPlan(prisma(), actor.workspaceId, input.plan);
  if (!plan) return ok({ kept: false });
  await countVainSearch(prisma(), actor.workspaceId, { planId: plan.id, text: text.slice(0, 100), at: now() });
  return ok({ kept: true });
}
