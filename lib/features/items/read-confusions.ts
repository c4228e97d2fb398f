import 'server-only';
import type { Confusions } from '@/lib/contracts/item-extras';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import type { Revision } from '@/lib/domain/plan/item';
import { referrers } from '@/lib/domain/plan/references';
import { itemOfKind, type Snapshot } from '@/lib/domain/plan/snapshot';
import { confusableEvents } from '@/lib/domain/plan-query/confusable';
import { mentionOf } from '@/lib/domain/plan-query/item-ref';
import { resolvedUses } from '@/lib/domain/plan-query/resolved-uses';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { type At, type PlanAtError, readPlanAt } from '@/lib/store/read-plan-at';

const most = 3;

/** The events that are easily taken for one, beside it. */
export async function readConfusions(
  actor: Actor,
  input: { plan: string; item: string; at?: At },
): Promise<Result<Confusions, AccessDenied | PlanAtError | { code: 'item.not-found' }>> {
  const allowed = can(actor, 'item.read');
  if (!allowed.ok) return allowed;
  const opened = await readPlanAt(prisma(), actor.workspaceId, input.plan, input.at);
  if (!opened.ok) return opened;
  const { snapshot } = opened.value;
  const event = itemOfKind(snapshot, 'event', input.item);
  if (!event) return err({ code: 'item.not-found' });
  const others = confusableEvents(snapshot, event, most);
  const all = [event, ...others.map((one) => one.event)];
  const carried = all.map((one) => resolvedUses(snapshot, one).map(({ property }) => property.name));
  const inAll = new Set((carried[0] ?? []).filter((name) => carried.every((names) => names.includes(name))));
  const column = (one: Revision<'event'>) => compared(snapshot, one, inAll);
  return ok({ own: column(event), others: others.map((one) => ({ ...column(one.event), because: [...one.because] })) });
}

function compared(snapshot: Snapshot, event: Revision<'event'>, inAll: ReadonlySet<string>): Confusions['own'] {
  const { meaning, firesWhen, doesNotCount, sources } = event.content;
  const pointers = [...(referrers(snapshot).get(event.id) ?? [])];
  return {
    item: mentionOf(event),
    meaning,
    firesWhen,
    doesNotCount,
    sources: sources.flatMap((id) => itemOfKind(snapshot, 'source', id)?.name ?? []),
    consumers: pointers.filter((id) => itemOfKind(snapshot, 'consumer', id)).length,
    onlySome: resolvedUses(snapshot, event)
      .map(({ property }) => property.name)
      .filter((name) => !inAll.has(name)),
  };
}
