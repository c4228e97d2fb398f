import 'server-only';
import { itemDigest } from '../domain/plan/canonical-item';
import { breachesOf } from '../domain/plan/invariants';
import type { Tx } from '../infra/db/transaction';
import { findBrokenAudit } from './audit';
import { type Invariant, invariants } from './invariants';
import { readSnapshot } from './snapshots';

/** What a check found: how much breaks the invariant, and the first few names of it. */
export interface Checked extends Pick<Invariant, 'id' | 'name' | 'why'> {
  readonly violations: number;
  readonly examples: readonly string[];
}

const named = 5;

/** Checks every invariant, in one workspace or, with null, in all of the instance; from here on the transaction cannot write. */
export async function checkInvariants(tx: Tx, workspaceId: string | null): Promise<Checked[]> {
  await tx.$executeRaw`set transaction read only`;
  await tx.$executeRaw`set local statement_timeout = '600s'`;
  const results: Checked[] = [];
  for (const { id, name, why, broken } of invariants) {
    const rows = await tx.$queryRaw<{ subject: string }[]>`
      select subject from (${broken}) as broken
      where ${workspaceId}::text is null or workspace_id is null or workspace_id = ${workspaceId}
      order by subject`;
    results.push(
      resultOf(
        { id, name, why },
        rows.map(({ subject }) => subject),
      ),
    );
  }
  results.push(await checkPlans(tx, workspaceId), await checkAudit(tx, workspaceId));
  return results;
}

async function checkPlans(tx: Tx, workspaceId: string | null): Promise<Checked> {
  const broken: string[] = [];
  const where = workspaceId === null ? {} : { workspaceId };
  for (const plan of await tx.plan.findMany({ where, select: { id: true, workspaceId: true, headRelease: true } })) {
    const { snapshot } = await readSnapshot(tx, plan.workspaceId, plan.id, plan.headRelease);
    for (const breach of breachesOf(snapshot)) broken.push(`${plan.id} ${breach.itemId} ${breach.code}`);
    for (const item of snapshot.items.values())
      if (itemDigest(item) !== item.digest) broken.push(`${plan.id} ${item.id} digest`);
  }
  return resultOf(
    {
      id: 'I12',
      name: 'Every plan stands by itself: no name twice, no reference to nothing, every content as it was signed',
      why: 'What people look up, export and approve is what this says.',
    },
    broken,
  );
}

async function checkAudit(tx: Tx, workspaceId: string | null): Promise<Checked> {
  const broken: string[] = [];
  const where = workspaceId === null ? {} : { id: workspaceId };
  for (const { id } of await tx.workspace.findMany({ where, select: { id: true } })) {
    const seq = await findBrokenAudit(tx, id);
    if (seq !== undefined) broken.push(`${id} from entry ${seq} on`);
  }
  return resultOf(
    {
      id: 'I11',
      name: 'The chain of the audit holds from its first entry to its last',
      why: 'An entry that was altered or taken out would break every hash after it.',
    },
    broken,
  );
}

function resultOf(about: Pick<Checked, 'id' | 'name' | 'why'>, broken: readonly string[]): Checked {
  return { ...about, violations: broken.length, examples: broken.slice(0, named) };
}
