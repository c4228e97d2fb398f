import 'server-only';
import type { TeamView } from '@/lib/contracts/teams';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { freeSlug } from '@/lib/domain/access/slug';
import { now } from '@/lib/infra/clock';
import { inTransaction } from '@/lib/infra/db/transaction';
import { foldName } from '@/lib/kit/fold';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { listMemberIds, lockWorkspaceMembers } from '@/lib/store/memberships';
import { createTeam as createRow, listTeams, readTeam, setTeamMembers } from '@/lib/store/teams';
import { teamView } from './view';

export type TeamError =
  | AccessDenied
  | { code: 'team.not-found' | 'team.name-taken' }
  | { code: 'request.invalid'; errors: { path: string; message: string }[] };

/** Creates a team that can own items and be asked for reviews. */
export async function createTeam(
  actor: Actor,
  input: { name: string; description: string; memberIds: string[] },
): Promise<Result<TeamView, TeamError>> {
  const allowed = can(actor, 'team.create');
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    await lockWorkspaceMembers(tx, actor.workspaceId);
    const others = await listTeams(tx, actor.workspaceId, { archived: true });
    if (others.some((team) => !team.archivedAt && foldName(team.name) === foldName(input.name))) {
      return err({ code: 'team.name-taken' });
    }
    const strangers = strangersIn(input.memberIds, await listMemberIds(tx, actor.workspaceId));
    if (strangers) return err(strangers);
    const id = newId('tm');
    const slug = freeSlug(input.name, new Set(others.map((team) => team.slug)), new Set());
    await createRow(tx, actor.workspaceId, {
      id,
      slug,
      name: input.name,
      description: input.description,
      createdAt: now(),
    });
    await setTeamMembers(tx, actor.workspaceId, id, [...new Set(input.memberIds)]);
    await writeAudit(tx, actor.workspaceId, {
      ...auditBy(actor),
      action: 'team.create',
      subjectKind: 'team',
      subjectId: id,
      detail: { name: input.name, memberIds: input.memberIds },
    });
    const team = await readTeam(tx, actor.workspaceId, id);
    return team ? ok(teamView(team)) : err({ code: 'team.not-found' });
  });
}

/** The complaint about ids that are no members of the workspace, or undefined. */
export function strangersIn(ids: readonly string[], members: ReadonlySet<string>) {
  const errors = ids.flatMap((id, index) =>
    members.has(id) ? [] : [{ path: `memberIds.${index}`, message: `${id} is not a member of this workspace` }],
  );
  return errors.length > 0 ? ({ code: 'request.invalid', errors } as const) : undefined;
}
