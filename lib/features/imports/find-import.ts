import 'server-only';
import type { Tx } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { type Import, readImport } from '@/lib/store/imports';
import { type Plan, readPlan } from '@/lib/store/plans';

export type FindImportError = { readonly code: 'plan.not-found' | 'import.not-found' };

/** An import of a plan; one of another plan does not exist. */
export async function findImport(
  tx: Tx,
  workspaceId: string,
  place: { plan: string; id: string },
): Promise<Result<{ plan: Plan; stored: Import }, FindImportError>> {
  const plan = await readPlan(tx, workspaceId, place.plan);
  if (!plan) return err({ code: 'plan.not-found' });
  const stored = await readImport(tx, workspaceId, place.id);
  return stored?.planId === plan.id ? ok({ plan, stored }) : err({ code: 'import.not-found' });
}
