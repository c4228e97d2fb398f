import 'server-only';
import { defaultPolicy, type Policy } from '@/lib/domain/review/policy';
import { closeChangeRequest, requestChangesOf } from '@/lib/features/change-requests/moves';
import { removeMember } from '@/lib/features/members/remove-member';
import { updateMember } from '@/lib/features/members/update-member';
import { readPolicy } from '@/lib/features/policy/read-policy';
import { updatePolicy } from '@/lib/features/policy/update-policy';
import { createTeam } from '@/lib/features/teams/create-team';
import { updateTeam } from '@/lib/features/teams/update-team';
import { prisma } from '@/lib/infra/db/client';
import { must } from '@/lib/kit/must';
import { listAudit } from '@/lib/store/audit';
import { approve, approvedRequest, merge, readHead, type Stage } from './stage';
import { type Outcome, said, together } from './together';
import { addPerson, type Persona } from './world';

/** Somebody blocks the request while its author merges: one of the two comes too late. */
export async function veto(stage: Stage, round: number): Promise<string[]> {
  const [one = ''] = stage.itemIds;
  const { number } = await approvedRequest(stage, { [one]: { meaning: `As it was read in round ${round}.` } });
  const before = await readHead(stage);
  const { admin } = stage.world.people;
  const [merged, blocked] = await together(
    () => merge(stage, number),
    () => requestChangesOf(admin.actor, { plan: stage.plan, number, body: 'Not so.' }),
  );
  const wrong = merged?.ok === blocked?.ok ? [`merge ${said(merged)} and veto ${said(blocked)}`] : [];
  return [...wrong, ...(await settle(stage, number, before.head, merged))];
}

/** The policy asks for two approvals while a request with one is merged. */
export async function policyChange(stage: Stage, round: number): Promise<string[]> {
  const [one = ''] = stage.itemIds;
  const { number } = await approvedRequest(stage, { [one]: { meaning: `As it was read in round ${round}.` } });
  const before = await readHead(stage);
  const [merged, changed] = await together(
    () => merge(stage, number),
    () => setPolicy(stage, strict),
  );
  const wrong = changed?.ok ? [] : [`the policy could not be changed: ${said(changed)}`];
  wrong.push(...(await inOrder(stage, merged, 'policy.update')));
  must(await setPolicy(stage, defaultPolicy));
  return [...wrong, ...(await settle(stage, number, before.head, merged))];
}

/** Who approved as an owner leaves the team that owns, while others stay in it who have read nothing. */
export async function lossOfOwnership(stage: Stage, round: number): Promise<string[]> {
  const { admin } = stage.world.people;
  const { teamId, leaver, stayer } = await teamOf(stage);
  const [one = ''] = stage.itemIds;
  const request = await approvedRequest(stage, { [one]: { meaning: `As it was read in round ${round}.` } });
  const { number } = await approve({ ...stage, reviewer: leaver }, request);
  const before = await readHead(stage);
  const members = (...people: readonly Persona[]) =>
    updateTeam(admin.actor, { id: teamId, memberIds: people.map(({ userId }) => userId) });
  const [merged, left] = await together(
    () => merge(stage, number),
    () => members(stayer),
  );
  const wrong = left?.ok ? [] : [`nobody left: ${said(left)}`];
  wrong.push(...(await inOrder(stage, merged, 'team.update')));
  must(await members(leaver, stayer));
  return [...wrong, ...(await settle(stage, number, before.head, merged))];
}

/** Who approved is made a viewer, or leaves the workspace. */
export async function lossOfRole(stage: Stage, round: number): Promise<string[]> {
  const { admin } = stage.world.people;
  const [one = ''] = stage.itemIds;
  const reviewer = await addPerson(stage.world.workspaceId, 'approver');
  const edit = { [one]: { meaning: `As it was read in round ${round}.` } };
  const { number } = await approvedRequest({ ...stage, reviewer }, edit);
  const before = await readHead(stage);
  const isRemoved = round % 2 === 0;
  const [merged, lost] = await together(
    () => merge(stage, number),
    () =>
      isRemoved
        ? removeMember(admin.actor, { id: reviewer.userId })
        : updateMember(admin.actor, { id: reviewer.userId, role: 'viewer' }),
  );
  const wrong = lost?.ok ? [] : [`the role was not lost: ${said(lost)}`];
  wrong.push(...(await inOrder(stage, merged, isRemoved ? 'member.remove' : 'member.update')));
  return [...wrong, ...(await settle(stage, number, before.head, merged))];
}

/** Merge is pressed sixteen times at once: on one request, or on three about different items. */
export async function manyPresses(stage: Stage, round: number): Promise<string[]> {
  const about = round % 2 === 0 ? stage.itemIds.slice(0, 3) : stage.itemIds.slice(0, 1);
  const numbers: number[] = [];
  for (const id of about)
    numbers.push((await approvedRequest(stage, { [id]: { meaning: `Pressed in round ${round}.` } })).number);
  const before = await readHead(stage);
  const presses = Array.from({ length: 16 }, (_, at) => numbers[at % numbers.length] ?? 0);
  const outcomes = await together(...presses.map((number) => () => merge(stage, number)));
  const wrong: string[] = [];
  for (const number of numbers) {
    const wins = outcomes.filter((outcome, at) => presses[at] === number && outcome.ok).length;
    if (wins !== 1) wrong.push(`#${number} was merged ${wins} times: ${outcomes.map(said).join(', ')}`);
  }
  const after = await readHead(stage);
  if (after.head !== before.head + numbers.length) wrong.push('a request made other than one release');
  return wrong;
}

const strict: Policy = {
  ...defaultPolicy,
  rules: defaultPolicy.rules.map((rule) => ({ ...rule, require: { ...rule.require, approvals: 2 } })),
};

/** Sets the review rules, whatever they are by now. */
export async function setPolicy(stage: Stage, policy: Policy): Promise<Outcome> {
  const { admin } = stage.world.people;
  const { lockVersion } = must(await readPolicy(admin.actor, { plan: stage.plan }));
  return updatePolicy(admin.actor, { ...policy, plan: stage.plan, ifMatch: lockVersion });
}

interface OwningTeam {
  readonly teamId: string;
  readonly leaver: Persona;
  readonly stayer: Persona;
}
const owningTeams = new WeakMap<Stage, OwningTeam>();

/** A team of two that owns the first item; made once. */
async function teamOf(stage: Stage): Promise<OwningTeam> {
  const known = owningTeams.get(stage);
  if (known) return known;
  const [leaver, stayer] = [
    await addPerson(stage.world.workspaceId, 'contributor'),
    await addPerson(stage.world.workspaceId, 'contributor'),
  ];
  const team = { name: 'Owners', description: '', memberIds: [leaver.userId, stayer.userId] };
  const { id: teamId } = must(await createTeam(stage.world.people.admin.actor, team));
  const [one = ''] = stage.itemIds;
  const { number } = await approvedRequest(stage, { [one]: { owner: { type: 'team', id: teamId } } });
  must(await merge(stage, number));
  const made = { teamId, leaver, stayer };
  owningTeams.set(stage, made);
  return made;
}

/** What the record says of the order: a merge that comes after what should have stopped it is wrong, and so is the contrary. */
export async function inOrder(stage: Stage, merged: Outcome | undefined, action: string): Promise<string[]> {
  const { items } = await listAudit(prisma(), stage.world.workspaceId, { limit: 8 });
  const stopped = items.find((entry) => entry.action === action)?.seq ?? 0;
  const mergedAt = items.find((entry) => entry.action === 'change-request.merged')?.seq;
  if (!merged?.ok) return mergedAt !== undefined && mergedAt > stopped ? ['a refused merge is on record'] : [];
  return mergedAt === undefined || mergedAt > stopped ? [`merged after ${action}`] : [];
}

/** Whether the head is where the answer says; a request that was refused is put away. */
export async function settle(
  stage: Stage,
  number: number,
  head: number,
  merged: Outcome | undefined,
): Promise<string[]> {
  const after = await readHead(stage);
  if (!merged?.ok) must(await closeChangeRequest(stage.author.actor, { plan: stage.plan, number, reason: '' }));
  return after.head === head + (merged?.ok ? 1 : 0) ? [] : ['the head is not where the answer says'];
}
