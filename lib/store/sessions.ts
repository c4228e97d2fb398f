import 'server-only';
import type { Session as Row } from '../infra/db/generated/client';
import type { Tx } from '../infra/db/transaction';

/** A place where a person is signed in. */
export interface Session {
  readonly id: string;
  readonly userId: string;
  readonly userAgent: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

/** Begins a session. */
export async function createSession(
  tx: Tx,
  session: { id: string; userId: string; createdAt: Date; expiresAt: Date; userAgent: string },
): Promise<void> {
  const userAgent = session.userAgent.slice(0, 500);
  await tx.session.createMany({ data: [{ ...session, userAgent, lastSeenAt: session.createdAt }] });
}

/** The session of an id while it is neither over nor revoked nor its person deactivated. */
export async function readLiveSession(tx: Tx, id: string, at: Date): Promise<Session | undefined> {
  const row = await tx.session.findFirst({
    where: { id, revokedAt: null, expiresAt: { gt: at }, user: { deactivatedAt: null } },
  });
  return row ? toSession(row) : undefined;
}

/** A person's sessions that still hold, last seen first. */
export async function listLiveSessions(tx: Tx, userId: string, at: Date): Promise<Session[]> {
  const rows = await tx.session.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: at } },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
  });
  return rows.map(toSession);
}

/** Notes that a session was used. */
export async function touchSession(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.session.updateMany({ where: { id }, data: { lastSeenAt: at } });
}

/** Ends a session at once. */
export async function revokeSession(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.session.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: at } });
}

/** Ends every session of a person, but the one to keep. */
export async function revokeSessionsOf(tx: Tx, userId: string, at: Date, keptId?: string): Promise<void> {
  const others = keptId === undefined ? {} : { id: { not: keptId } };
  await tx.session.updateMany({ where: { userId, revokedAt: null, ...others }, data: { revokedAt: at } });
}

/** Removes sessions that ended before a moment, by running out or by being revoked. */
export async function sweepSessions(tx: Tx, before: Date): Promise<number> {
  const where = { OR: [{ expiresAt: { lt: before } }, { revokedAt: { lt: before } }] };
  return (await tx.session.deleteMany({ where })).count;
}

function toSession({ id, userId, userAgent, createdAt, lastSeenAt, expiresAt }: Row): Session {
  return { id, userId, userAgent, createdAt, lastSeenAt, expiresAt };
}
