import 'server-only';
import type { Role } from '../domain/access/roles';
import type { Prisma } from '../infra/db/generated/client';
import type { Tx } from '../infra/db/transaction';
import { type Page, type PageRequest, pageFrom, placeOf } from './page';
import { enumOf, type Word, wordOf } from './words';

type DbRole = Uppercase<Role>;

/** Where a person stands in a workspace at this moment. */
export interface Standing {
  readonly workspaceId: string;
  readonly role: Role;
  readonly teamIds: string[];
}

/** A person in a workspace. */
export interface Member {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly createdAt: Date;
}

/** Role and teams of a person in the workspace with this slug or id; undefined for a stranger. Read on each request. */
export async function readStanding(tx: Tx, slugOrId: string, userId: string): Promise<Standing | undefined> {
  const rows = await tx.$queryRaw<{ workspaceId: string; role: DbRole; teamIds: string[] }[]>`
    select m.workspace_id as "workspaceId", m.role::text as role,
      array(select t.team_id from team_members t join teams on teams.id = t.team_id
        where t.workspace_id = m.workspace_id and t.user_id = m.user_id and teams.archived_at is null
        order by t.team_id) as "teamIds"
    from memberships m
    join workspaces w on w.id = m.workspace_id
    join users u on u.id = m.user_id
    where m.user_id = ${userId} and u.deactivated_at is null and (w.slug = ${slugOrId} or w.id = ${slugOrId})
    order by w.id = ${slugOrId} desc limit 1`;
  const [row] = rows;
  return row && { ...row, role: wordOf(row.role) };
}

/** The workspaces a person belongs to, by name. */
export async function listWorkspacesOf(
  tx: Tx,
  userId: string,
): Promise<{ id: string; slug: string; name: string; role: Role }[]> {
  const rows = await tx.membership.findMany({
    where: { userId },
    select: { role: true, workspace: { select: { id: true, slug: true, name: true } } },
    orderBy: [{ workspace: { name: 'asc' } }, { workspaceId: 'asc' }],
  });
  return rows.map(({ role, workspace }) => ({ ...workspace, role: wordOf(role) }));
}

/** The people of every demo workspace. */
export async function listDemoMembers(
  tx: Tx,
): Promise<{ userId: string; name: string; role: Role; workspace: { slug: string; name: string } }[]> {
  const rows = await tx.membership.findMany({
    where: { workspace: { isDemo: true }, user: { deactivatedAt: null } },
    select: {
      userId: true,
      role: true,
      user: { select: { name: true } },
      workspace: { select: { slug: true, name: true } },
    },
    orderBy: [{ workspaceId: 'asc' }, { role: 'desc' }, { user: { name: 'asc' } }],
  });
  return rows.map(({ userId, role, user, workspace }) => ({ userId, name: user.name, role: wordOf(role), workspace }));
}

const memberFields = {
  userId: true,
  role: true,
  createdAt: true,
  user: { select: { name: true, email: true } },
  teamMembers: {
    where: { team: { archivedAt: null } },
    select: { team: { select: { id: true, name: true } } },
    orderBy: { team: { name: 'asc' } },
  },
} satisfies Prisma.MembershipSelect;
type MemberRow = Prisma.MembershipGetPayload<{ select: typeof memberFields }>;

/** A member by the person's id. */
export async function readMember(tx: Tx, workspaceId: string, userId: string): Promise<Member | undefined> {
  const where = { workspaceId_userId: { workspaceId, userId } };
  const row = await tx.membership.findUnique({ where, select: memberFields });
  return row ? toMember(row) : undefined;
}

/** A member by address. */
export async function readMemberByEmail(tx: Tx, workspaceId: string, email: string): Promise<Member | undefined> {
  const row = await tx.membership.findFirst({ where: { workspaceId, user: { email } }, select: memberFields });
  return row ? toMember(row) : undefined;
}

/** Members by name, those whose name or address contains `q`. */
export async function listMembers(
  tx: Tx,
  workspaceId: string,
  request: PageRequest & { readonly q?: string | undefined },
): Promise<Page<Member>> {
  const contains = { contains: request.q?.trim() ?? '', mode: 'insensitive' as const };
  const where: Prisma.MembershipWhereInput = {
    workspaceId,
    ...(contains.contains ? { user: { OR: [{ name: contains }, { email: contains }] } } : {}),
  };
  const [name, id] = placeOf(request.cursor) ?? [];
  const after: Prisma.MembershipWhereInput =
    typeof name === 'string' && typeof id === 'string'
      ? { OR: [{ user: { name: { gt: name } } }, { user: { name }, userId: { gt: id } }] }
      : {};
  const rows = await tx.membership.findMany({
    where: { AND: [where, after] },
    select: memberFields,
    orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
    take: request.limit + 1,
  });
  const total = await tx.membership.count({ where });
  return pageFrom(rows, request, total, (row) => [row.user.name, row.userId], toMember);
}

/** Everybody of a workspace, for the rules of review and for words. */
export async function listPeople(tx: Tx, workspaceId: string): Promise<Member[]> {
  const rows = await tx.membership.findMany({
    where: { workspaceId },
    select: memberFields,
    orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
  });
  return rows.map(toMember);
}

/** The ids of all members. */
export async function listMemberIds(tx: Tx, workspaceId: string): Promise<Set<string>> {
  const rows = await tx.membership.findMany({ where: { workspaceId }, select: { userId: true } });
  return new Set(rows.map(({ userId }) => userId));
}

/** How many admins a workspace has. */
export async function countAdmins(tx: Tx, workspaceId: string): Promise<number> {
  return tx.membership.count({ where: { workspaceId, role: 'ADMIN' } });
}

/** Makes those who change members, roles and teams of a workspace take turns until the transaction ends. */
export async function lockWorkspaceMembers(tx: Tx, workspaceId: string): Promise<void> {
  await tx.$queryRaw`select id from workspaces where id = ${workspaceId} for no key update`;
}

/** Keeps members, roles and teams of a workspace as they are until the transaction ends; others may keep them too. */
export async function holdWorkspaceMembers(tx: Tx, workspaceId: string): Promise<void> {
  await tx.$queryRaw`select id from workspaces where id = ${workspaceId} for share`;
}

/** Makes a person a member. @returns false when they are one already */
export async function createMembership(
  tx: Tx,
  workspaceId: string,
  member: { userId: string; role: Role },
): Promise<boolean> {
  const data = [{ workspaceId, userId: member.userId, role: enumOf(member.role) }];
  return (await tx.membership.createMany({ data, skipDuplicates: true })).count === 1;
}

/** Gives a member another role. */
export async function saveRole(tx: Tx, workspaceId: string, userId: string, role: Role): Promise<void> {
  await tx.membership.updateMany({ where: { workspaceId, userId }, data: { role: enumOf(role) } });
}

/** Takes a member out, with their teams, watches and recent items. */
export async function removeMembership(tx: Tx, workspaceId: string, userId: string): Promise<void> {
  await tx.membership.deleteMany({ where: { workspaceId, userId } });
}

function toMember({ userId, role, createdAt, user, teamMembers }: MemberRow): Member {
  return {
    userId,
    ...user,
    role: wordOf(role) satisfies Word<DbRole>,
    teams: teamMembers.map(({ team }) => team),
    createdAt,
  };
}
