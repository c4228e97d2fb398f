import 'server-only';
import type { TeamView } from '@/lib/contracts/teams';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { now } from '@/lib/infra/clock';
import { inTransaction } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { lockWorkspaceMembers } from '@/lib/store/memberships';
import { archiveTeam as archiveRow, readTeam } from '@/lib/store/teams';
import type { TeamError } from './create-team';
import { teamView } from './view';

/** Retires a team: items keep naming it as owner, but nobody can choose it any more. */
export async function archiveTeam(actor: Actor, input: { id: string }): Promise<Result<TeamView, TeamError>> {
  const allowed = can(actor, 'team.archive');
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    await lockWorkspaceMembers(tx, actor.workspaceId);
    const before = await readTeam(tx, actor.workspaceId, input.id);
    if (!before) return err({ code: 'team.not-found' });
    if (before.archivedAt) return ok(teamView(before));
    const at = now();
    await archiveRow(tx, actor.workspaceId, input.id, at);
    await writeAudit(tx, actor.workspaceId, {
      ...auditBy(actor),
      action: 'team.archive',
      subjectKind: 'team',
      subjectId: input.id,
      detail: { name: before.name },
    });
    return ok(teamView({ ...before, archivedAt: at }));
  });
}
