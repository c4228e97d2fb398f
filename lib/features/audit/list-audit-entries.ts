import 'server-only';
import type { AuditEntryView, AuditFilter } from '@/lib/contracts/audit';
import type { Page } from '@/lib/contracts/common';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { prisma } from '@/lib/infra/db/client';
import { ok, type Result } from '@/lib/kit/result';
import { listAudit } from '@/lib/store/audit';
import { readNames } from '@/lib/store/users';
import { wantedOf } from './wanted-of';

/** The workspace's state changes, newest first. */
export async function listAuditEntries(
  actor: Actor,
  input: AuditFilter & { limit: number; cursor?: string | undefined },
): Promise<Result<Page<AuditEntryView>, AccessDenied>> {
  const allowed = can(actor, 'audit.read');
  if (!allowed.ok) return allowed;
  const page = await listAudit(prisma(), actor.workspaceId, {
    ...{ limit: input.limit, cursor: input.cursor },
    ...wantedOf(input),
  });
  const names = await readNames(prisma(), [
    ...new Set(page.items.flatMap(({ actorId }) => (actorId ? [actorId] : []))),
  ]);
  const items = page.items.map(({ actorId, at, ...entry }) => ({
    ...entry,
    at: at.toISOString(),
    actor: actorId ? { id: actorId, name: names.get(actorId) ?? 'Somebody' } : null,
  }));
  return ok({ ...page, items });
}
