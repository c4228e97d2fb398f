import 'server-only';
import { fieldValue } from '@/lib/domain/plan/item';
import { editChange } from '@/lib/features/change-requests/edit-change';
import { closeChangeRequest, withdrawVerdictOf } from '@/lib/features/change-requests/moves';
import { readChangeRequestView } from '@/lib/features/change-requests/read-change-request';
import { rebaseChangeRequest } from '@/lib/features/change-requests/rebase-change-request';
import { prisma } from '@/lib/infra/db/client';
import { must } from '@/lib/kit/must';
import { readChangeRequest } from '@/lib/store/change-requests';
import { emergencyMerge } from './races-of-emergencies';
import { lossOfOwnership, lossOfRole, manyPresses, policyChange, veto } from './races-of-rules';
import { partialMerge } from './races-of-splits';
import { approve, approvedRequest, merge, readHead, type Stage } from './stage';
import { said, together } from './together';

/** One round of a race: what of it must never happen, in words; nothing when all is well. */
type Race = (stage: Stage, round: number) => Promise<string[]>;

/** Two people edit an approved request while a third merges it. */
async function lateEdit(stage: Stage, round: number): Promise<string[]> {
  const [one = '', two = ''] = stage.itemIds;
  const read = { meaning: `As it was read in round ${round}.` };
  const request = await approvedRequest(stage, { [one]: read, [two]: read });
  const { number } = request;
  const before = await readHead(stage);
  const place = { plan: stage.plan, number, itemId: one };
  const late = { meaning: `Written late in round ${round}.` };
  const moment = { firesWhen: `At another moment in round ${round}.` };
  const [merged, first, second] = await together(
    () => merge(stage, number),
    () => editChange(stage.author.actor, { ...place, fields: late, expected: read }),
    () => editChange(stage.helper.actor, { ...place, fields: moment, expected: {} }),
  );
  const wrong: string[] = [];
  const after = await readHead(stage);
  const stored = await readChangeRequest(prisma(), stage.world.workspaceId, stage.planId, number);
  const change = stored?.changes.find(({ itemId }) => itemId === one);
  if (merged?.ok) {
    if (first?.ok || second?.ok) wrong.push('a request was merged after an edit that nobody approved');
    for (const { itemId, digest } of request.changes)
      if (after.snapshot.items.get(itemId)?.digest !== digest) wrong.push(`${itemId} is not what was approved`);
    if (after.head !== before.head + 1) wrong.push('a merge made other than one release');
  } else {
    if (!first?.ok || !second?.ok)
      wrong.push(`an edit was lost: ${said(first)}, ${said(second)}, merge ${said(merged)}`);
    if (!change?.item || fieldValue(change.item, 'meaning') !== late.meaning) wrong.push('the first edit is gone');
    if (!change?.item || fieldValue(change.item, 'firesWhen') !== moment.firesWhen)
      wrong.push('the second edit is gone');
    if (after.head !== before.head) wrong.push('a refused merge made a release');
    must(await closeChangeRequest(stage.author.actor, { plan: stage.plan, number, reason: '' }));
  }
  return wrong;
}

/** A reviewer takes the approval back while somebody merges. */
async function withdrawnApproval(stage: Stage, round: number): Promise<string[]> {
  const [one = ''] = stage.itemIds;
  const request = await approvedRequest(stage, { [one]: { meaning: `As it was read in round ${round}.` } });
  const { number } = request;
  const before = await readHead(stage);
  const verdict = request.verdicts[0]?.id ?? '';
  const [merged, withdrawn] = await together(
    () => merge(stage, number),
    () => withdrawVerdictOf(stage.reviewer.actor, { plan: stage.plan, number, verdict }),
  );
  const wrong: string[] = [];
  const after = await readHead(stage);
  if (merged?.ok === withdrawn?.ok) wrong.push(`merge ${said(merged)} and withdrawal ${said(withdrawn)}`);
  if (after.head !== before.head + (merged?.ok ? 1 : 0)) wrong.push('the head is not where the answer says');
  if (!merged?.ok) must(await closeChangeRequest(stage.author.actor, { plan: stage.plan, number, reason: '' }));
  return wrong;
}

/** Two requests merge at once: about different items, the same field, the same item's different fields, or one request twice. */
async function anotherMerge(stage: Stage, round: number): Promise<string[]> {
  const [one = '', two = ''] = stage.itemIds;
  const meaning = (who: string) => ({ meaning: `${who} in round ${round}.` });
  const mine = await approvedRequest(stage, { [one]: meaning('Mine') });
  const theirEdits = [
    { [two]: meaning('Theirs') },
    { [one]: meaning('Theirs') },
    { [one]: { firesWhen: `Theirs in round ${round}.` } },
  ][round % 4];
  const theirs = theirEdits ? await approvedRequest(stage, theirEdits) : mine;
  const before = await readHead(stage);
  const outcomes = await together(
    () => merge(stage, mine.number),
    () => merge(stage, theirs.number),
  );
  const wins = outcomes.filter((outcome) => outcome.ok).length;
  const wrong: string[] = [];
  const after = await readHead(stage);
  if (wins !== (round % 4 === 0 ? 2 : 1)) wrong.push(`${wins} merges won: ${outcomes.map(said).join(', ')}`);
  if (after.head !== before.head + wins) wrong.push('a merge made other than one release');
  const loser = theirEdits ? [mine, theirs][outcomes.findIndex((outcome) => !outcome.ok)] : undefined;
  if (loser && round % 4 === 2) {
    const place = { plan: stage.plan, number: loser.number };
    must(await rebaseChangeRequest(stage.author.actor, { ...place, choices: [] }));
    await approve(stage, must(await readChangeRequestView(stage.author.actor, place)));
    must(await merge(stage, loser.number));
    const item = (await readHead(stage)).snapshot.items.get(one);
    if (!item || fieldValue(item, 'meaning') !== `Mine in round ${round}.`) wrong.push('the meaning is lost');
    if (!item || fieldValue(item, 'firesWhen') !== `Theirs in round ${round}.`) wrong.push('the moment is lost');
  } else if (loser) {
    must(await closeChangeRequest(stage.author.actor, { plan: stage.plan, number: loser.number, reason: '' }));
  }
  return wrong;
}

/** What a merge may meet, by name. */
export const races: Readonly<Record<string, Race>> = {
  'a late edit': lateEdit,
  'a withdrawn approval': withdrawnApproval,
  'another merge': anotherMerge,
  'a veto': veto,
  'a change of the policy': policyChange,
  'a loss of ownership': lossOfOwnership,
  'a loss of a role': lossOfRole,
  'sixteen presses of Merge': manyPresses,
  'a partial merge': partialMerge,
  'an emergency merge': emergencyMerge,
};
