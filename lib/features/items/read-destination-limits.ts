import 'server-only';
import type { DestinationLimits } from '@/lib/contracts/item-extras';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { checkDestination } from '@/lib/domain/destination-limits/check-destination';
import { itemOfKind } from '@/lib/domain/plan/snapshot';
import { mentionOf } from '@/lib/domain/plan-query/item-ref';
import { prisma } from '@/lib/infra/db/client';
import { readPattern } from '@/lib/infra/patterns';
import { err, ok, type Result } from '@/lib/kit/result';
import { type At, type PlanAtError, readPlanAt } from '@/lib/store/read-plan-at';

const most = 500;

/** The limits of a destination, and what is sent to it against them. */
export async function readDestinationLimits(
  actor: Actor,
  input: { plan: string; item: string; at?: At },
): Promise<Result<DestinationLimits, AccessDenied | PlanAtError | { code: 'item.not-found' }>> {
  const allowed = can(actor, 'item.read');
  if (!allowed.ok) return allowed;
  const opened = await readPlanAt(prisma(), actor.workspaceId, input.plan, input.at);
  if (!opened.ok) return opened;
  const { snapshot } = opened.value;
  const destination = itemOfKind(snapshot, 'destination', input.item);
  if (!destination) return err({ code: 'item.not-found' });
  const { service, limits, events, properties, violations } = checkDestination(snapshot, destination, readPattern);
  return ok({
    service,
    limits: [...limits],
    events,
    properties,
    violations: violations.slice(0, most).flatMap(({ itemId, sentAs, words }) => {
      const item = snapshot.items.get(itemId);
      return item ? [{ item: mentionOf(item), sentAs, words }] : [];
    }),
    total: violations.length,
  });
}
