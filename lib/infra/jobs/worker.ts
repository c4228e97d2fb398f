import 'server-only';
import { Logger, type Runner, type RunnerOptions, type RunOnceOptions, run, type TaskList } from 'graphile-worker';
import { newId } from '../../kit/id';
import { prisma } from '../db/client';
import { requireEnv } from '../env';
import { log } from '../log';
import { type TaskHandlers, type TaskName, tasks } from './tasks';

/** A running worker; `stop` waits for the jobs in hand. */
export interface Worker {
  stop(): Promise<void>;
}

/** Runs the jobs of the outbox in this process until stopped; any number of processes share them. */
export async function startWorker(handlers: TaskHandlers, concurrency = 2): Promise<Worker> {
  await releaseLostJobs();
  const sweep: TaskHandlers['sweep'] = async (payload) => {
    await releaseLostJobs();
    await handlers.sweep(payload);
  };
  const taskList = taskListOf({ ...handlers, sweep });
  const runners = await Promise.all(Array.from({ length: concurrency }, (_, at) => startRunner(taskList, at === 0)));
  return { stop: async () => void (await Promise.all(runners.map((runner) => runner.stop()))) };
}

/** One worker with connections under its own name, by which others see that it lives. */
function startRunner(taskList: TaskList, isTimekeeper: boolean): Promise<Runner> {
  const workerId = newId('worker');
  const connection = new URL(requireEnv('databaseUrl'));
  connection.searchParams.set('application_name', workerId);
  // `run` heeds `workerId` when there is one worker, though its type leaves it out.
  const options: RunnerOptions & Pick<RunOnceOptions, 'workerId'> = {
    connectionString: connection.href,
    concurrency: 1,
    workerId,
    maxPoolSize: 3,
    noHandleSignals: true,
    pollInterval: 1_000,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') log.error({ job: message }, 'a job went wrong');
    }),
    taskList,
    ...(isTimekeeper
      ? {
          crontab:
            '17 * * * * sweep ?fill=1h\n*/5 * * * * digest ?fill=5m\n40 4 * * * warn ?fill=1d\n25 * * * * remind ?fill=1h',
        }
      : {}),
  };
  return run(options);
}

/** Gives back the jobs of workers that are gone without a word, such as those of a killed process; a job may then run twice. */
export async function releaseLostJobs(): Promise<void> {
  await prisma().$executeRaw`
    select graphile_worker.force_unlock_workers(array(
      select distinct locked_by from graphile_worker._private_jobs
      where locked_by is not null and not exists (
        select from pg_stat_activity where application_name = locked_by)))`;
}

function taskListOf(handlers: TaskHandlers): TaskList {
  const list: TaskList = {};
  for (const name of Object.keys(tasks) as TaskName[]) list[name] = (payload) => runTask(handlers, name, payload);
  return list;
}

/** Runs one job's work on its checked payload; the worker's own additions, such as `_cron`, are left out. */
async function runTask<N extends TaskName>(handlers: TaskHandlers, name: N, payload: unknown): Promise<void> {
  const own = Object.entries(payload ?? {}).filter(([key]) => !key.startsWith('_'));
  const handler = handlers[name] as (checked: unknown) => Promise<void>;
  await handler(tasks[name].parse(Object.fromEntries(own)));
}
