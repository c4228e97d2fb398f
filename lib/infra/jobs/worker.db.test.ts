import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kit/id';
import { prisma } from '../db/client';
import { requireEnv } from '../env';
import { addJob } from './add-job';
import { releaseLostJobs } from './worker';

const key = () => newId('key');
const faraway = new Date('2999-01-01T00:00:00Z');

/** A job that a worker holds, due so late that no other worker takes it. */
async function heldJob(worker: string): Promise<string> {
  const jobKey = key();
  await addJob(prisma(), 'sweep', {}, { key: jobKey, runAt: faraway });
  await prisma()
    .$executeRaw`update graphile_worker._private_jobs set locked_by = ${worker}, locked_at = now() where key = ${jobKey}`;
  return jobKey;
}

async function holderOf(jobKey: string): Promise<string | null | undefined> {
  const rows = await prisma().$queryRaw<
    { locked_by: string | null }[]
  >`select locked_by from graphile_worker._private_jobs where key = ${jobKey}`;
  return rows[0]?.locked_by;
}

describe('the jobs of a worker', () => {
  it('are given back when it is gone, and left to it while it lives', async () => {
    const [gone, alive] = [newId('worker'), newId('worker')];
    const address = new URL(requireEnv('databaseUrl'));
    address.searchParams.set('application_name', alive);
    const connection = new pg.Client({ connectionString: address.href });
    await connection.connect();
    try {
      const [lost, held] = [await heldJob(gone), await heldJob(alive)];
      await releaseLostJobs();
      expect([await holderOf(lost), await holderOf(held)]).toEqual([null, alive]);
    } finally {
      await connection.end();
    }
  });
});
