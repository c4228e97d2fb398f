import 'server-only';
import type { EmergencyAsk, PassedBy } from '../domain/review/emergency';
import type { Prisma } from '../infra/db/generated/client';
import type { Tx } from '../infra/db/transaction';
import { toJson } from './json';

/** An emergency merge as it is kept: asked for, and by now perhaps withdrawn, merged and reviewed. */
export interface EmergencyMerge extends EmergencyAsk {
  readonly request: { readonly id: string; readonly number: number; readonly title: string };
  readonly withdrawnAt: Date | null;
  readonly confirmedBy: string | null;
  readonly mergedRelease: number | null;
  readonly mergedAt: Date | null;
  readonly reviewedBy: string | null;
  readonly reviewedAt: Date | null;
  readonly reviewNote: string;
}

const fields = {
  id: true,
  askedById: true,
  reason: true,
  covers: true,
  missing: true,
  createdAt: true,
  expiresAt: true,
  withdrawnAt: true,
  confirmedById: true,
  mergedRelease: true,
  mergedAt: true,
  reviewedById: true,
  reviewedAt: true,
  reviewNote: true,
  changeRequest: { select: { id: true, number: true, title: true } },
} satisfies Prisma.EmergencyMergeSelect;
type Row = Prisma.EmergencyMergeGetPayload<{ select: typeof fields }>;

function toEmergency(row: Row): EmergencyMerge {
  const { askedById, confirmedById, reviewedById, changeRequest, createdAt, expiresAt, covers, missing, ...rest } = row;
  return {
    ...rest,
    askedBy: askedById,
    confirmedBy: confirmedById,
    reviewedBy: reviewedById,
    request: changeRequest,
    at: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    covers: covers as unknown as EmergencyAsk['covers'],
    missing: missing as unknown as PassedBy[],
  };
}

/** Those of a plan that somebody still has to act on, or all of one request, newest first. */
export async function listEmergencies(
  tx: Tx,
  workspaceId: string,
  wanted: { readonly planId: string; readonly changeRequestId?: string; readonly openAt?: Date },
): Promise<EmergencyMerge[]> {
  const { planId, changeRequestId, openAt } = wanted;
  const open = openAt
    ? {
        withdrawnAt: null,
        reviewedAt: null,
        // One that waits, or one that merged and nobody looked at since.
        OR: [
          { mergedAt: { not: null } },
          { expiresAt: { gte: openAt }, changeRequest: { mergedAt: null, closedAt: null } },
        ],
      }
    : {};
  const rows = await tx.emergencyMerge.findMany({
    where: { planId, workspaceId, ...(changeRequestId ? { changeRequestId } : {}), ...open },
    select: fields,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 100,
  });
  return rows.map(toEmergency);
}

/** The one of a request that waits for a second person, its row locked; take the request's lock before. */
export async function lockWaitingEmergency(
  tx: Tx,
  workspaceId: string,
  changeRequestId: string,
  at: Date,
): Promise<EmergencyMerge | undefined> {
  await tx.$queryRaw`
    select id from emergency_merges
    where change_request_id = ${changeRequestId} and workspace_id = ${workspaceId} for no key update`;
  const row = await tx.emergencyMerge.findFirst({
    where: { changeRequestId, workspaceId, withdrawnAt: null, mergedAt: null, expiresAt: { gte: at } },
    select: fields,
    orderBy: { createdAt: 'desc' },
  });
  return row ? toEmergency(row) : undefined;
}

/** Keeps an ask. */
export async function createEmergency(
  tx: Tx,
  workspaceId: string,
  place: { readonly planId: string; readonly changeRequestId: string },
  ask: EmergencyAsk,
): Promise<void> {
  const { id, reason, covers, missing } = ask;
  await tx.emergencyMerge.createMany({
    data: [
      {
        ...{ id, reason, ...place, workspaceId, askedById: ask.askedBy },
        covers: toJson(covers),
        missing: toJson(missing),
        createdAt: new Date(ask.at),
        expiresAt: new Date(ask.expiresAt),
      },
    ],
  });
}

/** Takes an ask back. */
export async function withdrawEmergency(tx: Tx, workspaceId: string, id: string, at: Date): Promise<boolean> {
  const where = { id, workspaceId, mergedAt: null, withdrawnAt: null };
  return (await tx.emergencyMerge.updateMany({ where, data: { withdrawnAt: at } })).count === 1;
}

/** Says that an ask was confirmed and merged, and what it passed by. */
export async function saveEmergencyMerged(
  tx: Tx,
  workspaceId: string,
  id: string,
  merged: {
    readonly confirmedById: string;
    readonly mergedRelease: number;
    readonly mergedAt: Date;
    readonly missing: readonly PassedBy[];
  },
): Promise<boolean> {
  const where = { id, workspaceId, mergedAt: null, withdrawnAt: null };
  const data = { ...merged, missing: toJson(merged.missing) };
  return (await tx.emergencyMerge.updateMany({ where, data })).count === 1;
}

/** Ends the banner of an emergency merge. */
export async function saveEmergencyReviewed(
  tx: Tx,
  workspaceId: string,
  id: string,
  review: { readonly reviewedById: string; readonly reviewedAt: Date; readonly reviewNote: string },
): Promise<boolean> {
  const where = { id, workspaceId, mergedAt: { not: null }, reviewedAt: null };
  return (await tx.emergencyMerge.updateMany({ where, data: review })).count === 1;
}
