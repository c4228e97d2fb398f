import { remindReviewers } from '@/lib/features/change-requests/remind-reviewers';
import { gatherDigests } from '@/lib/features/channels/gather-digests';
import { startSenders } from '@/lib/features/channels/senders';
import { tell } from '@/lib/features/inbox/tell';
import { tellNamed } from '@/lib/features/inbox/tell-named';
import { warnOwners } from '@/lib/features/inbox/warn-owners';
import { sweep } from '@/lib/features/jobs/sweep';
import { countReleases } from '@/lib/features/plan-health/count-releases';
import { env } from '@/lib/infra/env';
import type { TaskHandlers } from '@/lib/infra/jobs/tasks';
import { startWorker } from '@/lib/infra/jobs/worker';
import { liveHub } from '@/lib/infra/live/hub';
import { log } from '@/lib/infra/log';

/** What works beside the requests of this process. */
interface Jobs {
  wake(): void;
  stop(): Promise<void>;
}

// On `globalThis` because a reload in development evaluates this module again in the same process.
const home = globalThis as typeof globalThis & { waymarkJobs?: Promise<Jobs | undefined> };

/** The work behind every job, a line per job. */
const handlers: TaskHandlers = {
  tell,
  // Not awaited: a worker that is taken over waits for its jobs, and they would wait for the next one.
  deliver: async () => void home.waymarkJobs?.then((jobs) => jobs?.wake()),
  digest: gatherDigests,
  warn: warnOwners,
  remind: remindReviewers,
  'tell-named': tellNamed,
  'count-health': countReleases,
  sweep,
};

/** Starts the worker and the senders of this process; they end with it and finish what is in hand. */
export async function runJobs(): Promise<void> {
  if (env().databaseUrl === undefined) return;
  const earlier = home.waymarkJobs;
  home.waymarkJobs = takeOver(earlier);
  if (!earlier) for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stopJobs);
  await home.waymarkJobs;
}

/** Jobs that run this code, in the place of those that run what was there before a reload. */
async function takeOver(earlier: Promise<Jobs | undefined> | undefined): Promise<Jobs | undefined> {
  try {
    await (await earlier)?.stop();
    const worker = await startWorker(handlers);
    const senders = startSenders();
    return { wake: () => senders.wake(), stop: async () => void (await Promise.all([worker.stop(), senders.stop()])) };
  } catch (error) {
    // Without jobs people are not told, but they can go on reading and writing: the outbox keeps what is due.
    log.error({ error }, 'the jobs cannot start');
    return undefined;
  }
}

async function stopJobs(): Promise<void> {
  // Otherwise the server would wait for every open browser before it ends.
  liveHub().end();
  try {
    await (await home.waymarkJobs)?.stop();
  } catch (error) {
    log.error({ error }, 'the jobs did not end in order');
  }
}
