import 'server-only';
import type { PolicyTrialView } from '@/lib/contracts/policy';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { defaultConventions } from '@/lib/domain/conventions/settings';
import { assess, statusOf } from '@/lib/domain/review/assess';
import { isFinished } from '@/lib/domain/review/change-request';
import { peopleOf } from '@/lib/domain/review/people';
import { type Policy, policyInSentences } from '@/lib/domain/review/policy';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { readChangeRequest } from '@/lib/store/change-requests';
import { listPeople } from '@/lib/store/memberships';
import { readPlan } from '@/lib/store/plans';
import { readReviewSettings } from '@/lib/store/review-settings';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { readExcuses } from '@/lib/store/suppressions';
import { listTeams } from '@/lib/store/teams';
import { listWatchersOf } from '@/lib/store/watches';

type Failure =
  | AccessDenied
  | { readonly code: 'plan.not-found' | 'change-request.not-found' | 'policy.unreadable' | 'review.finished' };

/** What an open request would need under a policy that need not be saved: who would have to approve this? Nothing is written. */
export async function tryPolicy(
  actor: Actor,
  input: { plan: string; number: number; policy?: Policy | undefined },
): Promise<Result<PolicyTrialView, Failure>> {
  const allowed = can(actor, 'policy.read');
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const tx = prisma();
  const plan = await readPlan(tx, workspaceId, input.plan);
  if (!plan) return err({ code: 'plan.not-found' });
  const policy = input.policy ?? plan.policy;
  if (!policy) return err({ code: 'policy.unreadable' });
  const request = await readChangeRequest(tx, workspaceId, plan.id, input.number);
  if (!request) return err({ code: 'change-request.not-found' });
  if (isFinished(request)) return err({ code: 'review.finished' });
  const members = await listPeople(tx, workspaceId);
  const people = peopleOf(
    members.map(({ userId, name, role, teams }) => ({ id: userId, name, role, teamIds: teams.map(({ id }) => id) })),
    await listTeams(tx, workspaceId, { archived: true }),
  );
  const head = await loadSnapshot(tx, workspaceId, plan.id, plan.headRelease);
  const conventions = plan.conventions ?? defaultConventions;
  const { requirements } = assess(request, {
    head,
    policy,
    people,
    watchers: await listWatchersOf(tx, workspaceId, plan.id),
    conventions,
    checklist: (await readReviewSettings(tx, workspaceId, plan.id)).checklist,
    excuses: await readExcuses(tx, workspaceId, head, conventions),
    today: now().toISOString().slice(0, 10),
  });
  return ok({
    number: request.number,
    title: request.title,
    // A draft is tried as if it were sent for review now.
    status: statusOf(request.status === 'draft' ? { ...request, status: 'in-review' } : request, requirements),
    sentences: policyInSentences(policy, people),
    requirements: requirements.map(({ who, itemIds, ...rest }) => ({
      ...rest,
      who: { ...who, userIds: [...who.userIds] },
      itemIds: [...itemIds],
    })),
  });
}
