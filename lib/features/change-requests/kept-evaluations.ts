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
  /** The rules and people that the requirements were found with. */
  readonly judges: string;
  readonly evaluation: Evaluation;
}

const mostKept = 12;
const kept = new Map<string, Kept>();

/**
 * The evaluation that the diffs of a request are read from, kept while neither the request nor the plan changes:
 * a review asks for its items one by one, and each of them needs the whole.
 */
export function evaluateForDiffs(
  tx: Tx,
  workspaceId: string,
  request: LoadedChangeRequest,
  world: World,
): Promise<DiffEvaluation> {
  return keep(tx, workspaceId, request, world, () => true);
}

/** The evaluation that a review shows, kept as that of its diffs is, while rules and people stay the same too. Only for what is stored. */
export function evaluateForView(
  tx: Tx,
  workspaceId: string,
  request: LoadedChangeRequest,
  world: World,
): Promise<Evaluation> {
  const judges = judgesOf(world);
  return keep(tx, workspaceId, request, world, (known) => known.judges === judges);
}

async function keep(
  tx: Tx,
  workspaceId: string,
  request: LoadedChangeRequest,
  world: World,
  holds: (known: Kept) => boolean,
): Promise<Evaluation> {
  const rules = canonicalJson([world.conventions, world.excuses?.suppressions ?? []]);
  const key = `${workspaceId} ${request.id} ${request.lockVersion} ${request.updatedAt} ${world.today} ${rules}`;
  const known = kept.get(key);
  kept.delete(key);
  const entry =
    known?.head === world.head && holds(known)
      ? known
      : {
          head: world.head,
          judges: judgesOf(world),
          evaluation: await evaluate(tx, workspaceId, request, world),
        };
  kept.set(key, entry);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return entry.evaluation;
}

function judgesOf({ policy, people, watchers, checklist, away }: World): string {
  const members = [[...people.persons.values()], [...people.teams.values()]];
  return canonicalJson([policy, members, watchers, checklist ?? [], [...(away ?? [])]]);
}
