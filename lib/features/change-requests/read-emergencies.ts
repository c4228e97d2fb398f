import 'server-only';
import type { EmergencyView } from '@/lib/contracts/emergency-merges';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import type { MoveContext } from '@/lib/domain/review/move';
import { now } from '@/lib/infra/clock';
import { inTransaction } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { readChangeRequestsById } from '@/lib/store/change-requests';
import { listEmergencies } from '@/lib/store/emergency-merges';
import { readPlan } from '@/lib/store/plans';
import { emergencyView } from './emergency-view';
import type { RequestError, RequestPlace } from './make-move';
import { findRequest } from './read-change-request';
import { readWorld } from './world';

/** What a plan's pages warn of: emergency merges that wait for a second person, and those nobody has reviewed since. */
export async function listOpenEmergencies(
  actor: Actor,
  input: { readonly plan: string },
): Promise<Result<{ items: EmergencyView[] }, RequestError>> {
  const allowed = can(actor, 'emergency.read');
  if (!allowed.ok) return allowed;
  return inTransaction<Result<{ items: EmergencyView[] }, RequestError>>(async (tx) => {
    const plan = await readPlan(tx, actor.workspaceId, input.plan);
    if (!plan) return err({ code: 'plan.not-found' });
    const merges = await listEmergencies(tx, actor.workspaceId, { planId: plan.id, openAt: now() });
    // Nearly always there are none, and then nothing else is read.
    if (merges.length === 0) return ok({ items: [] });
    const world = await readWorld(tx, plan);
    if (!world.ok) return world;
    const person = world.value.people.persons.get(actor.userId);
    if (!person) return err({ code: 'access.denied', action: 'emergency.read', needs: 'viewer' });
    const context: MoveContext = { actor: person, at: now().toISOString(), world: world.value };
    const ids = merges.map((merge) => merge.request.id);
    const requests = await readChangeRequestsById(tx, actor.workspaceId, ids);
    return ok({
      items: merges.flatMap((merge) => {
        const request = requests.get(merge.request.id);
        return request ? [emergencyView(merge, request, context)] : [];
      }),
    });
  });
}

/** The emergency merges of one request, newest first. */
export async function readEmergencies(
  actor: Actor,
  input: RequestPlace,
): Promise<Result<{ items: EmergencyView[] }, RequestError>> {
  const allowed = can(actor, 'emergency.read');
  if (!allowed.ok) return allowed;
  return inTransaction<Result<{ items: EmergencyView[] }, RequestError>>(async (tx) => {
    const found = await findRequest(tx, actor, input);
    if (!found.ok) return found;
    const { plan, request, world } = found.value;
    const person = world.people.persons.get(actor.userId);
    if (!person) return err({ code: 'access.denied', action: 'emergency.read', needs: 'viewer' });
    const context: MoveContext = { actor: person, at: now().toISOString(), world };
    const merges = await listEmergencies(tx, actor.workspaceId, { planId: plan.id, changeRequestId: request.id });
    const items = merges.map((merge) => emergencyView(merge, request, context));
    return ok({ items });
  });
}
