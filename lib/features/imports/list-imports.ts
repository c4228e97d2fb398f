import 'server-only';
import type * as z from 'zod';
import type { importListSchema } from '@/lib/contracts/imports';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { listImports as listRows } from '@/lib/store/imports';
import { readOwnerNames } from '@/lib/store/owner-names';
import { readPlan } from '@/lib/store/plans';
import { importRow } from './view';

/** The latest imports of a plan, newest first. */
export async function listImports(
  actor: Actor,
  input: { plan: string },
): Promise<Result<z.input<typeof importListSchema>, AccessDenied | { code: 'plan.not-found' }>> {
  const allowed = can(actor, 'import.read');
  if (!allowed.ok) return allowed;
  const plan = await readPlan(prisma(), actor.workspaceId, input.plan);
  if (!plan) return err({ code: 'plan.not-found' });
  const rows = await listRows(prisma(), actor.workspaceId, plan.id);
  const names = await readOwnerNames(prisma(), actor.workspaceId);
  return ok({ items: rows.map((row) => importRow(row, names)) });
}
