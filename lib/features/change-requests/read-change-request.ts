import 'server-only';
import type { ChangeRequestView, ChangeView } from '@/lib/contracts/change-requests';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { inTransaction, type Tx } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { readChangeRequest } from '@/lib/store/change-requests';
import { readPlan } from '@/lib/store/plans';
import { changeView } from './change-view';
import type { Evaluation } from './evaluate';
import { evaluateForView } from './kept-evaluations';
import type { RequestError, RequestPlace } from './make-move';
import { type Found, viewOf } from './request-view';
import { readWorld } from './world';

/** Finds a request for reading; without a lock. */
export async function findRequest(tx: Tx, actor: Actor, place: RequestPlace): Promise<Result<Found, RequestError>> {
  const plan = await readPlan(tx, actor.workspaceId, place.plan);
  if (!plan) return err({ code: 'plan.not-found' });
  const request = await readChangeRequest(tx, actor.workspaceId, plan.id, place.number);
  if (!request) return err({ code: 'change-request.not-found' });
  const world = await readWorld(tx, plan);
  return world.ok ? ok({ plan, request, world: world.value }) : world;
}

/** So many diffs stand in a window at first, or nearly so. */
const firstShown = 3;

/** What a review opens with: everything but the diffs, and the diffs from its top, or from `itemId` on. */
export async function readReview(
  actor: Actor,
  input: RequestPlace & { readonly itemId?: string | undefined },
): Promise<Result<{ readonly view: ChangeRequestView; readonly diffs: readonly ChangeView[] }, RequestError>> {
  return readJudged(actor, input, (view, { request, world }, evaluation) => {
    const from = view.changes.findIndex((row) => row.itemId === input.itemId);
    const shown = view.changes.slice(Math.max(from, 0)).slice(0, firstShown);
    const diffs = request.changes
      .filter((change) => shown.some((row) => row.itemId === change.itemId))
      .map((change) => changeView(change, evaluation, world));
    return { view, diffs };
  });
}

/** Everything a review shows but the diffs. */
export async function readChangeRequestView(
  actor: Actor,
  input: RequestPlace,
): Promise<Result<ChangeRequestView, RequestError>> {
  return readJudged(actor, input, (view) => view);
}

async function readJudged<T>(
  actor: Actor,
  input: RequestPlace,
  answer: (view: ChangeRequestView, found: Found, evaluation: Evaluation) => T,
): Promise<Result<T, RequestError>> {
  const allowed = can(actor, 'change-request.read');
  if (!allowed.ok) return allowed;
  return inTransaction<Result<T, RequestError>>(async (tx) => {
    const found = await findRequest(tx, actor, input);
    if (!found.ok) return found;
    const { request, world } = found.value;
    const evaluation = await evaluateForView(tx, actor.workspaceId, request, world);
    return ok(answer(await viewOf(tx, actor, found.value, evaluation), found.value, evaluation));
  });
}
