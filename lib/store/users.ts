import 'server-only';
import type { User as Row } from '../infra/db/generated/client';
import type { Tx } from '../infra/db/transaction';

/** A person with what proves who they are; never leaves the server as it is. */
export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string | null;
  readonly deactivatedAt: Date | null;
  readonly createdAt: Date;
}

/** The person of an id. */
export async function readUser(tx: Tx, id: string): Promise<User | undefined> {
  return toUser(await tx.user.findUnique({ where: { id } }));
}

/** The person of an address that is already in its normal form. */
export async function readUserByEmail(tx: Tx, email: string): Promise<User | undefined> {
  return toUser(await tx.user.findUnique({ where: { email } }));
}

/** The names of people, by id. */
export async function readNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.user.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Adds a person. @returns false when the address is taken */
export async function createUser(
  tx: Tx,
  user: { id: string; email: string; name: string; passwordHash: string | null; createdAt: Date },
): Promise<boolean> {
  const data = [{ ...user, passwordChangedAt: user.createdAt }];
  return (await tx.user.createMany({ data, skipDuplicates: true })).count === 1;
}

/** Renames a person. */
export async function saveUserName(tx: Tx, id: string, name: string): Promise<void> {
  await tx.user.updateMany({ where: { id }, data: { name } });
}

/** Replaces a person's password. */
export async function savePassword(tx: Tx, id: string, password: { passwordHash: string; at: Date }): Promise<void> {
  const data = { passwordHash: password.passwordHash, passwordChangedAt: password.at };
  await tx.user.updateMany({ where: { id }, data });
}

/** Whether anybody can sign in by password: false on a fresh instance and on one with only the demo's people. */
export async function hasPasswordUser(tx: Tx): Promise<boolean> {
  return (await tx.user.findFirst({ where: { passwordHash: { not: null } }, select: { id: true } })) !== null;
}

/** Makes those who would create the first person take turns until the transaction ends. */
export async function lockFirstUser(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(7216492033)`;
}

function toUser(row: Row | null): User | undefined {
  if (!row) return undefined;
  const { id, email, name, passwordHash, deactivatedAt, createdAt } = row;
  return { id, email, name, passwordHash, deactivatedAt, createdAt };
}
