import 'server-only';
import type { TeamView } from '@/lib/contracts/teams';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { prisma } from '@/lib/infra/db/client';
import { ok, type Result } from '@/lib/kit/result';
import { listTeams as listRows } from '@/lib/store/teams';
import { teamView } from './view';

/** The teams of the workspace by name, with their members. */
export async function listTeams(
  actor: Actor,
  input: { archived?: 'true' | 'false' } = {},
): Promise<Result<{ items: TeamView[] }, AccessDenied>> {
  const allowed = can(actor, 'team.read');
  if (!allowed.ok) return allowed;
  const teams = await listRows(prisma(), actor.workspaceId, { archived: input.archived === 'true' });
  return ok({ items: teams.map(teamView) });
}
