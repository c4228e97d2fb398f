import 'server-only';
import { prisma } from '@/lib/infra/db/client';
import { type Checked, checkInvariants } from '@/lib/store/check-invariants';

const timeoutMs = 600_000;

/** Checks what must always hold, in one workspace or in all of them, on one unmoving view of a database that it cannot change. */
export function examineInstance(workspaceId: string | null = null): Promise<Checked[]> {
  return prisma().$transaction((tx) => checkInvariants(tx, workspaceId), {
    isolationLevel: 'RepeatableRead',
    timeout: timeoutMs,
  });
}
