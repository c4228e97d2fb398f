import 'server-only';
import type { Role } from '../domain/access/roles';
import type { Prisma } from '../infra/db/generated/client';
import type { Tx } from '../infra/db/transaction';
import { enumOf, wordOf } from './words';

/** A link that makes its holder a member, without its secret. */
export interface Invitation {
  readonly id: string;
  readonly workspaceId: string;
  readonly email: string | null;
  readonly role: Role;
  readonly inviter: { readonly id: string; readonly name: string };
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** An invitation with the workspace it leads to, for its holder. */
export interface InvitationWithWorkspace extends Invitation {
  readonly workspace: { readonly slug: string; readonly name: string };
}

const fields = {
  id: true,
  workspaceId: true,
  email: true,
  role: true,
  createdAt: true,
  expiresAt: true,
  acceptedAt: true,
  revokedAt: true,
  inviter: { select: { id: true, name: true } },
  workspace: { select: { slug: true, name: true } },
} satisfies Prisma.InvitationSelect;
type Row = Prisma.InvitationGetPayload<{ select: typeof fields }>;

/** Stores a link of which only the hash is known. */
export async function createInvitation(
  tx: Tx,
  workspaceId: string,
  invitation: {
    id: string;
    tokenHash: string;
    email: string | null;
    role: Role;
    inviterId: string;
    createdAt: Date;
    expiresAt: Date;
  },
): Promise<void> {
  await tx.invitation.createMany({ data: [{ ...invitation, workspaceId, role: enumOf(invitation.role) }] });
}

/** An invitation of the workspace. */
export async function readInvitation(tx: Tx, workspaceId: string, id: string): Promise<Invitation | undefined> {
  const row = await tx.invitation.findFirst({ where: { id, workspaceId }, select: fields });
  return row ? toInvitation(row) : undefined;
}

/** The invitation of a secret's hash, for its holder, who belongs to no workspace yet. */
export async function readInvitationBySecret(tx: Tx, tokenHash: string): Promise<InvitationWithWorkspace | undefined> {
  const row = await tx.invitation.findUnique({ where: { tokenHash }, select: fields });
  return row ? toInvitation(row) : undefined;
}

/** The invitation of an id, its row locked until the transaction ends. */
export async function lockInvitation(
  tx: Tx,
  key: { workspaceId: string; id: string },
): Promise<Invitation | undefined> {
  await tx.$queryRaw`select id from invitations where id = ${key.id} and workspace_id = ${key.workspaceId} for update`;
  return readInvitation(tx, key.workspaceId, key.id);
}

/** The invitation of a secret's hash, its row locked until the transaction ends. */
export async function lockInvitationBySecret(tx: Tx, tokenHash: string): Promise<InvitationWithWorkspace | undefined> {
  await tx.$queryRaw`select id from invitations where token_hash = ${tokenHash} for update`;
  return readInvitationBySecret(tx, tokenHash);
}

/** The invitations of a workspace, newest first. */
export async function listInvitations(tx: Tx, workspaceId: string): Promise<Invitation[]> {
  const orderBy = [{ createdAt: 'desc' as const }, { id: 'asc' as const }];
  return (await tx.invitation.findMany({ where: { workspaceId }, select: fields, orderBy, take: 500 })).map(
    toInvitation,
  );
}

/** Uses an invitation up. @returns false when it was used or revoked meanwhile */
export async function acceptInvitation(
  tx: Tx,
  workspaceId: string,
  id: string,
  by: { at: Date; userId: string },
): Promise<boolean> {
  const where = { id, workspaceId, acceptedAt: null, revokedAt: null };
  const data = { acceptedAt: by.at, acceptedById: by.userId };
  return (await tx.invitation.updateMany({ where, data })).count === 1;
}

/** Takes a link back. */
export async function revokeInvitation(tx: Tx, workspaceId: string, id: string, at: Date): Promise<void> {
  await tx.invitation.updateMany({
    where: { id, workspaceId, acceptedAt: null, revokedAt: null },
    data: { revokedAt: at },
  });
}

function toInvitation(row: Row): InvitationWithWorkspace {
  return { ...row, role: wordOf(row.role) };
}
