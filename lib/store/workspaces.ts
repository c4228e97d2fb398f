import 'server-only';
import type { Tx } from '../infra/db/transaction';

/** A tenant. */
export interface Workspace {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly isDemo: boolean;
  readonly createdAt: Date;
  readonly lockVersion: number;
}

const fields = { id: true, slug: true, name: true, isDemo: true, createdAt: true, lockVersion: true } as const;

/** The workspace of an id. */
export async function readWorkspace(tx: Tx, workspaceId: string): Promise<Workspace | undefined> {
  return (await tx.workspace.findUnique({ where: { id: workspaceId }, select: fields })) ?? undefined;
}

/** The workspace of a slug. */
export async function readWorkspaceBySlug(tx: Tx, slug: string): Promise<Workspace | undefined> {
  return (await tx.workspace.findUnique({ where: { slug }, select: fields })) ?? undefined;
}

/** Every slug in use. */
export async function listTakenSlugs(tx: Tx): Promise<Set<string>> {
  return new Set((await tx.workspace.findMany({ select: { slug: true } })).map(({ slug }) => slug));
}

/** Begins a workspace and its audit chain. @returns false when the slug is taken */
export async function createWorkspace(
  tx: Tx,
  workspace: { id: string; slug: string; name: string; isDemo: boolean; createdAt: Date },
): Promise<boolean> {
  if ((await tx.workspace.createMany({ data: [workspace], skipDuplicates: true })).count === 0) return false;
  await tx.auditChain.createMany({ data: [{ workspaceId: workspace.id, seq: 0, hash: '' }] });
  return true;
}

/** Renames a workspace that nobody changed since it was read. */
export async function saveWorkspace(
  tx: Tx,
  workspaceId: string,
  lockVersion: number,
  next: { name: string; slug: string },
): Promise<boolean> {
  const data = { ...next, lockVersion: { increment: 1 } };
  return (await tx.workspace.updateMany({ where: { id: workspaceId, lockVersion }, data })).count === 1;
}
