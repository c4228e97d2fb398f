import 'server-only';
import type { SynonymSet, VainSearch } from '@/lib/contracts/synonyms';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { squash } from '@/lib/domain/search/words';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { readPlan } from '@/lib/store/plans';
import { listSynonyms as listRows, listVainSearches as listVainRows } from '@/lib/store/synonyms';

type Failure = AccessDenied | { readonly code: 'plan.not-found' };
interface List<T> {
  items: T[];
  nextCursor: null;
  total: number;
}

/** The synonyms that searches of a plan know. */
export async function listSynonyms(actor: Actor, input: { plan: string }): Promise<Result<List<SynonymSet>, Failure>> {
  const allowed = can(actor, 'synonym.read');
  if (!allowed.ok) return allowed;
  const plan = await readPlan(prisma(), actor.workspaceId, input.plan);
  if (!plan) return err({ code: 'plan.not-found' });
  const rows = await listRows(prisma(), actor.workspaceId, plan.id);
  const items = rows.map(({ id, words, lockVersion }) => ({ id, words: [...words], lockVersion }));
  return ok({ items, nextCursor: null, total: items.length });
}

/** What people searched for in vain, without what a synonym answers by now. */
export async function listVainSearches(
  actor: Actor,
  input: { plan: string },
): Promise<Result<List<VainSearch>, Failure>> {
  const allowed = can(actor, 'synonym.update');
  if (!allowed.ok) return allowed;
  const plan = await readPlan(prisma(), actor.workspaceId, input.plan);
  if (!plan) return err({ code: 'plan.not-found' });
  const rows = await listVainRows(prisma(), actor.workspaceId, plan.id);
  const sets = await listRows(prisma(), actor.workspaceId, plan.id);
  const answered = new Set(sets.flatMap(({ words }) => words.map(squash)));
  const items = rows
    .filter(({ text }) => !answered.has(squash(text)))
    .map(({ text, count, lastAt }) => ({ text, count, lastAt: lastAt.toISOString() }));
  return ok({ items, nextCursor: null, total: items.length });
}
