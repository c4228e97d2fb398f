import 'server-only';
import type { Orphans, Owned } from '@/lib/contracts/ownership';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { itemsOf, ownersHere } from '@/lib/domain/plan/ownership';
import type { Owner } from '@/lib/domain/plan/parts';
import { mentionOf } from '@/lib/domain/plan-query/item-ref';
import { prisma } from '@/lib/infra/db/client';
import { ok, type Result } from '@/lib/kit/result';
import { listMemberIds } from '@/lib/store/memberships';
import { readOwnerNames } from '@/lib/store/owner-names';
import { listPlans } from '@/lib/store/plans';
import { type PlanAtError, readPlanAt } from '@/lib/store/read-plan-at';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { listTeams } from '@/lib/store/teams';

/** As many as a person reads before they decide; the rest is counted. */
const shown = 100;

/** What a team or a person owns in every plan, also one who is gone. */
export async function listOwned(actor: Actor, owner: Owner): Promise<Result<Owned, AccessDenied>> {
  const allowed = can(actor, 'item.read');
  if (!allowed.ok) return allowed;
  const plans: Owned['plans'] = [];
  for (const plan of await listPlans(prisma(), actor.workspaceId, { archived: false })) {
    const snapshot = await loadSnapshot(prisma(), actor.workspaceId, plan.id, plan.headRelease);
    const items = itemsOf(snapshot, { type: owner.type, id: owner.id }, () => true);
    if (items.length === 0) continue;
    const { slug, name } = plan;
    plans.push({ plan: { slug, name }, count: items.length, items: items.slice(0, shown).map(mentionOf) });
  }
  return ok({ plans, total: plans.reduce((sum, { count }) => sum + count, 0) });
}

/** The items of a plan that nobody answers for: those without an owner, and those whose owner is gone. */
export async function listOrphans(
  actor: Actor,
  input: { plan: string },
): Promise<Result<Orphans, AccessDenied | PlanAtError>> {
  const allowed = can(actor, 'item.read');
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const opened = await readPlanAt(prisma(), workspaceId, input.plan, undefined);
  if (!opened.ok) return opened;
  const { snapshot } = opened.value;
  const [names, members, teams] = await Promise.all([
    readOwnerNames(prisma(), workspaceId),
    listMemberIds(prisma(), workspaceId),
    listTeams(prisma(), workspaceId, { archived: false }),
  ]);
  const isHere = ownersHere(
    members,
    teams.map(({ id }) => id),
  );
  const nameOf = (owner: Owner) => {
    const name = names.nameOf(owner);
    return name === owner.id ? 'a former member' : name;
  };
  const nobody = itemsOf(snapshot, 'nobody', isHere);
  const gone = itemsOf(snapshot, 'gone', isHere);
  return ok({
    nobody: { count: nobody.length, items: nobody.slice(0, shown).map(mentionOf) },
    gone: {
      count: gone.length,
      items: gone.slice(0, shown).flatMap((item) => {
        const { owner } = item.content;
        return owner ? [{ ...mentionOf(item), owner: { ...owner, name: nameOf(owner) } }] : [];
      }),
    },
  });
}
