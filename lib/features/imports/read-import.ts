import 'server-only';
import type { ImportView } from '@/lib/contracts/imports';
import { importSummarySchema } from '@/lib/contracts/imports';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { prisma } from '@/lib/infra/db/client';
import { ok, type Result } from '@/lib/kit/result';
import { checkImport } from './check';
import { type FindImportError, findImport } from './find-import';
import { importView, keptMapping } from './view';

/** An import with its mapping, findings and preview; the preview is worked out again when the plan has moved since. */
export async function readImport(
  actor: Actor,
  input: { plan: string; id: string },
): Promise<Result<ImportView, AccessDenied | FindImportError>> {
  const allowed = can(actor, 'import.read');
  if (!allowed.ok) return allowed;
  const found = await findImport(prisma(), actor.workspaceId, input);
  if (!found.ok) return found;
  const { plan, stored } = found.value;
  const kept = keptMapping(stored);
  const summary = importSummarySchema.safeParse(stored.summary).data;
  if (stored.status === 'staged' && kept && summary?.release !== plan.headRelease) {
    const checked = await checkImport(actor.workspaceId, stored, kept);
    if (checked.ok) return ok(await importView(prisma(), actor.workspaceId, checked.value));
  }
  return ok(await importView(prisma(), actor.workspaceId, stored));
}
