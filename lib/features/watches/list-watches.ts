import 'server-only';
import type { WatchList, WatchView } from '@/lib/contracts/watches';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { answersFor } from '@/lib/domain/impact/recipients-of';
import { fieldValue, qualifiedName } from '@/lib/domain/plan/item';
import type { Owner } from '@/lib/domain/plan/parts';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import { mentionOf } from '@/lib/domain/plan-query/item-ref';
import { targetText, targetWords, valueParts } from '@/lib/domain/watch/target';
import { prisma } from '@/lib/infra/db/client';
import { ok, type Result } from '@/lib/kit/result';
import { readChangeRequestRefs } from '@/lib/store/change-request-refs';
import { type OwnerNames, readOwnerNames } from '@/lib/store/owner-names';
import { listPlans, type Plan } from '@/lib/store/plans';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { listWatches as listRows, type Watch } from '@/lib/store/watches';

/** What the actor watches or has muted in the workspace, newest first, and what they hear of without. */
export async function listWatches(actor: Actor): Promise<Result<WatchList, AccessDenied>> {
  const allowed = can(actor, 'watch.read');
  if (!allowed.ok) return allowed;
  const tx = prisma();
  const { workspaceId } = actor;
  const rows = await listRows(tx, workspaceId, actor.userId);
  const owners = await readOwnerNames(tx, workspaceId);
  const muted = rows.filter((row) => row.targetKind === 'request').map((row) => row.targetId);
  const requests = await readChangeRequestRefs(tx, workspaceId, muted);
  const items: WatchView[] = [];
  const automatic: WatchList['automatic'] = [];
  for (const plan of await listPlans(tx, workspaceId, { archived: true })) {
    const snapshot = await loadSnapshot(tx, workspaceId, plan.id, plan.headRelease);
    automatic.push(...automaticOf(actor, plan, snapshot));
    const named = namesIn(plan, snapshot, owners, requests);
    for (const row of rows) if (row.planId === plan.id) items.push(viewOf(row, plan, snapshot, named, requests));
  }
  items.sort((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0));
  return ok({ items, automatic, nextCursor: null, total: items.length });
}

type Requests = ReadonlyMap<string, { readonly number: number; readonly title: string }>;

function viewOf(
  row: Watch,
  plan: Plan,
  snapshot: Snapshot,
  names: (id: string) => string,
  requests: Requests,
): WatchView {
  const { targetKind, targetId, level, createdAt } = row;
  const target = { kind: targetKind, id: targetId };
  const item = snapshot.items.get(targetKind === 'value' ? valueParts(targetId).propertyId : targetId);
  return {
    ...{ targetKind, targetId, level, planSlug: plan.slug, planName: plan.name },
    target: targetText(target),
    name: targetWords(target, names),
    item: item ? mentionOf(item) : null,
    requestNumber: requests.get(targetId)?.number ?? null,
    createdAt: createdAt.toISOString(),
  };
}

function namesIn(plan: Plan, snapshot: Snapshot, owners: OwnerNames, requests: Requests): (id: string) => string {
  return (id) => {
    const item = snapshot.items.get(id);
    const request = requests.get(id);
    if (item) return qualifiedName(item);
    if (id === plan.id) return plan.name;
    if (request) return `#${request.number} ${request.title}`;
    const owner = owners.nameOfId(id);
    return owner === id ? 'something that is no longer in the plan' : owner;
  };
}

function automaticOf(actor: Actor, plan: Plan, snapshot: Snapshot): WatchList['automatic'] {
  const counts = { own: 0, consumer: 0 };
  for (const item of snapshot.items.values()) {
    const owner = fieldValue(item, 'owner') as Owner | null;
    if (owner && answersFor({ id: actor.userId, teamIds: actor.teamIds }, owner))
      counts[item.kind === 'consumer' ? 'consumer' : 'own'] += 1;
  }
  return (['own', 'consumer'] as const).flatMap((reason) =>
    counts[reason] > 0 ? [{ reason, planSlug: plan.slug, planName: plan.name, count: counts[reason] }] : [],
  );
}
