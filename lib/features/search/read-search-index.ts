import 'server-only';
import type { SearchIndex } from '@/lib/contracts/search';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { prisma } from '@/lib/infra/db/client';
import { digestOf } from '@/lib/kit/digest';
import { ok, type Result } from '@/lib/kit/result';
import { readOwnerNames } from '@/lib/store/owner-names';
import { readPlanHistory } from '@/lib/store/plan-history';
import { type At, type PlanAtError, readPlanAt } from '@/lib/store/read-plan-at';
import { readPlanWords } from './plan-words';
import { searchDocuments } from './search-documents';

/** Everything the browser's look-up needs of the plan as it stood at a release or a date. */
export async function readSearchIndex(
  actor: Actor,
  input: { plan: string; at?: At },
): Promise<Result<SearchIndex, AccessDenied | PlanAtError>> {
  const allowed = can(actor, 'search.read');
  if (!allowed.ok) return allowed;
  const tx = prisma();
  const opened = await readPlanAt(tx, actor.workspaceId, input.plan, input.at);
  if (!opened.ok) return opened;
  const { plan, snapshot } = opened.value;
  const [history, owners, words] = await Promise.all([
    readPlanHistory(tx, actor.workspaceId, snapshot),
    readOwnerNames(tx, actor.workspaceId),
    readPlanWords(tx, plan, input.at),
  ]);
  return ok({
    planId: plan.id,
    release: snapshot.release,
    documents: searchDocuments(snapshot, history, owners),
    terms: [...words.terms],
    synonyms: words.synonyms.map((set) => [...set]),
  });
}

/** Names an index: its release, and what can change between releases: the owners' names, the glossary and the synonyms. */
export function searchIndexTag(index: SearchIndex): string {
  const owners = [...new Set(index.documents.map((document) => document.owner))].sort();
  return `"${index.planId}.${index.release}.${digestOf([owners, index.terms, index.synonyms]).slice(0, 12)}"`;
}
