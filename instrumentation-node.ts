import { tell } from '@/lib/features/inbox/tell';
import { sweep } from '@/lib/features/jobs/sweep';
import { env } from '@/lib/infra/env';
import type { TaskHandlers } from '@/lib/infra/jobs/tasks';
import { startWorker, type Worker } from '@/lib/infra/jobs/worker';
import { log } from '@/lib/infra/log';

/** The work behind every job, a line per job. */
const handlers: TaskHandlers = { tell, sweep };

// On `globalThis` because a reload in development evaluates this module again in the same process.
const home = globalThis as typeof globalThis & { waymarkWorker?: Promise<Worker | undefined> };

/** Starts the worker of this process; it ends with the process and lets the jobs in hand finish. */
export async function runJobs(): Promise<void> {
  if (env().databaseUrl === undefined) return;
  const earlier = home.waymarkWorker;
  home.waymarkWorker = takeOver(earlier);
  if (!earlier) for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stopJobs);
  await home.waymarkWorker;
}

/** A worker that runs this code, in the place of one that runs what was there before a reload. */
async function takeOver(earlier: Promise<Worker | undefined> | undefined): Promise<Worker | undefined> {
  try {
    await (await earlier)?.stop();
    return await startWorker(handlers);
  } catch (error) {
    // Without jobs people are not told, but they can go on reading and writing: the outbox keeps what is due.
    log.error({ error }, 'the jobs cannot start');
    return undefined;
  }
}

async function stopJobs(): Promise<void> {
  try {
    await (await home.waymarkWorker)?.stop();
  } catch (error) {
    log.error({ error }, 'the jobs did not end in order');
  }
}
