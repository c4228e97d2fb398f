import 'server-only';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import { fieldValue } from '@/lib/domain/plan/item';
import { editChange } from '@/lib/features/change-requests/edit-change';
import { closeChangeRequest, requestChangesOf, withdrawVerdictOf } from '@/lib/features/change-requests/moves';
import { readChangeRequestView } from '@/lib/features/change-requests/read-change-request';
import { splitChangeRequest } from '@/lib/features/change-requests/split-change-request';
import { prisma } from '@/lib/infra/db/client';
import { must } from '@/lib/kit/must';
import { listAudit } from '@/lib/store/audit';
import { readChangeRequest } from '@/lib/store/change-requests';
import { approvedRequest, merge, readHead, type Stage } from './stage';
import { type Outcome, said, together } from './together';

const late = (round: number) => `Written late in round ${round}.`;

/**
 * Some items of an approved request are left for a follow-up while the whole is merged, and meanwhile somebody edits one
 * that leaves or one that stays, blocks it, takes the approval back, or splits it otherwise.
 */
export async function partialMerge(stage: Stage, round: number): Promise<string[]> {
  const [one = '', two = '', three = ''] = stage.itemIds;
  const read = { meaning: `As it was read in round ${round}.` };
  const request = await approvedRequest(stage, { [one]: read, [two]: read, [three]: read });
  const place = { plan: stage.plan, number: request.number };
  const before = await readHead(stage);
  const edit = (itemId: string) =>
    editChange(stage.helper.actor, { ...place, itemId, fields: { meaning: late(round) }, expected: read });
  const acts: Readonly<Record<string, () => Promise<Outcome>>> = {
    'an edit of what leaves': () => edit(two),
    'an edit of what stays': () => edit(one),
    'a veto': () => requestChangesOf(stage.world.people.admin.actor, { ...place, body: 'Not so.' }),
    'a withdrawal': () => withdrawVerdictOf(stage.reviewer.actor, { ...place, verdict: request.verdicts[0]?.id ?? '' }),
    'another split': () => splitChangeRequest(stage.helper.actor, { ...place, stays: [two] }),
  };
  const [name = '', act = () => edit(two)] = Object.entries(acts)[round % Object.keys(acts).length] ?? [];
  const [merged, split, other] = await together(
    () => merge(stage, place.number),
    () => splitChangeRequest(stage.author.actor, { ...place, stays: [one] }),
    act,
  );
  const wrong: string[] = [];
  const tell = (words: string) =>
    wrong.push(`${words} (merge ${said(merged)}, split ${said(split)}, ${name} ${said(other)})`);

  const parts = await partsOf(stage, place.number);
  const isOther = name === 'another split' && other?.ok === true;
  if (split?.ok && isOther) tell('two splits of the same items won');
  if (parts.length !== (split?.ok || isOther ? 2 : 1)) tell(`there are ${parts.length} requests`);
  const stayed = isOther ? [two] : split?.ok ? [one] : stage.itemIds;
  const left = stage.itemIds.filter((id) => !stayed.includes(id));
  if (!sameItems(parts[0], stayed)) tell('other items stayed than were chosen');
  if (left.length > 0 && !sameItems(parts[1], left)) tell('the follow-up has other items than were left');

  const wasRead = new Map(request.changes.map(({ itemId, digest }) => [itemId, digest]));
  const edited = name.startsWith('an edit') && other?.ok ? (name.endsWith('leaves') ? two : one) : undefined;
  for (const part of parts) wrong.push(...(await wordsOf(stage, part, { wasRead, edited, round })));

  const after = await readHead(stage);
  if (after.head !== before.head + (merged?.ok ? 1 : 0)) tell('the head is not where the answer says');
  const unread = (part: ChangeRequestView | undefined, head: typeof after) =>
    part?.changes.filter(({ itemId }) => head.snapshot.items.get(itemId)?.digest !== wasRead.get(itemId)) ?? [];
  if (merged?.ok && unread(parts[0], after).length > 0) tell('something unread became the plan');
  const moved = parts[1]?.changes.filter(({ itemId }) => isMoved(before, after, itemId)) ?? [];
  if (moved.length > 0) tell('an item that was left became the plan');
  if (merged?.ok && other?.ok && (name === 'a veto' || name === 'a withdrawal'))
    tell('merged although somebody who counts was against it');

  for (const part of parts.slice(1)) {
    const head = (await readHead(stage)).head;
    const done = await merge(stage, part.number);
    const now = await readHead(stage);
    if (done.ok && unread(part, now).length > 0) tell('something unread became the plan by the follow-up');
    if (done.ok && (await cameBefore(stage, 'change-request.verdict-withdrawn', 'change-request.split')))
      tell('an approval that was withdrawn went along');
    if (done.ok && (await cameBefore(stage, 'change-request.changes-requested', 'change-request.split')))
      tell('a veto stayed behind');
    if (now.head !== head + (done.ok ? 1 : 0)) tell('the head is not where the follow-up says');
    if (!done.ok)
      must(await closeChangeRequest(stage.author.actor, { plan: stage.plan, number: part.number, reason: '' }));
  }
  if (!merged?.ok) must(await closeChangeRequest(stage.author.actor, { ...place, reason: '' }));
  return wrong;
}

/** The request and what was left of it, as stored. */
async function partsOf(stage: Stage, number: number): Promise<ChangeRequestView[]> {
  const read = (at: number) => readChangeRequestView(stage.author.actor, { plan: stage.plan, number: at });
  const first = must(await read(number));
  const others: ChangeRequestView[] = [];
  for (const { number: at } of first.followUps) others.push(must(await read(at)));
  return [first, ...others];
}

function sameItems(part: ChangeRequestView | undefined, ids: readonly string[]): boolean {
  const found = part?.changes.map(({ itemId }) => itemId).toSorted() ?? [];
  return JSON.stringify(found) === JSON.stringify(ids.toSorted());
}

/** Whether every item says what was read, or what somebody was told is stored. */
async function wordsOf(
  stage: Stage,
  part: ChangeRequestView,
  { wasRead, edited, round }: { wasRead: ReadonlyMap<string, string>; edited: string | undefined; round: number },
): Promise<string[]> {
  const stored = await readChangeRequest(prisma(), stage.world.workspaceId, stage.planId, part.number);
  return (stored?.changes ?? []).flatMap(({ itemId, item, digest }) => {
    if (itemId !== edited) return digest === wasRead.get(itemId) ? [] : [`${itemId} was altered by nobody`];
    return item && fieldValue(item, 'meaning') === late(round) ? [] : [`the edit of ${itemId} is lost`];
  });
}

type Head = Awaited<ReturnType<typeof readHead>>;

function isMoved(before: Head, after: Head, itemId: string): boolean {
  return before.snapshot.items.get(itemId)?.digest !== after.snapshot.items.get(itemId)?.digest;
}

/** Whether the latest of one action stands in the record of this round, before the latest of another. */
async function cameBefore(stage: Stage, action: string, other: string): Promise<boolean> {
  const { items } = await listAudit(prisma(), stage.world.workspaceId, { limit: 30 });
  const begun = items.findIndex((entry) => entry.action === 'change-request.submitted');
  const round = begun < 0 ? items : items.slice(0, begun);
  const seq = (wanted: string) => round.find((entry) => entry.action === wanted)?.seq;
  const [first, second] = [seq(action), seq(other)];
  return first !== undefined && second !== undefined && first < second;
}
