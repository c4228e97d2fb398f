import 'server-only';
import type { ImportError } from '@/lib/adapters/imports/define';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { type Import, readImport, saveImport } from '@/lib/store/imports';
import { readPlanAt } from '@/lib/store/read-plan-at';
import { evaluate } from './evaluate';
import { summarise } from './summarise';
import type { KeptMapping } from './view';

/** How many findings are kept; a file with more causes has one that matters. */
const keptFindings = 500;

/** Works out what a staged file would do under a mapping, and keeps the outcome with the import. */
export async function checkImport(
  workspaceId: string,
  stored: Import,
  kept: KeptMapping,
): Promise<Result<Import, ImportError | { code: 'plan.not-found' }>> {
  const opened = await readPlanAt(prisma(), workspaceId, stored.planId, undefined);
  if (!opened.ok) return err({ code: 'plan.not-found' });
  const { snapshot } = opened.value;
  const evaluated = await evaluate(workspaceId, stored.id, stored.fileName, kept.mapping, snapshot);
  if (!evaluated.ok) return evaluated;
  await saveImport(prisma(), workspaceId, stored.id, {
    mapping: kept,
    rowCount: evaluated.value.draft.rowCount,
    findings: evaluated.value.findings.list().slice(0, keptFindings),
    summary: await summarise(prisma(), workspaceId, snapshot, evaluated.value),
  });
  const saved = await readImport(prisma(), workspaceId, stored.id);
  if (!saved) throw new Error(`import ${stored.id} vanished while it was checked`);
  return ok(saved);
}
