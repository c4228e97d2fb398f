import 'server-only';
import type { ChangeRequest, ChangeRequestOrigin, ChangeRequestStatus } from '../domain/review/change-request';
import { now } from '../infra/clock';
import type { Tx } from '../infra/db/transaction';
import { type LoadedChangeRequest, parseRequest, requestJson } from './change-request-json';
import { saveChanges } from './changes';
import { toJson } from './json';
import { setTicks } from './review-settings';
import { addContributors, addStatements, setReviewers } from './verdicts';
import { enumOf } from './words';

/** The change request of a number in a plan with everything said about it, read in one query. */
export async function readChangeRequest(
  tx: Tx,
  workspaceId: string,
  planId: string,
  number: number,
): Promise<LoadedChangeRequest | undefined> {
  const [row] = await tx.$queryRaw<{ request: string }[]>`
    select ${requestJson}::text as request from change_requests cr
    where cr.plan_id = ${planId} and cr.number = ${number} and cr.workspace_id = ${workspaceId}`;
  return row && parseRequest(row.request);
}

/** The change request of an id. */
export async function readChangeRequestById(
  tx: Tx,
  workspaceId: string,
  id: string,
): Promise<LoadedChangeRequest | undefined> {
  const [row] = await tx.$queryRaw<{ request: string }[]>`
    select ${requestJson}::text as request from change_requests cr where cr.id = ${id} and cr.workspace_id = ${workspaceId}`;
  return row && parseRequest(row.request);
}

/** The change requests of some ids, in one query. */
export async function readChangeRequestsById(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, LoadedChangeRequest>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; request: string }[]>`
    select cr.id, ${requestJson}::text as request from change_requests cr
    where cr.id = any(${[...ids]}) and cr.workspace_id = ${workspaceId}`;
  return new Map(rows.map((row) => [row.id, parseRequest(row.request)]));
}

/** The same with its row locked until the transaction ends: lock, read, then decide. Take the plan's lock after it. */
export async function lockChangeRequest(
  tx: Tx,
  workspaceId: string,
  planId: string,
  number: number,
): Promise<LoadedChangeRequest | undefined> {
  await tx.$queryRaw`
    select id from change_requests
    where plan_id = ${planId} and number = ${number} and workspace_id = ${workspaceId} for no key update`;
  return readChangeRequest(tx, workspaceId, planId, number);
}

/** A new change request without changes; its author is its first contributor. */
export interface NewChangeRequest {
  readonly id: string;
  readonly planId: string;
  readonly number: number;
  readonly title: string;
  readonly reason: string;
  readonly origin: ChangeRequestOrigin;
  /** What the origin needs to remember, such as the release that is reverted. */
  readonly originDetail?: unknown;
  readonly authorId: string;
  readonly baseRelease: number;
  readonly status?: ChangeRequestStatus;
  readonly createdAt: Date;
}

/** Stores a change request; its changes follow by `saveChangeRequest`. */
export async function createChangeRequest(tx: Tx, workspaceId: string, request: NewChangeRequest): Promise<void> {
  const { originDetail, status, ...rest } = request;
  await tx.changeRequest.createMany({
    data: [
      {
        ...rest,
        workspaceId,
        updatedAt: request.createdAt,
        status: enumOf(status ?? 'draft'),
        ...(originDetail === undefined ? {} : { originDetail: toJson(originDetail) }),
      },
    ],
  });
  await addContributors(tx, workspaceId, request.id, [{ userId: request.authorId, how: 'author' }], request.createdAt);
}

/** When a save happens, and what closing it needs. */
export interface SaveOptions {
  readonly at: Date;
  readonly closed?: { readonly by: string; readonly reason: string };
}

/**
 * Writes what a move made of a change request: the guarded row first, then changes that differ and whatever was added to
 * its append-only lists. @returns false, with nothing written, when somebody wrote it since `before` was read
 */
export async function saveChangeRequest(
  tx: Tx,
  workspaceId: string,
  before: ChangeRequest,
  after: ChangeRequest,
  options: SaveOptions = { at: now() },
): Promise<boolean> {
  const { id, planId } = before;
  const saved = await tx.changeRequest.updateMany({
    where: { id, workspaceId, lockVersion: before.lockVersion },
    data: {
      title: after.title,
      reason: after.reason,
      status: enumOf(after.status),
      baseRelease: after.baseRelease,
      mergedRelease: after.mergedRelease,
      takenOverById: after.takenOverBy,
      updatedAt: options.at,
      lockVersion: { increment: 1 },
      ...momentsOf(before.status, after.status, options),
    },
  });
  if (saved.count !== 1) return false;
  await saveChanges(tx, workspaceId, { id, planId }, before.changes, after.changes, options.at);
  const known = new Set(before.contributors);
  const joined = after.contributors.filter((userId) => !known.has(userId));
  const how = (userId: string) => (userId === after.takenOverBy ? 'take-over' : 'edit');
  await addContributors(
    tx,
    workspaceId,
    id,
    joined.map((userId) => ({ userId, how: how(userId) })),
    options.at,
  );
  await addStatements(tx, workspaceId, before, after);
  await setTicks(tx, workspaceId, before, after);
  await setReviewers(tx, workspaceId, id, before.reviewerIds, after.reviewerIds, options.at);
  return true;
}

function momentsOf(before: ChangeRequestStatus, after: ChangeRequestStatus, { at, closed }: SaveOptions) {
  return {
    ...(before === 'draft' && after !== 'draft' && after !== 'closed' ? { submittedAt: at } : {}),
    ...(before !== 'merged' && after === 'merged' ? { mergedAt: at } : {}),
    ...(before !== 'closed' && after === 'closed'
      ? { closedAt: at, closedById: closed?.by ?? null, closeReason: closed?.reason ?? null }
      : {}),
    ...(before === 'closed' && after !== 'closed' ? { closedAt: null, closedById: null, closeReason: null } : {}),
  };
}
