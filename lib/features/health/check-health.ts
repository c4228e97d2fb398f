import 'server-only';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { databaseAnswers } from '@/lib/store/health';

/** Whether this process can serve: for load balancers and whoever waits for a start. */
export async function checkHealth(): Promise<Result<{ status: 'ok' }, { code: 'server.busy'; detail: string }>> {
  try {
    await databaseAnswers(prisma());
    return ok({ status: 'ok' });
  } catch {
    return err({ code: 'server.busy', detail: 'The database does not answer' });
  }
}
