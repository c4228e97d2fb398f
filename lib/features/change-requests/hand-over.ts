import 'server-only';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import type { HandOver } from '@/lib/contracts/ownership';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import type { Change } from '@/lib/domain/plan/change';
import { type Item, type Revision, withField } from '@/lib/domain/plan/item';
import { itemsOf, ownersHere, type Whose } from '@/lib/domain/plan/ownership';
import type { Owner } from '@/lib/domain/plan/parts';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import { type People, personName, teamName } from '@/lib/domain/review/people';
import { prisma } from '@/lib/infra/db/client';
import { err, type Result } from '@/lib/kit/result';
import { readPlan } from '@/lib/store/plans';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { readTeam } from '@/lib/store/teams';
import { changeTo, startRequest } from './create-change-request';
import type { RequestError } from './make-move';
import { readPeople } from './world';

type HandOverError =
  | RequestError
  | { readonly code: 'hand-over.unknown-owner' | 'hand-over.nothing'; readonly detail: string };

/** Opens one request that gives a new owner to everything of another, of nobody, or of those who are gone, and sends it for review. */
export async function handOver(
  actor: Actor,
  input: { plan: string } & HandOver,
): Promise<Result<ChangeRequestView, HandOverError>> {
  const allowed = can(actor, 'change-request.create');
  if (!allowed.ok) return allowed;
  const { from, to } = input;
  const plan = await readPlan(prisma(), actor.workspaceId, input.plan);
  if (!plan || plan.archivedAt) return err({ code: 'plan.not-found' });
  const people = await readPeople(prisma(), actor.workspaceId);
  const isHere = ownersHere(people.persons.keys(), people.teams.keys());
  if (!isHere(to))
    return err({ code: 'hand-over.unknown-owner', detail: 'Choose a member, or a team that is not archived' });
  const changes = (head: Snapshot): Change[] =>
    isSame(from, to) ? [] : itemsOf(head, from, isHere).map((item) => changeTo(head, owned(item, to)));
  const count = changes(await loadSnapshot(prisma(), actor.workspaceId, plan.id, plan.headRelease)).length;
  if (count === 0) return err({ code: 'hand-over.nothing', detail: 'There is nothing here to hand over' });
  const { title, reason } = await wordsOf(actor.workspaceId, people, input, count);
  return startRequest(actor, {
    plan: plan.id,
    title: title.slice(0, 200),
    reason,
    origin: actor.via.kind === 'token' ? 'api' : 'editor',
    submit: true,
    changes,
  });
}

function isSame(from: Whose, to: Owner): boolean {
  return typeof from === 'object' && from.type === to.type && from.id === to.id;
}

/** The item without what a revision has besides, with another owner. */
function owned({ id, kind, namespace, name, content }: Revision, owner: Owner): Item {
  return withField({ id, kind, namespace, name, content } as Item, 'owner', owner);
}

/** Title and reason of the request. */
async function wordsOf(workspaceId: string, people: People, { from, to }: HandOver, count: number) {
  const nameOf = async (owner: Owner) =>
    owner.type === 'person'
      ? personName(people, owner.id)
      : // An archived team still has its name.
        ((await readTeam(prisma(), workspaceId, owner.id))?.name ?? teamName(people, owner.id));
  const items = `${count} ${count === 1 ? 'item' : 'items'}`;
  const next = await nameOf(to);
  if (from === 'nobody') return { title: `Give ${items} to ${next}`, reason: 'Nobody has answered for them so far.' };
  if (from === 'gone')
    return {
      title: `Hand ${items} over to ${next}`,
      reason: 'Those who owned them have left, or their team was archived.',
    };
  const former = await nameOf(from);
  return { title: `Hand ${items} over from ${former} to ${next}`, reason: `${former} will no longer answer for them.` };
}
