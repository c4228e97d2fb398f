import 'server-only';
import type { ActivityEntry, ActivityQuery } from '@/lib/contracts/activity';
import type { Page } from '@/lib/contracts/common';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { activityActions } from '@/lib/domain/activity/activity';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { type ActivityScope, listActivity } from '@/lib/store/activity';
import { readItemIdentity } from '@/lib/store/items';
import { readPlan } from '@/lib/store/plans';
import { entriesOf } from './entries-of';
import { readPerson } from './read-person';

type Read<E> = Promise<Result<Page<ActivityEntry>, AccessDenied | { readonly code: E }>>;

/** What was done in a plan: requests, reviews, discussions, releases, announcements and rules, the latest first. */
export async function listPlanActivity(actor: Actor, input: ActivityQuery & { plan: string }): Read<'plan.not-found'> {
  const allowed = can(actor, 'change-request.read');
  if (!allowed.ok) return allowed;
  const plan = await readPlan(prisma(), actor.workspaceId, input.plan);
  return plan ? listIn(actor, { type: 'plan', planId: plan.id }, input) : err({ code: 'plan.not-found' });
}

/** What was done to an item, by its id: also to one that is removed or only proposed. */
export async function listItemActivity(
  actor: Actor,
  input: ActivityQuery & { plan: string; item: string },
): Read<'plan.not-found' | 'item.not-found'> {
  const allowed = can(actor, 'change-request.read');
  if (!allowed.ok) return allowed;
  const plan = await readPlan(prisma(), actor.workspaceId, input.plan);
  if (!plan) return err({ code: 'plan.not-found' });
  const item = await readItemIdentity(prisma(), actor.workspaceId, input.item);
  if (item?.planId !== plan.id) return err({ code: 'item.not-found' });
  return listIn(actor, { type: 'item', planId: plan.id, itemId: item.id }, input);
}

/** What a person did in the plans of the workspace, also one who has left. */
export async function listPersonActivity(
  actor: Actor,
  input: ActivityQuery & { id: string },
): Read<'member.not-found'> {
  const allowed = can(actor, 'change-request.read');
  if (!allowed.ok) return allowed;
  const person = await readPerson(actor, { id: input.id });
  if (!person.ok) return person;
  return listIn(actor, { type: 'person', userId: person.value.id }, input);
}

async function listIn(actor: Actor, scope: ActivityScope, { kind, limit, cursor }: ActivityQuery) {
  const actions = activityActions(kind);
  const page = await listActivity(prisma(), actor.workspaceId, { scope, actions, limit, cursor });
  return ok({ ...page, items: await entriesOf(prisma(), actor.workspaceId, page.items) });
}
