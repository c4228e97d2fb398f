import 'server-only';
import type { Following, RolloutCellView, RolloutView } from '@/lib/contracts/rollout';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { qualifiedName } from '@/lib/domain/plan/item';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import { effectiveOn, isLive, planned } from '@/lib/domain/rollout/rollout';
import { rolloutTargets, sourcesSending } from '@/lib/domain/rollout/targets';
import { prisma } from '@/lib/infra/db/client';
import type { Tx } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { readOwnerNames } from '@/lib/store/owner-names';
import { type Plan, readPlan } from '@/lib/store/plans';
import {
  listReleasedChanges,
  listRemovedEventsOf,
  listRollout,
  type ReleasedChange,
  type RolloutCell,
} from '@/lib/store/rollout';
import { loadSnapshot } from '@/lib/store/snapshot-cache';

export type RolloutFailure =
  | AccessDenied
  | { readonly code: 'plan.not-found' }
  | { readonly code: 'release.not-found' }
  | { readonly code: 'item.not-found' };

/** The rollout of one release: what it changed, by the sources in whose code that has to follow. */
export async function readRollout(
  actor: Actor,
  input: { readonly plan: string; readonly number: number },
): Promise<Result<RolloutView, RolloutFailure>> {
  const allowed = can(actor, 'rollout.read');
  if (!allowed.ok) return allowed;
  const tx = prisma();
  const plan = await readPlan(tx, actor.workspaceId, input.plan);
  if (!plan) return err({ code: 'plan.not-found' });
  if (input.number < 1 || input.number > plan.headRelease) return err({ code: 'release.not-found' });
  return ok(await rolloutView(tx, plan, input.number));
}

/** The table of a release as it stands. */
export async function rolloutView(tx: Tx, plan: Plan, release: number): Promise<RolloutView> {
  const { workspaceId, id: planId } = plan;
  const changes = await listReleasedChanges(tx, workspaceId, planId, { release });
  const before = await loadSnapshot(tx, workspaceId, planId, release - 1);
  const after = await loadSnapshot(tx, workspaceId, planId, release);
  const names = (await readOwnerNames(tx, workspaceId)).nameOfId;
  const set = byPlace(await listRollout(tx, workspaceId, planId, { release }));
  const cells = changes.flatMap((change) =>
    rolloutTargets(before, after, change.itemId).map((sourceId) =>
      cellView(set.get(placeOf(release, change.itemId, sourceId)), change.itemId, sourceId, names),
    ),
  );
  const shown = new Set(cells.map((cell) => cell.itemId));
  return {
    release,
    items: changes
      .filter(({ itemId }) => shown.has(itemId))
      .map(({ itemId, kind, name, operation }) => ({ id: itemId, kind, name, operation })),
    sources: [...new Set(cells.map((cell) => cell.sourceId))].map((id) => sourceOf([after, before], id)).sort(byName),
    cells,
  };
}

/** What still has to follow in a source's code, or every change of an item with how it stands in each source. */
export async function readFollowing(
  actor: Actor,
  input: { readonly plan: string; readonly source?: string | undefined; readonly item?: string | undefined },
): Promise<Result<Following, RolloutFailure>> {
  const allowed = can(actor, 'rollout.read');
  if (!allowed.ok) return allowed;
  const tx = prisma();
  const { workspaceId } = actor;
  const plan = await readPlan(tx, workspaceId, input.plan);
  if (!plan) return err({ code: 'plan.not-found' });
  const head = await loadSnapshot(tx, workspaceId, plan.id, plan.headRelease);
  const names = (await readOwnerNames(tx, workspaceId)).nameOfId;
  if (input.item !== undefined) return ok({ items: await changesOfItem(tx, plan, head, names, input.item) });
  if (input.source === undefined || head.items.get(input.source)?.kind !== 'source')
    return err({ code: 'item.not-found' });
  return ok({ items: await pendingIn(tx, plan, head, names, input.source) });
}

async function changesOfItem(tx: Tx, plan: Plan, head: Snapshot, names: (id: string) => string, itemId: string) {
  const { workspaceId, id: planId } = plan;
  const changes = await listReleasedChanges(tx, workspaceId, planId, { itemIds: [itemId] });
  const set = byPlace(await listRollout(tx, workspaceId, planId, { itemId }));
  const rows: Following['items'] = [];
  for (const change of changes) {
    const sources = await targetsOf(tx, plan, head, change);
    for (const source of sources.sort(byName)) {
      const known = set.get(placeOf(change.release, itemId, source.id));
      rows.push(rowOf(change, source, cellView(known, itemId, source.id, names)));
    }
  }
  return rows;
}

/** An event names its sources itself; for those of a property, and for a source that is gone, the plan of that time is read. */
async function targetsOf(tx: Tx, { workspaceId, id: planId }: Plan, head: Snapshot, change: ReleasedChange) {
  const named = [...new Set([...(change.sources ?? []), ...(change.sourcesBefore ?? [])])];
  if (change.kind === 'event' && named.every((id) => head.items.has(id)))
    return named.map((id) => sourceOf([head], id));
  const before = await loadSnapshot(tx, workspaceId, planId, change.release - 1);
  const after = await loadSnapshot(tx, workspaceId, planId, change.release);
  return rolloutTargets(before, after, change.itemId).map((id) => sourceOf([head, after, before], id));
}

/** Changes newer than the last one that is live in the source; what was written as live to begin with is no debt. */
async function pendingIn(tx: Tx, plan: Plan, head: Snapshot, names: (id: string) => string, sourceId: string) {
  const { workspaceId, id: planId } = plan;
  const sent = [...head.items.values()]
    .filter((item) => item.kind === 'event' || item.kind === 'property')
    .filter((item) => sourcesSending(head, item.id).has(sourceId))
    .map((item) => item.id);
  const removed = await listRemovedEventsOf(tx, workspaceId, planId, sourceId);
  const changes = await listReleasedChanges(tx, workspaceId, planId, { itemIds: [...sent, ...removed] });
  const set = byPlace(await listRollout(tx, workspaceId, planId, { sourceId }));
  const source = sourceOf([head], sourceId);
  const rows: Following['items'] = [];
  for (const list of Map.groupBy(changes, (change) => change.itemId).values()) {
    const open: Following['items'] = [];
    for (const change of list) {
      const known = set.get(placeOf(change.release, change.itemId, sourceId));
      if ((known && isLive(known)) || (!known && change.operation === 'added' && change.lifecycle !== 'planned'))
        open.length = 0;
      else open.push(rowOf(change, source, cellView(known, change.itemId, sourceId, names)));
    }
    rows.push(...open);
  }
  return rows.sort((a, b) => b.release - a.release);
}

function rowOf(change: ReleasedChange, source: Following['items'][number]['source'], cell: RolloutCellView) {
  const { release, at, number, title, itemId, kind, name, operation } = change;
  return {
    release,
    mergedAt: at.toISOString(),
    request: { number, title },
    item: { id: itemId, kind, name },
    operation,
    source,
    cell,
  };
}

function cellView(
  cell: RolloutCell | undefined,
  itemId: string,
  sourceId: string,
  names: (id: string) => string,
): RolloutCellView {
  const { state, version, releasedOn, seenOn, note } = cell ?? planned;
  return {
    ...{ itemId, sourceId, state, version, releasedOn, seenOn, note },
    effectiveOn: effectiveOn({ releasedOn, seenOn }),
    step: cell?.step ?? 0,
    by: cell ? { id: cell.by, name: names(cell.by) === cell.by ? 'a former member' : names(cell.by) } : null,
    at: cell?.at.toISOString() ?? null,
  };
}

function sourceOf(snapshots: readonly Snapshot[], id: string) {
  for (const snapshot of snapshots) {
    const item = snapshot.items.get(id);
    if (item?.kind === 'source')
      return { id, kind: 'source' as const, name: item.content.displayName || qualifiedName(item) };
  }
  return { id, kind: 'source' as const, name: 'a former source' };
}

const byName = (a: { readonly name: string }, b: { readonly name: string }) => a.name.localeCompare(b.name);

const placeOf = (release: number, itemId: string, sourceId: string) => `${release} ${itemId} ${sourceId}`;

function byPlace(cells: readonly RolloutCell[]): Map<string, RolloutCell> {
  return new Map(cells.map((cell) => [placeOf(cell.release, cell.itemId, cell.sourceId), cell]));
}
