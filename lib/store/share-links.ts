import 'server-only';
import type { Prisma } from '../infra/db/generated/client';
import type { Tx } from '../infra/db/transaction';

/** A share link without its secret. */
export interface ShareLink {
  readonly id: string;
  readonly workspaceId: string;
  readonly planId: string;
  readonly name: string;
  /** The release it shows; null shows the newest. */
  readonly release: number | null;
  readonly prefix: string;
  readonly createdBy: { readonly id: string; readonly name: string };
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

const fields = {
  id: true,
  workspaceId: true,
  planId: true,
  name: true,
  release: true,
  prefix: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
  revokedAt: true,
  createdBy: { select: { id: true, name: true } },
} satisfies Prisma.ShareLinkSelect;

/** Stores a link of which only the hash is known. */
export async function createShareLink(
  tx: Tx,
  workspaceId: string,
  link: Omit<ShareLink, 'workspaceId' | 'createdBy' | 'lastUsedAt' | 'revokedAt'> & {
    readonly hash: string;
    readonly createdById: string;
  },
): Promise<void> {
  await tx.shareLink.createMany({ data: [{ ...link, workspaceId }] });
}

/** A link of a plan. */
export async function readShareLink(
  tx: Tx,
  workspaceId: string,
  planId: string,
  id: string,
): Promise<ShareLink | undefined> {
  return (await tx.shareLink.findFirst({ where: { id, planId, workspaceId }, select: fields })) ?? undefined;
}

/** The links of a plan, newest first. */
export async function listShareLinks(tx: Tx, workspaceId: string, planId: string): Promise<ShareLink[]> {
  return tx.shareLink.findMany({
    where: { planId, workspaceId },
    select: fields,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 500,
  });
}

/** How many links of a plan are neither over nor revoked. */
export async function countShareLinks(tx: Tx, workspaceId: string, planId: string, at: Date): Promise<number> {
  return tx.shareLink.count({ where: { planId, workspaceId, revokedAt: null, expiresAt: { gt: at } } });
}

/** The link of a secret's hash while it is neither over nor revoked, nor its maker's account closed, nor its plan archived. */
export async function readLiveShareLink(tx: Tx, hash: string, at: Date): Promise<ShareLink | undefined> {
  const row = await tx.shareLink.findFirst({
    where: {
      hash,
      revokedAt: null,
      expiresAt: { gt: at },
      createdBy: { deactivatedAt: null },
      plan: { archivedAt: null },
    },
    select: fields,
  });
  return row ?? undefined;
}

/** Notes that a link was used, at most once a minute. */
export async function touchShareLink(tx: Tx, workspaceId: string, id: string, at: Date): Promise<void> {
  const before = new Date(at.getTime() - 60_000);
  const where = { id, workspaceId, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: before } }] };
  await tx.shareLink.updateMany({ where, data: { lastUsedAt: at } });
}

/** Ends a link at once. */
export async function revokeShareLink(tx: Tx, workspaceId: string, id: string, at: Date): Promise<void> {
  await tx.shareLink.updateMany({ where: { id, workspaceId, revokedAt: null }, data: { revokedAt: at } });
}
