import { gatherDigests } from '@/lib/features/channels/gather-digests';
import { type Senders, startSenders } from '@/lib/features/channels/senders';
import { tell } from '@/lib/features/inbox/tell';
import { sweep } from '@/lib/features/jobs/sweep';
import { env } from '@/lib/infra/env';
import type { TaskHandlers } from '@/lib/infra/jobs/tasks';
import { startWorker, type Worker } from '@/lib/infra/jobs/worker';
import { log } from '@/lib/infra/log';

/** The work behind every job, a line per job. */
const handlers: TaskHandlers = { tell, deliver: wakeSenders, digest: gatherDigests, sweep };

// On `globalThis` because a reload in development evaluates this module again in the same process.
const home = globalThis as typeof globalThis & { waymarkWorker?: Promise<Worker>; waymarkSenders?: Senders };

async function wakeSenders(): Promise<void> {
  home.waymarkSenders?.wake();
}

/** Starts the worker of this process, once; it ends with the process and lets the jobs in hand finish. */
export async function runJobs(): Promise<void> {
  if (env().databaseUrl === undefined || home.waymarkWorker) return;
  home.waymarkWorker = startWorker(handlers);
  try {
    const worker = await home.waymarkWorker;
    const senders = startSenders();
    home.waymarkSenders = senders;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        Promise.all([worker.stop(), senders.stop()]).catch((error) =>
          log.error({ error }, 'the jobs did not end in order'),
        );
      });
    }
  } catch (error) {
    delete home.waymarkWorker;
    // Without jobs people are not told, but they can go on reading and writing: the outbox keeps what is due.
    log.error({ error }, 'the jobs cannot start');
  }
}
