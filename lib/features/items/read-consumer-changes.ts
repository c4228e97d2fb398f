import 'server-only';
import { itemDifferences } from '@/lib/contracts/item-differences';
import type { ConsumerChanges } from '@/lib/contracts/item-extras';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { diffPlans } from '@/lib/domain/diff/diff-plans';
import { reachedConsumers } from '@/lib/domain/impact/reached-consumers';
import { itemOfKind } from '@/lib/domain/plan/snapshot';
import { claimsByVersion } from '@/lib/domain/significance/claims-by-version';
import { classifyPlanDiff } from '@/lib/domain/significance/classify-plan-diff';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { readLastAcknowledgement } from '@/lib/store/acknowledgements';
import { readOwnerNames } from '@/lib/store/owner-names';
import { readPlanHistory } from '@/lib/store/plan-history';
import { type At, type PlanAtError, readPlanAt } from '@/lib/store/read-plan-at';
import { listRevisions } from '@/lib/store/revisions';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { releaseRef } from './item-row';

/** What changed under a consumer since somebody last acknowledged a change for it, or else since it was added. */
export async function readConsumerChanges(
  actor: Actor,
  input: { plan: string; item: string; at?: At },
): Promise<Result<ConsumerChanges, AccessDenied | PlanAtError | { code: 'item.not-found' }>> {
  const allowed = can(actor, 'item.read');
  if (!allowed.ok) return allowed;
  const tx = prisma();
  const { workspaceId } = actor;
  const opened = await readPlanAt(tx, workspaceId, input.plan, input.at);
  if (!opened.ok) return opened;
  const { plan, snapshot } = opened.value;
  const consumer = itemOfKind(snapshot, 'consumer', input.item);
  if (!consumer) return err({ code: 'item.not-found' });
  const said = await readLastAcknowledgement(tx, workspaceId, consumer.id, snapshot.release);
  const [first] = said ? [] : await listRevisions(tx, workspaceId, consumer.id);
  const since = said?.release ?? first?.fromRelease ?? snapshot.release;
  const before = await loadSnapshot(tx, workspaceId, plan.id, since);
  const differences = diffPlans(before, snapshot);
  const changes = classifyPlanDiff(before, snapshot, differences, claimsByVersion(before, snapshot, differences));
  // What it uses now counts, also when it began to use it since.
  const reached = reachedConsumers(snapshot, changes, now().toISOString().slice(0, 10)).find(
    (one) => one.consumerId === consumer.id,
  );
  const ids = new Set(reached?.itemIds ?? []);
  const [history, owners] = await Promise.all([
    readPlanHistory(tx, workspaceId, snapshot),
    readOwnerNames(tx, workspaceId),
  ]);
  const names = (id: string) => (snapshot.items.get(id) ?? before.items.get(id))?.name ?? owners.nameOfId(id);
  return ok({
    since: {
      release: releaseRef(since, history),
      by: said ? { name: said.name, at: said.at.toISOString() } : null,
    },
    why: reached?.why ?? '',
    items: changes
      .filter((change) => ids.has(change.itemId) && change.differences.length > 0)
      .map((change) => itemDifferences(change, before, snapshot, names)),
  });
}
