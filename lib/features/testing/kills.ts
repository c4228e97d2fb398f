import 'server-only';
import { type ChildProcess, spawn } from 'node:child_process';
import { prisma } from '@/lib/infra/db/client';
import { inTransaction } from '@/lib/infra/db/transaction';
import { lockPlan } from '@/lib/store/plans';
import type { KillPoint, MergeOrder } from './merging-process';
import { approvedRequest, merge, readHead, type Stage } from './stage';

/** Moments inside a merge, in their order, and whether the merge has happened by then. */
export const killPoints: Readonly<Record<string, KillPoint & { readonly merged: boolean }>> = {
  'with the request locked': {
    statement: 'from change_requests[\\s\\S]*for no key update',
    when: 'after',
    merged: false,
  },
  'with the plan locked': { statement: 'plans"?[\\s\\S]*for (no key )?update', when: 'after', merged: false },
  'with the release written': { statement: '^insert into .*"releases"', when: 'after', merged: false },
  'with the old revisions closed': { statement: '^update revisions', when: 'after', merged: false },
  'with the new revisions opened': { statement: '^insert into revisions', when: 'after', merged: false },
  'with the message in the outbox': { statement: 'graphile_worker\\.add_job', when: 'after', merged: false },
  'with the audit written, before the commit': {
    armedBy: 'audit_chains',
    statement: '^commit',
    when: 'before',
    merged: false,
  },
  'after the commit, before anybody was answered': {
    armedBy: 'audit_chains',
    statement: '^commit',
    when: 'after',
    merged: true,
  },
};

/** How a round of killing ended: what must never be, in words, and whether the merge had happened. */
export interface Killed {
  readonly wrong: readonly string[];
  readonly merged: boolean;
  /** False when the process was faster than its killer. */
  readonly died: boolean;
}

/** Kills a process at a point inside its merge, and looks at what it left behind. */
export async function killAt(stage: Stage, round: number, dieAt: KillPoint): Promise<Killed> {
  return killed(stage, round, dieAt, (child) => endOf(child));
}

/**
 * Kills a process at a random moment around its merge, and looks at what it left behind. Each round has its own share of
 * the time, the first of them the first.
 */
export async function killAtRandom(
  stage: Stage,
  round: number,
  { rounds, withinMs }: { readonly rounds: number; readonly withinMs: number },
): Promise<Killed> {
  return killed(stage, round, null, async (child) => {
    const ended = endOf(child);
    const killer = setTimeout(() => child.kill('SIGKILL'), ((round - Math.random()) / rounds) * withinMs);
    const end = await ended;
    clearTimeout(killer);
    return end;
  });
}

/** How long a process takes to merge when nobody kills it, in milliseconds. */
export async function timeOneMerge(stage: Stage): Promise<number> {
  const start = { at: 0 };
  await killed(stage, 0, null, (child) => {
    start.at = performance.now();
    return endOf(child).finally(() => {
      start.at = performance.now() - start.at;
    });
  });
  return start.at;
}

async function killed(
  stage: Stage,
  round: number,
  dieAt: MergeOrder['dieAt'],
  watch: (child: ChildProcess) => Promise<NodeJS.Signals | null>,
): Promise<Killed> {
  const words = {
    meaning: `As it was read in round ${round}, ${dieAt?.statement ?? 'at random'}, ${dieAt?.when ?? ''}.`,
  };
  const edits = Object.fromEntries(stage.itemIds.map((id) => [id, words]));
  const { number, id } = await approvedRequest(stage, edits);
  const before = await readHead(stage);
  const child = await ready({ actor: stage.author.actor, plan: stage.plan, number, dieAt });
  const end = watch(child);
  child.stdin?.write('go');
  const died = (await end) === 'SIGKILL';

  const wrong: string[] = [];
  const waited = await timeLock(stage);
  if (waited > freeWithinMs) wrong.push(`the plan stayed locked for ${Math.round(waited)} ms`);
  const left = await traces(stage, id);
  const merged = left.status === 'MERGED';
  const whole = { status: 'MERGED', releases: 1, revisions: stage.itemIds.length, audits: 1, jobs: 1 };
  const nothing = { status: 'APPROVED', releases: 0, revisions: 0, audits: 0, jobs: 0 };
  if (JSON.stringify(left) !== JSON.stringify(merged ? whole : nothing))
    wrong.push(`half a merge: ${JSON.stringify(left)}`);
  const after = await readHead(stage);
  if (after.head !== before.head + (merged ? 1 : 0)) wrong.push('the head is not where the request says');

  const again = await merge(stage, number);
  if (again.ok === merged)
    wrong.push(merged ? 'it merged twice' : `it cannot be merged again: ${JSON.stringify(again)}`);
  const last = await traces(stage, id);
  if (JSON.stringify(last) !== JSON.stringify(whole)) wrong.push(`after the second attempt: ${JSON.stringify(last)}`);
  return { wrong, merged, died };
}

const freeWithinMs = 5_000;

/** How long the plan's lock has to be waited for. */
async function timeLock({ world, planId }: Stage): Promise<number> {
  const start = performance.now();
  await inTransaction((tx) => lockPlan(tx, world.workspaceId, planId));
  return performance.now() - start;
}

interface Traces {
  readonly status: string;
  readonly releases: number;
  readonly revisions: number;
  readonly audits: number;
  readonly jobs: number;
}

/** Everything that a merge writes about a request, counted. */
async function traces({ world }: Stage, requestId: string): Promise<Traces> {
  const [row] = await prisma().$queryRaw<Traces[]>`
    select status::text,
      (select count(*)::int from releases where change_request_id = cr.id) as releases,
      (select count(*)::int from revisions where change_request_id = cr.id) as revisions,
      (select count(*)::int from audit_entries where workspace_id = cr.workspace_id and subject_id = cr.id
        and action = 'change-request.merged') as audits,
      (select count(*)::int from graphile_worker._private_jobs where payload->>'requestId' = cr.id
        and (payload->'events')::jsonb @> '[{"type":"change-request.merged"}]') as jobs
    from change_requests cr where id = ${requestId} and workspace_id = ${world.workspaceId}`;
  if (!row) throw new Error(`there is no request ${requestId}`);
  return row;
}

/** Starts a process that waits for the word to merge. */
async function ready(order: MergeOrder): Promise<ChildProcess> {
  const script = new URL('merging-process.ts', import.meta.url).pathname;
  const args = ['--conditions=react-server', '--import=tsx', script, JSON.stringify(order)];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  await new Promise<void>((done, fail) => {
    child.stdout?.once('data', () => done());
    child.once('exit', (code, signal) => fail(new Error(`the merging process ended with ${code ?? signal}`)));
  });
  return child;
}

function endOf(child: ChildProcess): Promise<NodeJS.Signals | null> {
  return new Promise((done) => child.once('exit', (_, signal) => done(signal)));
}
