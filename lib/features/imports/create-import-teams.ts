import 'server-only';
import type { ImportView } from '@/lib/contracts/imports';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { freeSlug } from '@/lib/domain/access/slug';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { inTransaction } from '@/lib/infra/db/transaction';
import { foldName } from '@/lib/kit/fold';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudits } from '@/lib/store/audit';
import { lockWorkspaceMembers } from '@/lib/store/memberships';
import { createTeam, listTeams } from '@/lib/store/teams';
import { checkImport } from './check';
import { type ImportProblem, problemOf } from './create-import';
import { type FindImportError, findImport } from './find-import';
import { importView, keptMapping } from './view';

/** Creates the teams that a file names as owners and that nobody here is called, all at once, and reads the file again. */
export async function createImportTeams(
  actor: Actor,
  input: { plan: string; id: string; names: string[] },
): Promise<Result<ImportView, AccessDenied | FindImportError | ImportProblem | { code: 'import.finished' }>> {
  const allowed = can(actor, 'team.create');
  if (!allowed.ok) return allowed;
  const found = await findImport(prisma(), actor.workspaceId, input);
  if (!found.ok) return found;
  const kept = keptMapping(found.value.stored);
  if (found.value.stored.status !== 'staged' || !kept) return err({ code: 'import.finished' });
  await inTransaction(async (tx) => {
    await lockWorkspaceMembers(tx, actor.workspaceId);
    const others = await listTeams(tx, actor.workspaceId, { archived: true });
    const slugs = new Set(others.map((team) => team.slug));
    const known = new Set(others.filter((team) => !team.archivedAt).map((team) => foldName(team.name)));
    const created: { id: string; name: string }[] = [];
    for (const name of input.names) {
      if (known.has(foldName(name))) continue;
      known.add(foldName(name));
      const team = { id: newId('tm'), slug: freeSlug(name, slugs, new Set()), name, description: '', createdAt: now() };
      slugs.add(team.slug);
      await createTeam(tx, actor.workspaceId, team);
      created.push(team);
    }
    const entries = created.map(({ id, name }) => ({
      ...auditBy(actor),
      action: 'team.create',
      subjectKind: 'team',
      subjectId: id,
      detail: { name, memberIds: [] },
    }));
    await writeAudits(tx, actor.workspaceId, entries);
  });
  const checked = await checkImport(actor.workspaceId, found.value.stored, kept);
  if (!checked.ok)
    return err(checked.error.code === 'plan.not-found' ? { code: 'plan.not-found' } : problemOf(checked.error));
  return ok(await importView(prisma(), actor.workspaceId, checked.value));
}
