import 'server-only';
import { defaultConventions } from '@/lib/domain/conventions/settings';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import type { World } from '@/lib/domain/review/assess';
import { type People, peopleOf } from '@/lib/domain/review/people';
import { asksWhenChanged } from '@/lib/domain/watch/hear';
import { now } from '@/lib/infra/clock';
import type { Tx } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { listAway } from '@/lib/store/absences';
import { listPeople } from '@/lib/store/memberships';
import { readPlanHistory } from '@/lib/store/plan-history';
import type { Plan } from '@/lib/store/plans';
import { readReviewSettings } from '@/lib/store/review-settings';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { readExcuses } from '@/lib/store/suppressions';
import { listTeams } from '@/lib/store/teams';
import { listPlanWatches } from '@/lib/store/watches';

/** The rules of the plan cannot be read: nothing is decided by rules that are not there. */
export interface PolicyUnreadable {
  readonly code: 'policy.unreadable';
}

/** Everything a decision depends on beside the request, read at the plan's head. */
export async function readWorld(tx: Tx, plan: Plan): Promise<Result<World, PolicyUnreadable>> {
  if (!plan.policy) return err({ code: 'policy.unreadable' });
  const head = await loadSnapshot(tx, plan.workspaceId, plan.id, plan.headRelease);
  const watchers = (await listPlanWatches(tx, plan.workspaceId, plan.id)).map((watch) => ({
    userId: watch.userId,
    target: { kind: watch.targetKind, id: watch.targetId },
    level: watch.level,
  }));
  const conventions = plan.conventions ?? defaultConventions;
  const history = asksWhenChanged(watchers) ? await readPlanHistory(tx, plan.workspaceId, head) : undefined;
  return ok({
    head,
    policy: plan.policy,
    people: await readPeople(tx, plan.workspaceId),
    watchers,
    releasedAt: (release) => history?.releasedAt.get(release),
    conventions,
    away: await listAway(tx, plan.workspaceId, now()),
    checklist: (await readReviewSettings(tx, plan.workspaceId, plan.id)).checklist,
    excuses: await readExcuses(tx, plan.workspaceId, head, conventions),
    today: now().toISOString().slice(0, 10),
  });
}

/** Members with the roles and teams they hold now, and the teams. */
export async function readPeople(tx: Tx, workspaceId: string): Promise<People> {
  const [members, teams] = [await listPeople(tx, workspaceId), await listTeams(tx, workspaceId, { archived: false })];
  return peopleOf(
    members.map((member) => ({
      id: member.userId,
      name: member.name,
      role: member.role,
      teamIds: member.teams.map((team) => team.id),
    })),
    teams,
  );
}

/** Names for ids that stand in definitions: items by their names, people and teams by theirs. */
export function namesIn(snapshots: readonly Snapshot[], people: People): (id: string) => string {
  return (id) => {
    for (const snapshot of snapshots) {
      const item = snapshot.items.get(id);
      if (item) return item.namespace === null ? item.name : `${item.namespace}/${item.name}`;
    }
    return people.persons.get(id)?.name ?? people.teams.get(id)?.name ?? id;
  };
}
