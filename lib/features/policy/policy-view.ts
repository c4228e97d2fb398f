import 'server-only';
import type { PolicyView } from '@/lib/contracts/policy';
import { defaultPolicy, policyInSentences } from '@/lib/domain/review/policy';
import type { Tx } from '@/lib/infra/db/transaction';
import type { Plan } from '@/lib/store/plans';
import { listTeams } from '@/lib/store/teams';

/** A plan's policy with its sentences; the default where what is stored cannot be read. */
export async function policyView(tx: Tx, plan: Plan): Promise<PolicyView> {
  const teams = await listTeams(tx, plan.workspaceId, { archived: true });
  const policy = plan.policy ?? defaultPolicy;
  return {
    policy,
    sentences: policyInSentences(policy, { teams: new Map(teams.map((team) => [team.id, team])) }),
    readable: plan.policy !== undefined,
    teams: teams.filter((team) => team.archivedAt === null).map(({ id, name }) => ({ id, name })),
    lockVersion: plan.lockVersion,
  };
}
