import 'server-only';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import type { Action } from '@/lib/domain/access/actions';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import type { MoveContext, Moved, MoveError } from '@/lib/domain/review/move';
import { now } from '@/lib/infra/clock';
import { inTransaction, type Tx } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import type { LoadedChangeRequest } from '@/lib/store/change-request-json';
import { lockChangeRequest, saveChangeRequest } from '@/lib/store/change-requests';
import { type Plan, readPlan } from '@/lib/store/plans';
import { noteAsks } from '@/lib/store/review-asks';
import { recordMove } from './record-move';
import { requestView } from './request-view';
import { type PolicyUnreadable, readWorld } from './world';

/** Where a request stands, and the version its reader saw. */
export interface RequestPlace {
  readonly plan: string;
  readonly number: number;
  readonly ifMatch?: number | undefined;
}

/** Why a move on a request fails, whichever move it is. */
export type RequestError =
  | AccessDenied
  | PolicyUnreadable
  | (MoveError & { readonly detail: string })
  | { readonly code: 'plan.not-found' }
  | { readonly code: 'change-request.not-found' }
  | { readonly code: 'change-request.stale' }
  | { readonly code: 'conflict' };

/** A request under its lock with all that a decision needs. */
export interface Opened {
  readonly plan: Plan;
  readonly before: LoadedChangeRequest;
  readonly context: MoveContext;
}

/** Locks a request and reads the world around it; a stranger's number and another workspace's are the same: not found. */
export async function openRequest(tx: Tx, actor: Actor, place: RequestPlace): Promise<Result<Opened, RequestError>> {
  const plan = await readPlan(tx, actor.workspaceId, place.plan);
  if (!plan) return err({ code: 'plan.not-found' });
  const before = await lockChangeRequest(tx, actor.workspaceId, plan.id, place.number);
  if (!before) return err({ code: 'change-request.not-found' });
  if (place.ifMatch !== undefined && place.ifMatch !== before.lockVersion) return err({ code: 'change-request.stale' });
  const world = await readWorld(tx, plan);
  if (!world.ok) return world;
  const person = world.value.people.persons.get(actor.userId);
  if (!person) return err({ code: 'access.denied', action: 'change-request.read', needs: 'viewer' });
  return ok({ plan, before, context: { actor: person, at: now().toISOString(), world: world.value } });
}

/** Allow, lock, decide, write, tell: the way of every move on a request but the merge. */
export async function makeMove<E extends object>(
  actor: Actor,
  place: RequestPlace,
  action: Action,
  decide: (opened: Opened, tx: Tx) => Result<Moved, E> | Promise<Result<Moved, E>>,
  /** What else happens with the move, once it is stored. */
  alongside: (opened: Opened, tx: Tx) => Promise<void> = async () => undefined,
): Promise<Result<ChangeRequestView, RequestError | (E & { detail: string })>> {
  const allowed = can(actor, action);
  if (!allowed.ok) return allowed;
  return inTransaction<Result<ChangeRequestView, RequestError | (E & { detail: string })>>(async (tx) => {
    const opened = await openRequest(tx, actor, place);
    if (!opened.ok) return opened;
    const { plan, before, context } = opened.value;
    const moved = await decide(opened.value, tx);
    if (!moved.ok) return err(withDetail(moved.error));
    if (moved.value.request !== before) {
      if (!(await saveMove(tx, actor, opened.value, moved.value))) return err({ code: 'conflict' });
      await recordMove(tx, actor, plan, moved.value);
      await alongside(opened.value, tx);
    }
    return ok(await requestView(tx, actor, plan, place.number, context.world));
  });
}

/** Stores what a move made of the request. @returns false when somebody else was faster */
export async function saveMove(tx: Tx, actor: Actor, opened: Opened, moved: Moved): Promise<boolean> {
  const closed = moved.events.find((event) => event.type === 'change-request.closed');
  const saved = await saveChangeRequest(tx, actor.workspaceId, opened.before, moved.request, {
    at: new Date(opened.context.at),
    ...(closed ? { closed: { by: actor.userId, reason: closed.reason } } : {}),
  });
  if (saved) await noteAsks(tx, actor.workspaceId, opened.before.id, moved.events);
  return saved;
}

/** The error with its words where the API shows them. */
export function withDetail<E extends object>(error: E): E & { detail: string } {
  return { ...error, detail: 'words' in error && typeof error.words === 'string' ? error.words : '' };
}
