import 'server-only';
import type { World } from '@/lib/domain/review/assess';
import type { Tx } from '@/lib/infra/db/transaction';
import { canonicalJson } from '@/lib/kit/canonical';
import type { LoadedChangeRequest } from '@/lib/store/change-request-json';
import { type Evaluation, evaluate } from './evaluate';

/** What diffs are made of; the rest of an evaluation depends on people, who may change meanwhile. */
export type DiffEvaluation = Pick<Evaluation, 'before' | 'after' | 'itemChanges' | 'findings'>;

interface Kept {
  readonly head: World['head'];
  readonly evaluation: DiffEvaluation;
}

const mostKept = 12;
const kept = new Map<string, Kept>();

/**
 * The evaluation that the diffs of a request are read from, kept while neither the request nor the plan changes:
 * a review asks for its items one by one, and each of them needs the whole.
 */
export async function evaluateForDiffs(
  tx: Tx,
  workspaceId: string,
  request: LoadedChangeRequest,
  world: World,
): Promise<DiffEvaluation> {
  const key = `${workspaceId} ${request.id} ${request.lockVersion} ${world.today} ${canonicalJson([world.conventions, world.excuses?.suppressions ?? []])}`;
  const known = kept.get(key);
  kept.delete(key);
  const entry =
    known?.head === world.head
      ? known
      : { head: world.head, evaluation: await evaluate(tx, workspaceId, request, world) };
  kept.set(key, entry);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return entry.evaluation;
}
