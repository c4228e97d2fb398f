import { beforeAll, describe, expect, it } from 'vitest';
import { examineInstance } from '@/lib/features/doctor/examine-instance';
import { approvedRequest, createStage, merge, type Stage } from '@/lib/features/testing/stage';
import { must } from '@/lib/kit/must';
import { prisma } from '../infra/db/client';
import { Prisma } from '../infra/db/generated/client';
import type { Tx } from '../infra/db/transaction';
import { checkInvariants } from './check-invariants';

let stage: Stage;
let one: string;

beforeAll(async () => {
  stage = await createStage();
  one = stage.itemIds[0] ?? '';
  const { number } = await approvedRequest(stage, { [one]: { meaning: 'Said anew.' } });
  must(await merge(stage, number));
});

const broken = (checks: readonly { name: string; violations: number }[]) =>
  checks.filter(({ violations }) => violations > 0).map(({ name }) => name);

class Undone extends Error {}

/** What is found after a breach, made past the database's guards and undone at once. */
async function afterBreach(breach: Prisma.Sql): Promise<string[]> {
  let found: string[] = [];
  const work = async (tx: Tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`;
    expect(await tx.$executeRaw(breach)).toBeGreaterThan(0);
    found = broken(await checkInvariants(tx, stage.world.workspaceId));
    throw new Undone();
  };
  await expect(prisma().$transaction(work, { timeout: 30_000 })).rejects.toBeInstanceOf(Undone);
  return found;
}

describe('an examination', () => {
  it('finds nothing where people worked as they may', async () => {
    expect(broken(await examineInstance(stage.world.workspaceId))).toEqual([]);
  });

  it('cannot write', async () => {
    const work = async (tx: Tx) => {
      await checkInvariants(tx, stage.world.workspaceId);
      await tx.$executeRaw`update plans set name = 'Changed' where id = ${stage.planId}`;
    };
    await expect(prisma().$transaction(work)).rejects.toThrow(/read-only/u);
  });

  it.each<[string, () => Prisma.Sql, string]>([
    [
      'a text that was changed past the merge',
      () =>
        Prisma.sql`update revisions set content = jsonb_set(content::jsonb, '{meaning}', '"Changed"')::json where item_id = ${one} and to_release is null`,
      'The plan holds exactly what each merged change proposed',
    ],
    [
      'a revision that nobody merged',
      () => Prisma.sql`update revisions set change_request_id = 'cr_nobody' where item_id = ${one}`,
      'Every revision was opened by the merge that made its release',
    ],
    [
      'a release that is gone',
      () => Prisma.sql`delete from releases where plan_id = ${stage.planId} and number = 1`,
      'The releases of a plan are numbered from 1 to its head without a gap',
    ],
    [
      'an approval that was taken back before the merge',
      () => Prisma.sql`
        insert into verdict_lifts (id, verdict_id, workspace_id, kind, by_user_id)
        select 'vl_' || id, id, workspace_id, 'WITHDRAWN', reviewer_id from verdicts where workspace_id = ${stage.world.workspaceId}`,
      'Every approval that a release counts stands, and covers the state that merged',
    ],
    [
      'an approval of another text',
      () => Prisma.sql`update verdict_covers set digest = 'another' where workspace_id = ${stage.world.workspaceId}`,
      'Every approval that a release counts stands, and covers the state that merged',
    ],
    [
      'an approver who took part',
      () => Prisma.sql`
        insert into contributors (change_request_id, workspace_id, user_id, how)
        select change_request_id, workspace_id, reviewer_id, 'edit' from verdicts where workspace_id = ${stage.world.workspaceId}`,
      'No approver contributed to what they approved',
    ],
    [
      'half a merge',
      () =>
        Prisma.sql`update change_requests set status = 'APPROVED', merged_release = null, merged_at = null where plan_id = ${stage.planId}`,
      'A request is merged if and only if it has a release',
    ],
    [
      'an audit entry that was altered',
      () =>
        Prisma.sql`update audit_entries set detail = '{}' where workspace_id = ${stage.world.workspaceId} and seq = 1`,
      'The chain of the audit holds from its first entry to its last',
    ],
    [
      'a workspace without an admin',
      () => Prisma.sql`update memberships set role = 'VIEWER' where workspace_id = ${stage.world.workspaceId}`,
      'Every workspace has an admin',
    ],
    [
      'a message said to have left that nobody tried to send',
      () => Prisma.sql`
        insert into deliveries (id, workspace_id, channel_id, form, subject_key, payload, status, next_attempt_at, lane, happened_at, settled_at)
        values ('dl_unsent', ${stage.world.workspaceId}, 'cn_none', 'news', 'x', '{}', 'DELIVERED', now(), 'x', now(), now())`,
      'What left by a channel was attempted, and what did not leave says why',
    ],
  ])('finds %s', async (_, breach, name) => {
    expect(await afterBreach(breach())).toContain(name);
  });
});
