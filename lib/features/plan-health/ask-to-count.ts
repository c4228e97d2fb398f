import 'server-only';
import type { Tx } from '@/lib/infra/db/transaction';
import { addJob } from '@/lib/infra/jobs/add-job';

/** Has the releases of a plan counted that are not yet, soon and beside any request; asking twice counts once. */
export function askToCount(tx: Tx, workspaceId: string, planId: string): Promise<void> {
  return addJob(tx, 'count-health', { workspaceId, planId }, { key: `count-health:${planId}` });
}
