import 'server-only';
import type { TeamView, UpdateTeamRequest } from '@/lib/contracts/teams';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { inTransaction } from '@/lib/infra/db/transaction';
import { foldName } from '@/lib/kit/fold';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { listMemberIds, lockWorkspaceMembers } from '@/lib/store/memberships';
import { listTeams, readTeam, saveTeam, setTeamMembers } from '@/lib/store/teams';
import { strangersIn, type TeamError } from './create-team';
import { teamView } from './view';

/** Renames a team, describes it, or sets who is in it. */
export async function updateTeam(
  actor: Actor,
  input: { id: string } & UpdateTeamRequest,
): Promise<Result<TeamView, TeamError>> {
  const allowed = can(actor, 'team.update');
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    await lockWorkspaceMembers(tx, actor.workspaceId);
    const before = await readTeam(tx, actor.workspaceId, input.id);
    if (!before || before.archivedAt) return err({ code: 'team.not-found' });
    const next = { name: input.name ?? before.name, description: input.description ?? before.description };
    const others = await listTeams(tx, actor.workspaceId, { archived: false });
    if (others.some(({ id, name }) => id !== input.id && foldName(name) === foldName(next.name))) {
      return err({ code: 'team.name-taken' });
    }
    if (input.memberIds) {
      const strangers = strangersIn(input.memberIds, await listMemberIds(tx, actor.workspaceId));
      if (strangers) return err(strangers);
      await setTeamMembers(tx, actor.workspaceId, input.id, [...new Set(input.memberIds)]);
    }
    await saveTeam(tx, actor.workspaceId, input.id, next);
    const after = await readTeam(tx, actor.workspaceId, input.id);
    if (!after) return err({ code: 'team.not-found' });
    await writeAudit(tx, actor.workspaceId, {
      ...auditBy(actor),
      action: 'team.update',
      subjectKind: 'team',
      subjectId: input.id,
      detail: { before: brief(before), after: brief(after) },
    });
    return ok(teamView(after));
  });
}

function brief(team: { name: string; description: string; members: readonly { id: string }[] }) {
  return { name: team.name, description: team.description, memberIds: team.members.map(({ id }) => id) };
}
