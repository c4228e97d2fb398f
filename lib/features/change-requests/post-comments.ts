import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import type { ChangeRequest } from '@/lib/domain/review/change-request';
import type { ReviewEvent } from '@/lib/domain/review/event';
import { mentionsIn } from '@/lib/domain/review/mentions';
import type { Moved } from '@/lib/domain/review/move';
import { now } from '@/lib/infra/clock';
import type { Tx } from '@/lib/infra/db/transaction';
import { addJob } from '@/lib/infra/jobs/add-job';
import { ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import type { Plan } from '@/lib/store/plans';
import { type Comment, listThreads, postComments, type Thread } from '@/lib/store/threads';
import type { Opened } from './make-move';

/** The request that is talked about. */
export interface Talk {
  readonly plan: Plan;
  readonly request: Pick<ChangeRequest, 'id' | 'number'>;
}

/** Somebody whom a text names, and the item it is about; null for the whole request. */
interface NamedIn {
  readonly userId: string;
  readonly itemId: string | null;
}

/** The comments that the actor keeps on a request, each by whom it names. */
export async function listKept(tx: Tx, actor: Actor, requestId: string): Promise<NamedIn[][]> {
  const threads = await listThreads(tx, actor.workspaceId, { changeRequestId: requestId, readerId: actor.userId });
  return threads.flatMap(({ itemId, comments }) =>
    comments
      .filter((comment) => comment.pending)
      .map((comment) => comment.mentions.map((userId) => ({ userId, itemId }))),
  );
}

/**
 * A verdict with the news for whom its note and the comments that go out with it name: part of the same move, so that
 * somebody who is both its author and named in it hears of it once.
 */
export function namedWith<E>(
  moved: Result<Moved, E>,
  { before, context }: Opened,
  note: string,
  kept: readonly (readonly NamedIn[])[],
): Result<Moved, E> {
  if (!moved.ok) return moved;
  const { persons } = context.world.people;
  const inNote = mentionsIn(note).flatMap((userId) => (persons.has(userId) ? [{ userId, itemId: null }] : []));
  const event = mentionOf(context.actor.id, before, context.at, [...inNote, ...kept.flat()]);
  return event ? ok({ ...moved.value, events: [...moved.value.events, event] }) : moved;
}

/** Posts everything the actor keeps on a request, together with the verdict that is stored in the same transaction. */
export function sendKept(actor: Actor): (opened: Opened, tx: Tx) => Promise<void> {
  return async ({ plan, before }, tx) => {
    await postKept(tx, actor, { plan, request: before }, () => true);
  };
}

/** Posts those of the actor's kept comments that are asked for: from now on everybody reads them. @returns whom they name */
export async function postKept(
  tx: Tx,
  actor: Actor,
  talk: Talk,
  isAsked: (thread: Thread, comment: Comment) => boolean,
): Promise<NamedIn[]> {
  const about = { changeRequestId: talk.request.id, readerId: actor.userId };
  const threads = await listThreads(tx, actor.workspaceId, about);
  const posted = threads.flatMap((thread) =>
    thread.comments
      .filter((comment) => comment.pending && isAsked(thread, comment))
      .map((comment) => ({ thread, comment, begins: thread.comments.every((one) => one.pending) })),
  );
  const [first] = posted;
  if (!first) return [];
  posted.sort((a, b) => a.comment.createdAt.getTime() - b.comment.createdAt.getTime());
  await postComments(
    tx,
    actor.workspaceId,
    posted.map(({ comment }) => comment.id),
    now(),
  );
  const itemIds = posted.map(({ thread }) => thread.itemId);
  if (posted.length > 1) await noteTalk(tx, actor, talk, 'thread.post', `posted ${posted.length} comments`, itemIds);
  else if (first.begins) await noteTalk(tx, actor, talk, 'thread.start', 'started a discussion', itemIds);
  else await noteTalk(tx, actor, talk, 'thread.reply', 'answered in a discussion', itemIds);
  return posted.flatMap(({ thread, comment }) => comment.mentions.map((userId) => ({ userId, itemId: thread.itemId })));
}

/** Has those told whom a comment names; who wrote it hears nothing. */
export async function tellNamed(
  tx: Tx,
  actor: Actor,
  { plan, request }: Talk,
  named: readonly NamedIn[],
): Promise<void> {
  const event = mentionOf(actor.userId, request, now().toISOString(), named);
  if (!event) return;
  await addJob(tx, 'tell', {
    workspaceId: actor.workspaceId,
    planId: plan.id,
    requestId: request.id,
    actorId: actor.userId,
    events: [event],
  });
}

/** The news that somebody is named; undefined when nobody else is. */
function mentionOf(
  actorId: string,
  request: Talk['request'],
  at: string,
  named: readonly NamedIn[],
): ReviewEvent | undefined {
  const others = named.filter(({ userId }) => userId !== actorId);
  if (others.length === 0) return undefined;
  return {
    ...{ type: 'change-request.mentioned', requestId: request.id, actorId, at, words: 'mentioned you' },
    userIds: [...new Set(others.map(({ userId }) => userId))],
    itemIds: others.some(({ itemId }) => itemId === null)
      ? []
      : [...new Set(others.flatMap(({ itemId }) => itemId ?? []))],
  };
}

/**
 * Writes what somebody did in the discussions of a request where its activity is read.
 * @param about the items of the discussions; null for one about the whole request
 */
export function noteTalk(
  tx: Tx,
  actor: Actor,
  { request }: Talk,
  action: string,
  words: string,
  about: readonly (string | null)[],
): Promise<void> {
  // What is about the whole request names no item.
  const itemIds = about.includes(null) ? [] : [...new Set(about)];
  return writeAudit(tx, actor.workspaceId, {
    ...auditBy(actor),
    action,
    subjectKind: 'change-request',
    subjectId: request.id,
    detail: { words, number: request.number, itemIds },
  });
}
