import 'server-only';
import type { Prisma } from '../infra/db/generated/client';
import type { Tx } from '../infra/db/transaction';

/** A group of members that can own items and be asked for reviews. */
export interface Team {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly createdAt: Date;
  readonly archivedAt: Date | null;
}

const fields = {
  id: true,
  slug: true,
  name: true,
  description: true,
  createdAt: true,
  archivedAt: true,
  members: {
    select: { membership: { select: { user: { select: { id: true, name: true } } } } },
    orderBy: { membership: { user: { name: 'asc' } } },
  },
} satisfies Prisma.TeamSelect;
type Row = Prisma.TeamGetPayload<{ select: typeof fields }>;

/** A team of the workspace. */
export async function readTeam(tx: Tx, workspaceId: string, id: string): Promise<Team | undefined> {
  const row = await tx.team.findFirst({ where: { id, workspaceId }, select: fields });
  return row ? toTeam(row) : undefined;
}

/** The teams of the workspace by name; archived ones only when asked for. */
export async function listTeams(tx: Tx, workspaceId: string, options: { archived: boolean }): Promise<Team[]> {
  const rows = await tx.team.findMany({
    where: { workspaceId, ...(options.archived ? {} : { archivedAt: null }) },
    select: fields,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toTeam);
}

/** Adds a team without members. @returns false when the slug is taken */
export async function createTeam(
  tx: Tx,
  workspaceId: string,
  team: { id: string; slug: string; name: string; description: string; createdAt: Date },
): Promise<boolean> {
  return (await tx.team.createMany({ data: [{ ...team, workspaceId }], skipDuplicates: true })).count === 1;
}

/** Renames and describes a team. */
export async function saveTeam(
  tx: Tx,
  workspaceId: string,
  id: string,
  next: { name: string; description: string },
): Promise<void> {
  await tx.team.updateMany({ where: { id, workspaceId }, data: next });
}

/** Sets who is in a team; all of them must be members of the workspace. */
export async function setTeamMembers(
  tx: Tx,
  workspaceId: string,
  teamId: string,
  userIds: readonly string[],
): Promise<void> {
  await tx.teamMember.deleteMany({ where: { teamId, workspaceId, userId: { notIn: [...userIds] } } });
  const data = userIds.map((userId) => ({ teamId, workspaceId, userId }));
  await tx.teamMember.createMany({ data, skipDuplicates: true });
}

/** Archives a team: it keeps what it owns and can no longer be chosen. */
export async function archiveTeam(tx: Tx, workspaceId: string, id: string, at: Date): Promise<void> {
  await tx.team.updateMany({ where: { id, workspaceId, archivedAt: null }, data: { archivedAt: at } });
}

function toTeam({ members, ...team }: Row): Team {
  return { ...team, members: members.map(({ membership }) => membership.user) };
}
