import 'server-only';
import type { Role } from '../domain/access/roles';
import { type Scope, scopeSchema } from '../domain/access/scopes';
import type { Prisma } from '../infra/db/generated/client';
import type { Tx } from '../infra/db/transaction';
import { enumOf, wordOf } from './words';

/** An API token without its secret. */
export interface ApiToken {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly Scope[];
  readonly role: Role;
  readonly createdBy: { readonly id: string; readonly name: string };
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

const fields = {
  id: true,
  workspaceId: true,
  name: true,
  prefix: true,
  scopes: true,
  role: true,
  createdAt: true,
  lastUsedAt: true,
  expiresAt: true,
  revokedAt: true,
  createdBy: { select: { id: true, name: true } },
} satisfies Prisma.ApiTokenSelect;
type Row = Prisma.ApiTokenGetPayload<{ select: typeof fields }>;

/** Stores a token of which only the hash is known. */
export async function createToken(
  tx: Tx,
  workspaceId: string,
  token: {
    id: string;
    name: string;
    hash: string;
    prefix: string;
    scopes: readonly Scope[];
    role: Role;
    createdById: string;
    createdAt: Date;
    expiresAt: Date | null;
  },
): Promise<void> {
  const data = [{ ...token, workspaceId, scopes: [...token.scopes], role: enumOf(token.role) }];
  await tx.apiToken.createMany({ data });
}

/** A token of the workspace. */
export async function readToken(tx: Tx, workspaceId: string, id: string): Promise<ApiToken | undefined> {
  const row = await tx.apiToken.findFirst({ where: { id, workspaceId }, select: fields });
  return row ? toToken(row) : undefined;
}

/** The tokens of a workspace, newest first. */
export async function listTokens(tx: Tx, workspaceId: string): Promise<ApiToken[]> {
  const orderBy = [{ createdAt: 'desc' as const }, { id: 'asc' as const }];
  return (await tx.apiToken.findMany({ where: { workspaceId }, select: fields, orderBy })).map(toToken);
}

/** The token of a secret's hash while it is neither over nor revoked nor its maker gone. Read on each request. */
export async function readLiveToken(
  tx: Tx,
  hash: string,
  at: Date,
): Promise<(ApiToken & { readonly createdById: string }) | undefined> {
  const row = await tx.apiToken.findFirst({
    where: {
      hash,
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gt: at } }],
      createdBy: { deactivatedAt: null },
    },
    select: fields,
  });
  return row ? { ...toToken(row), createdById: row.createdBy.id } : undefined;
}

/** Notes that a token was used. */
export async function touchToken(tx: Tx, workspaceId: string, id: string, at: Date): Promise<void> {
  await tx.apiToken.updateMany({ where: { id, workspaceId }, data: { lastUsedAt: at } });
}

/** Ends a token at once. */
export async function revokeToken(tx: Tx, workspaceId: string, id: string, at: Date): Promise<void> {
  await tx.apiToken.updateMany({ where: { id, workspaceId, revokedAt: null }, data: { revokedAt: at } });
}

/** Ends every token that a person made in a workspace. */
export async function revokeTokensOf(tx: Tx, workspaceId: string, userId: string, at: Date): Promise<void> {
  await tx.apiToken.updateMany({
    where: { workspaceId, createdById: userId, revokedAt: null },
    data: { revokedAt: at },
  });
}

function toToken(row: Row): ApiToken {
  const scopes = row.scopes.flatMap((scope) => scopeSchema.safeParse(scope).data ?? []);
  return { ...row, scopes, role: wordOf(row.role) };
}
