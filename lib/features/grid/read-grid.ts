import 'server-only';
import type * as z from 'zod';
import { type GridView, type gridAskSchema, mostGridRows } from '@/lib/contracts/grid';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { readGridRows } from '@/lib/domain/grid/read-rows';
import { type Item, qualifiedName } from '@/lib/domain/plan/item';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { itemsOfKind, overlay, type Snapshot } from '@/lib/domain/plan/snapshot';
import { parseFilter } from '@/lib/domain/plan-query/filter';
import { queryItems } from '@/lib/domain/plan-query/query-items';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import type { LoadedChangeRequest } from '@/lib/store/change-request-json';
import { readChangeRequest } from '@/lib/store/change-requests';
import { listPeople } from '@/lib/store/memberships';
import { readOwnerNames } from '@/lib/store/owner-names';
import { readPlanHistory } from '@/lib/store/plan-history';
import { type PlanAtError, readPlanAt } from '@/lib/store/read-plan-at';
import { listTeams } from '@/lib/store/teams';

type Ask = { plan: string } & z.output<typeof gridAskSchema>;

/** The rows of a grid: items of a kind or their property uses, as a change request has them, beside what the plan says. */
export async function readGrid(
  actor: Actor,
  input: Ask,
): Promise<Result<GridView, AccessDenied | PlanAtError | { readonly code: 'change-request.not-found' }>> {
  const allowed = can(actor, 'item.read');
  if (!allowed.ok) return allowed;
  const tx = prisma();
  const { workspaceId } = actor;
  const opened = await readPlanAt(tx, workspaceId, input.plan, undefined);
  if (!opened.ok) return opened;
  const { plan, snapshot: head } = opened.value;
  const request = input.number === null ? null : await readChangeRequest(tx, workspaceId, plan.id, input.number);
  if (request === undefined) return err({ code: 'change-request.not-found' });
  const [people, teams] = [await listPeople(tx, workspaceId), await listTeams(tx, workspaceId, { archived: false })];
  const snapshot = request ? overlay(head, request.changes) : head;
  const rows = readGridRows(await chosenItems(actor, input, snapshot, head, request), input.rows, snapshot, head);
  const choices = (kind: ItemKind) =>
    itemsOfKind(snapshot, kind).map((item) => ({ id: item.id, name: qualifiedName(item) }));
  return ok({
    release: head.release,
    request: request && {
      number: request.number,
      title: request.title,
      lockVersion: request.lockVersion,
      whyNot: whyNot(actor, request),
    },
    rows: rows.slice(0, mostGridRows).map(({ before, ...row }) => ({
      ...row,
      fields: { ...row.fields },
      ...(before === undefined ? {} : { before: before && { ...before } }),
    })),
    total: rows.length,
    names: {
      owners: [
        ...teams.map(({ id, name }) => ({ id: `team:${id}`, name })),
        ...people.map(({ userId, name }) => ({ id: `person:${userId}`, name })),
      ],
      sources: choices('source'),
      destinations: choices('destination'),
      groups: choices('property-group'),
      items: choices(input.kind),
      stages: [...plan.stages],
    },
  });
}

function whyNot(actor: Actor, request: LoadedChangeRequest): string | null {
  if (request.status === 'merged') return 'It is merged and takes no more edits.';
  if (request.status === 'closed') return 'It is closed and takes no edits.';
  return actor.role === 'viewer' && request.authorId !== actor.userId
    ? 'A viewer edits their own proposals only.'
    : null;
}

async function chosenItems(
  actor: Actor,
  input: Ask,
  snapshot: Snapshot,
  head: Snapshot,
  request: LoadedChangeRequest | null,
): Promise<readonly Item[]> {
  const { kind, itemIds, only } = input;
  const touched = new Set(request?.changes.map((change) => change.itemId));
  if (only === 'request') return itemsOfKind(snapshot, kind).filter((item) => touched.has(item.id));
  if (itemIds !== null) {
    const wanted = new Set(itemIds);
    // What is new in the request belongs to the rows that were made in the grid.
    return itemsOfKind(snapshot, kind).filter((item) => wanted.has(item.id) || !head.items.has(item.id));
  }
  if (input.filter === '') return itemsOfKind(snapshot, kind);
  const tx = prisma();
  const [history, owners] = await Promise.all([
    readPlanHistory(tx, actor.workspaceId, head),
    readOwnerNames(tx, actor.workspaceId),
  ]);
  const { filter } = parseFilter(input.filter);
  const found = queryItems(
    head,
    { kind, filter, sort: 'name', descending: false, group: null },
    {
      me: actor,
      ownersNamed: owners.keysNamed,
      ownerNamed: owners.nameOfKey,
      releasedAt: (release) => history.releasedAt.get(release),
      now: now(),
    },
  );
  const wanted = new Set(found.items.map((item) => item.id));
  // The filter is asked of the plan, so that a row does not leave while it is being edited.
  return itemsOfKind(snapshot, kind).filter((item) => wanted.has(item.id) || !head.items.has(item.id));
}
