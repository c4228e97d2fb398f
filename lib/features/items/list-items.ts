import 'server-only';
import type { ItemList, ItemListQuery } from '@/lib/contracts/items';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { itemsOfKind } from '@/lib/domain/plan/snapshot';
import { factsOf } from '@/lib/domain/plan-query/facts';
import { formatFilter, type ItemFilter, parseFilter, withoutPart } from '@/lib/domain/plan-query/filter';
import type { GroupKey, SortKey } from '@/lib/domain/plan-query/list-keys';
import { groupOf, type ItemQuery, queryItems } from '@/lib/domain/plan-query/query-items';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { ok, type Result } from '@/lib/kit/result';
import { type OwnerNames, readOwnerNames } from '@/lib/store/owner-names';
import { cursorOf, placeOf } from '@/lib/store/page';
import { readPlanHistory } from '@/lib/store/plan-history';
import { type PlanAtError, readPlanAt } from '@/lib/store/read-plan-at';
import { countWatchesOfItems } from '@/lib/store/watch-counts';
import { itemRow } from './item-row';

/** A page of the items that fit a filter, from memory but for names and watchers; later pages stay on the first one's release. */
export async function listItems(
  actor: Actor,
  input: ItemListQuery & { plan: string },
): Promise<Result<ItemList, AccessDenied | PlanAtError>> {
  const allowed = can(actor, 'item.read');
  if (!allowed.ok) return allowed;
  const tx = prisma();
  const { workspaceId } = actor;
  const [fixed, offset] = placeFrom(input.cursor);
  const found = await readPlanAt(tx, workspaceId, input.plan, fixed ?? input.at);
  if (!found.ok) return found;
  const { plan, snapshot } = found.value;
  const [history, owners] = await Promise.all([
    readPlanHistory(tx, workspaceId, snapshot),
    readOwnerNames(tx, workspaceId),
  ]);
  const { filter, issues } = parseFilter([input.filter ?? '', input.q ?? ''].join(' '));
  const result = queryItems(snapshot, queryOf(input, filter), {
    me: actor,
    ownersNamed: owners.keysNamed,
    ownerNamed: owners.nameOfKey,
    releasedAt: (release) => history.releasedAt.get(release),
    now: now(),
  });
  const shown = result.items.slice(offset, offset + input.limit);
  const watches = await countWatchesOfItems(
    tx,
    workspaceId,
    plan.id,
    actor.userId,
    shown.map((item) => item.id),
  );
  const facts = factsOf(snapshot);
  const { group } = input;
  const rows = shown.map((item) => {
    const own = facts.get(item.id);
    return itemRow(item, { snapshot, history, owners, watches }, group && own ? groupOf(own, group) : '');
  });
  const end = offset + shown.length;
  return ok({
    items: rows,
    nextCursor: end < result.items.length ? cursorOf([snapshot.release, end]) : null,
    total: result.items.length,
    release: snapshot.release,
    releasedAt: history.releasedAt.get(snapshot.release)?.toISOString() ?? null,
    all: input.kind ? itemsOfKind(snapshot, input.kind).length : snapshot.items.size,
    groups: result.groups.map((one) => ({ ...one, label: group ? groupLabel(one.key, group, owners) : one.key })),
    issues: issues.map((issue) => ({ ...issue })),
    blocking: blockingPart(filter, result.blocking),
  });
}

function queryOf(input: ItemListQuery, filter: ItemFilter): ItemQuery {
  const descending = input.sort.startsWith('-');
  const sort = (descending ? input.sort.slice(1) : input.sort) as SortKey;
  return { kind: input.kind, filter, sort, descending, group: input.group ?? null };
}

function placeFrom(cursor: string | undefined): readonly [release: number | undefined, offset: number] {
  const [release, offset] = placeOf(cursor) ?? [];
  return typeof release === 'number' && typeof offset === 'number' && offset >= 0 ? [release, offset] : [undefined, 0];
}

const nothing: Record<GroupKey, string> = {
  category: 'No category',
  stage: 'No stage',
  owner: 'No owner',
  lifecycle: 'No lifecycle',
  namespace: 'No namespace',
};

function groupLabel(key: string, group: GroupKey, owners: OwnerNames): string {
  if (key === '') return nothing[group];
  return group === 'owner' ? owners.nameOfKey(key) : key;
}

function blockingPart(
  filter: ItemFilter,
  blocking: { readonly index: number; readonly found: number } | null,
): ItemList['blocking'] {
  if (!blocking) return null;
  const term = filter.terms[blocking.index];
  const word = filter.words[blocking.index - filter.terms.length];
  const part = term ? { terms: [term], words: [] } : { terms: [], words: word === undefined ? [] : [word] };
  return {
    part: formatFilter(part),
    without: formatFilter(withoutPart(filter, blocking.index)),
    found: blocking.found,
  };
}
