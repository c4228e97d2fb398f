import 'server-only';
import type { Watcher } from '../domain/impact/impact';
import type { WatchKind, WatchLevel } from '../domain/watch/target';
import type { Tx } from '../infra/db/transaction';

/** What is watched, as it is stored. */
export interface StoredTarget {
  readonly targetKind: WatchKind;
  readonly targetId: string;
}

/** A member's wish to hear. */
export interface Watch extends StoredTarget {
  readonly userId: string;
  readonly planId: string;
  readonly level: WatchLevel;
  readonly mutedAt: Date | null;
  readonly createdAt: Date;
}

const fields = {
  userId: true,
  planId: true,
  targetKind: true,
  targetId: true,
  level: true,
  mutedAt: true,
  createdAt: true,
} as const;

/** Sets what a member hears of a target. */
export async function saveWatch(
  tx: Tx,
  workspaceId: string,
  watch: StoredTarget & { id: string; planId: string; userId: string; level: WatchLevel; createdAt: Date },
): Promise<void> {
  const { planId, userId, targetKind, targetId, level } = watch;
  await tx.watch.upsert({
    where: { planId_userId_targetKind_targetId: { planId, userId, targetKind, targetId } },
    create: { ...watch, workspaceId },
    update: { level, mutedAt: null },
  });
}

/** Ends a member's watch of a target. */
export async function removeWatch(
  tx: Tx,
  workspaceId: string,
  watch: StoredTarget & { planId: string; userId: string },
): Promise<boolean> {
  const { planId, userId, targetKind, targetId } = watch;
  return (await tx.watch.deleteMany({ where: { workspaceId, planId, userId, targetKind, targetId } })).count > 0;
}

/** A member's watches, newest first, of one plan when asked for. */
export async function listWatches(tx: Tx, workspaceId: string, userId: string, planId?: string): Promise<Watch[]> {
  const rows = await tx.watch.findMany({
    where: { workspaceId, userId, ...(planId === undefined ? {} : { planId }) },
    select: fields,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
  return rows.map((row) => row as Watch);
}

/** A member's watch of a target. */
export async function readWatch(
  tx: Tx,
  workspaceId: string,
  watch: StoredTarget & { planId: string; userId: string },
): Promise<Watch | undefined> {
  const { planId, userId, targetKind, targetId } = watch;
  const row = await tx.watch.findFirst({
    where: { workspaceId, planId, userId, targetKind, targetId },
    select: fields,
  });
  return row ? (row as Watch) : undefined;
}

/** How many things of a plan a member watches or mutes. */
export async function countWatchesOf(tx: Tx, workspaceId: string, planId: string, userId: string): Promise<number> {
  return tx.watch.count({ where: { workspaceId, planId, userId } });
}

/** How many members watch a target with any level but none. */
export async function countWatchers(
  tx: Tx,
  workspaceId: string,
  planId: string,
  target: StoredTarget,
): Promise<number> {
  const { targetKind, targetId } = target;
  return tx.watch.count({ where: { workspaceId, planId, targetKind, targetId, level: { not: 'none' } } });
}

/** Every watch within a plan that is not muted, for deciding who must hear of changes that reach further than their items. */
export async function listPlanWatches(tx: Tx, workspaceId: string, planId: string): Promise<Watch[]> {
  const rows = await tx.watch.findMany({
    where: { workspaceId, planId, mutedAt: null },
    select: fields,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => row as Watch);
}

/** Everybody who watches something of a plan, as the rules of impact see them; what is muted is heard of at level none. */
export async function listWatchersOf(tx: Tx, workspaceId: string, planId: string): Promise<Watcher[]> {
  const rows = await tx.watch.findMany({
    where: { workspaceId, planId },
    select: fields,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows
    .map((row) => row as Watch)
    .map(({ userId, targetKind, targetId, level, mutedAt }) => ({
      userId,
      target: { kind: targetKind, id: targetId },
      level: mutedAt === null ? level : 'none',
    }));
}
