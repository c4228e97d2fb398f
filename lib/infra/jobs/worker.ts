import 'server-only';
import { Logger, type Runner, run, type TaskList } from 'graphile-worker';
import { requireEnv } from '../env';
import { log } from '../log';
import { type TaskHandlers, type TaskName, tasks } from './tasks';

/** A running worker; `stop` waits for the jobs in hand. */
export interface Worker {
  stop(): Promise<void>;
}

/** Runs the jobs of the outbox in this process until stopped; any number of processes share them. */
export async function startWorker(handlers: TaskHandlers, concurrency = 2): Promise<Worker> {
  const runner: Runner = await run({
    connectionString: requireEnv('databaseUrl'),
    concurrency,
    maxPoolSize: concurrency + 2,
    noHandleSignals: true,
    pollInterval: 1_000,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') log.error({ job: message }, 'a job went wrong');
    }),
    taskList: taskListOf(handlers),
    crontab: '17 * * * * sweep ?fill=1h',
  });
  return { stop: () => runner.stop() };
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
