import 'server-only';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import type { World } from '@/lib/domain/review/assess';
import { inTransaction, type Tx } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import type { LoadedChangeRequest } from '@/lib/store/change-request-json';
import { readChangeRequest } from '@/lib/store/change-requests';
import { type Plan, readPlan } from '@/lib/store/plans';
import { evaluateForView } from './kept-evaluations';
import type { RequestError, RequestPlace } from './make-move';
import { requestView } from './request-view';
import { readWorld } from './world';

/** A request with its plan and the world around it, as a reader finds them. */
export interface Found {
  readonly plan: Plan;
  readonly request: LoadedChangeRequest;
  readonly world: World;
}

/** Finds a request for reading; without a lock. */
export async function findRequest(tx: Tx, actor: Actor, place: RequestPlace): Promise<Result<Found, RequestError>> {
  const plan = await readPlan(tx, actor.workspaceId, place.plan);
  if (!plan) return err({ code: 'plan.not-found' });
  const request = await readChangeRequest(tx, actor.workspaceId, plan.id, place.number);
  if (!request) return err({ code: 'change-request.not-found' });
  const world = await readWorld(tx, plan);
  return world.ok ? ok({ plan, request, world: world.value }) : world;
}

/** Everything a review shows but the diffs. */
export async function readChangeRequestView(
  actor: Actor,
  input: RequestPlace,
): Promise<Result<ChangeRequestView, RequestError>> {
  const allowed = can(actor, 'change-request.read');
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const found = await findRequest(tx, actor, input);
    if (!found.ok) return found;
    return ok(await requestView(tx, actor, found.value.plan, input.number, found.value.world, evaluateForView));
  });
}
