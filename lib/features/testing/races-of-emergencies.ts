import 'server-only';
import { defaultPolicy } from '@/lib/domain/review/policy';
import { editChange } from '@/lib/features/change-requests/edit-change';
import { askEmergency, confirmEmergencyOf, withdrawEmergencyOf } from '@/lib/features/change-requests/move-emergency';
import { requestChangesOf } from '@/lib/features/change-requests/moves';
import { splitChangeRequest } from '@/lib/features/change-requests/split-change-request';
import { updateMember } from '@/lib/features/members/update-member';
import { prisma } from '@/lib/infra/db/client';
import { must } from '@/lib/kit/must';
import { err } from '@/lib/kit/result';
import { listEmergencies } from '@/lib/store/emergency-merges';
import { inOrder, setPolicy, settle } from './races-of-rules';
import { approve, merge, proposedRequest, readHead, type Stage } from './stage';
import { type Outcome, said, together } from './together';
import { addPerson, type Persona } from './world';

/**
 * A second person confirms an emergency merge while the author presses Merge, and meanwhile a third confirms too, it is
 * taken back, edited, approved, blocked or split, its asker confirms, the rules forbid it, or the second person's role goes.
 */
export async function emergencyMerge(stage: Stage, round: number): Promise<string[]> {
  const [one = '', two = ''] = stage.itemIds;
  const { admin } = stage.world.people;
  const [second, third] = await approversOf(stage);
  const read = { meaning: `As it was read in round ${round}.` };
  const request = await proposedRequest(stage, { [one]: read, [two]: read });
  const place = { plan: stage.plan, number: request.number };
  const before = await readHead(stage);
  const wrong: string[] = [];
  for (const reason of ['', '  \n']) {
    const asked = await askEmergency(admin.actor, { ...place, reason });
    if (asked.ok) wrong.push('an emergency was asked for without a reason');
  }
  must(await askEmergency(admin.actor, { ...place, reason: `The shop is down, for the ${round}. time.` }));

  const late = { meaning: `Written late in round ${round}.` };
  const confirm = (who: Persona) => confirmEmergencyOf(who.actor, place);
  const fate = (outcome: Outcome): Outcome => (outcome.ok ? outcome : err({ code: outcome.error.code }));
  const setRole = (role: 'viewer' | 'approver') => updateMember(admin.actor, { id: second.userId, role });
  const acts: Readonly<Record<string, () => Promise<Outcome>>> = {
    'another confirmation': () => confirm(third),
    'its withdrawal': () => withdrawEmergencyOf(admin.actor, place),
    'an edit': () =>
      editChange(stage.helper.actor, { ...place, itemId: one, fields: late, expected: { meaning: read.meaning } }),
    'an approval': async () =>
      approve({ ...stage, reviewer: third }, request)
        .then(
          () => merge(stage, place.number),
          () => err({ code: 'review.finished' }),
        )
        .then(fate),
    'a veto': () => requestChangesOf(third.actor, { ...place, body: 'Not so.' }),
    'a split': () => splitChangeRequest(stage.author.actor, { ...place, stays: [one] }),
    'its asker': () => confirm(admin),
    'a change of the policy': () => setPolicy(stage, { ...defaultPolicy, emergencyMerge: 'never' }),
    'a loss of the role': () => setRole('viewer'),
  };
  const [name = '', act = () => confirm(third)] = Object.entries(acts)[round % Object.keys(acts).length] ?? [];
  const [confirmed, pressed, other] = await together(
    () => confirm(second),
    () => merge(stage, place.number),
    act,
  );
  const tell = (words: string) =>
    wrong.push(`${words} (confirmation ${said(confirmed)}, Merge ${said(pressed)}, ${name} ${said(other)})`);

  const isMergeToo = name === 'another confirmation' || name === 'an approval';
  const merges = [confirmed, pressed, ...(isMergeToo ? [other] : [])].filter((outcome) => outcome?.ok);
  if (merges.length > 1) tell(`${merges.length} merges won`);
  if (pressed?.ok && name !== 'an approval') tell('it was merged as usual without an approval');
  if (isMergeToo && merges.length !== 1) tell('nobody merged');
  const excludes = ['its withdrawal', 'an edit', 'a veto', 'a split'].includes(name);
  if (excludes && confirmed?.ok === other?.ok) tell('not exactly one of the two came first');
  if (name === 'its asker' && (other?.ok || !confirmed?.ok)) tell('who asks does not confirm');
  if (name === 'a change of the policy') wrong.push(...(await inOrder(stage, confirmed, 'policy.update')));
  if (name === 'a loss of the role') wrong.push(...(await inOrder(stage, confirmed, 'member.update')));

  const merged = merges[0];
  if (merged) wrong.push(...(await recordOf(stage, request, confirmed?.ok || (isMergeToo && name !== 'an approval'))));
  if (name === 'a change of the policy') must(await setPolicy(stage, defaultPolicy));
  if (name === 'a loss of the role') must(await setRole('approver'));
  return [...wrong, ...(await settle(stage, place.number, before.head, merged))];
}

/** What the plan and the record must say of a request that was merged: what was read, by two people, with a reason. */
async function recordOf(
  stage: Stage,
  request: Awaited<ReturnType<typeof proposedRequest>>,
  isEmergency: boolean,
): Promise<string[]> {
  const wrong: string[] = [];
  const { head, snapshot } = await readHead(stage);
  for (const { itemId, digest } of request.changes)
    if (snapshot.items.get(itemId)?.digest !== digest) wrong.push(`${itemId} is not what was asked for`);
  const wanted = { planId: stage.planId, changeRequestId: request.id };
  const [record] = await listEmergencies(prisma(), stage.world.workspaceId, wanted);
  if (!isEmergency) return record?.mergedAt ? [...wrong, 'a usual merge stands as an emergency'] : wrong;
  const { userId: author } = stage.author;
  if (!record || record.mergedRelease !== head) return [...wrong, 'the emergency is not on record'];
  if (record.reason.trim() === '') wrong.push('it has no reason');
  if (record.confirmedBy === null || record.confirmedBy === record.askedBy) wrong.push('it took one person');
  if (record.askedBy === author || record.confirmedBy === author) wrong.push('its author was one of the two');
  if (record.missing.length === 0) wrong.push('it does not say what it passed by');
  return wrong;
}

const approvers = new WeakMap<Stage, readonly [Persona, Persona]>();

/** Two approvers who did not contribute; made once. */
async function approversOf(stage: Stage): Promise<readonly [Persona, Persona]> {
  const known = approvers.get(stage);
  if (known) return known;
  const { workspaceId } = stage.world;
  const made = [await addPerson(workspaceId, 'approver'), await addPerson(workspaceId, 'approver')] as const;
  approvers.set(stage, made);
  return made;
}
