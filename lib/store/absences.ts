import 'server-only';
import type { Tx } from '../infra/db/transaction';

/** When a member is away, and who is asked in their stead. */
export interface Absence {
  readonly substitute: { readonly id: string; readonly name: string };
  /** First and last day, `2026-03-31`. */
  readonly from: string;
  readonly until: string;
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/** The absence a member has set, past ones too. */
export async function readAbsence(tx: Tx, workspaceId: string, userId: string): Promise<Absence | undefined> {
  const row = await tx.absence.findFirst({
    where: { workspaceId, userId },
    include: { substitute: { select: { user: { select: { id: true, name: true } } } } },
  });
  return row ? { substitute: row.substitute.user, from: dayOf(row.fromDay), until: dayOf(row.untilDay) } : undefined;
}

/** Sets when a member is away. */
export async function saveAbsence(
  tx: Tx,
  workspaceId: string,
  userId: string,
  { substituteId, from, until }: { readonly substituteId: string; readonly from: string; readonly until: string },
): Promise<void> {
  const data = { substituteId, fromDay: new Date(from), untilDay: new Date(until) };
  await tx.absence.upsert({
    where: { workspaceId_userId: { workspaceId, userId } },
    create: { ...data, workspaceId, userId },
    update: data,
  });
}

/** Forgets when a member is away. @returns false when nothing was set */
export async function removeAbsence(tx: Tx, workspaceId: string, userId: string): Promise<boolean> {
  return (await tx.absence.deleteMany({ where: { workspaceId, userId } })).count === 1;
}

/** Who is away on the day of a moment, by who stands in for them. */
export async function listAway(tx: Tx, workspaceId: string, at: Date): Promise<Map<string, string>> {
  const day = new Date(dayOf(at));
  const rows = await tx.absence.findMany({
    where: { workspaceId, fromDay: { lte: day }, untilDay: { gte: day } },
    select: { userId: true, substituteId: true },
    orderBy: { userId: 'asc' },
  });
  return new Map(rows.map(({ userId, substituteId }) => [userId, substituteId]));
}
