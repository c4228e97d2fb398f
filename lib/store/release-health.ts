import 'server-only';
import type { HealthCounts } from '../domain/health/finding';
import type { Tx } from '../infra/db/transaction';
import { addJob } from '../infra/jobs/add-job';
import { toJson } from './json';

/** Raised when the rules of health change, so that every release is counted again. */
export const healthRules = 1;

/** What a release's plan lacked, with when it was made. */
export interface ReleaseHealth extends HealthCounts {
  readonly number: number;
  readonly at: Date;
}

/** What the plans of the newest releases lacked, as far as they are counted, oldest first. */
export async function listReleaseHealth(
  tx: Tx,
  workspaceId: string,
  planId: string,
  upTo: number,
  limit: number,
): Promise<ReleaseHealth[]> {
  const rows = await tx.releaseHealth.findMany({
    where: { planId, workspaceId, rules: healthRules, number: { lte: upTo } },
    select: { number: true, counts: true, release: { select: { createdAt: true } } },
    orderBy: { number: 'desc' },
    take: limit,
  });
  return rows
    .map(({ number, counts, release }) => ({
      ...(counts as unknown as HealthCounts),
      number,
      at: release.createdAt,
    }))
    .reverse();
}

/** Releases that are not counted yet, oldest first, and how many there are in all. */
export async function listUncounted(
  tx: Tx,
  workspaceId: string,
  planId: string,
  limit: number,
): Promise<{ releases: { number: number; createdAt: Date }[]; total: number }> {
  const where = { planId, workspaceId, OR: [{ health: null }, { health: { rules: { not: healthRules } } }] };
  const releases = await tx.release.findMany({
    where,
    select: { number: true, createdAt: true },
    orderBy: { number: 'asc' },
    take: limit,
  });
  const total = releases.length < limit ? releases.length : await tx.release.count({ where });
  return { releases, total };
}

/** Keeps what a release's plan lacked; counting it again gives the same. */
export async function saveReleaseHealth(
  tx: Tx,
  workspaceId: string,
  planId: string,
  number: number,
  counts: HealthCounts,
): Promise<void> {
  const row = { workspaceId, rules: healthRules, counts: toJson({ ...counts }) };
  await tx.releaseHealth.upsert({
    where: { planId_number_workspaceId: { planId, number, workspaceId } },
    create: { planId, number, ...row },
    update: { rules: row.rules, counts: row.counts },
  });
}

/** Has the releases of a plan counted that are not yet, soon and beside any request; asking twice counts once. */
export function askToCount(tx: Tx, workspaceId: string, planId: string): Promise<void> {
  return addJob(tx, 'count-health', { workspaceId, planId }, { key: `count-health:${planId}` });
}
