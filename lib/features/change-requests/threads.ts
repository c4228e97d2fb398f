import 'server-only';
import type { ThreadView } from '@/lib/contracts/threads';
import type { Action } from '@/lib/domain/access/actions';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { fieldValue } from '@/lib/domain/plan/item';
import { fieldOf } from '@/lib/domain/plan/kinds/list';
import { mentionsIn } from '@/lib/domain/review/mentions';
import { now } from '@/lib/infra/clock';
import { inTransaction, type Tx } from '@/lib/infra/db/transaction';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import {
  addComment,
  createThread,
  deleteComment,
  listThreads,
  saveComment,
  saveThreadResolution,
  type Thread,
} from '@/lib/store/threads';
import type { RequestError, RequestPlace } from './make-move';
import { noteTalk, postKept, tellNamed } from './post-comments';
import { findRequest } from './read-change-request';
import type { Found } from './request-view';
import { type Suggestion, threadView } from './thread-view';

type ThreadError =
  | RequestError
  | { readonly code: 'thread.not-found' }
  | { readonly code: 'thread.pending' }
  | { readonly code: 'thread.no-prose' }
  | { readonly code: 'comment.not-found' }
  | { readonly code: 'comment.empty' };
type Threads = Promise<Result<{ items: ThreadView[] }, ThreadError>>;

/** A comment as it is written. */
interface Saying {
  readonly body: string;
  /** Another wording of the field that the discussion is about. */
  readonly suggestion?: string | null;
  /** Keeps it from everybody else for now. */
  readonly pending?: boolean;
}

interface CommentPlace extends RequestPlace {
  readonly thread: string;
  readonly comment: string;
}

/** The discussions of a request as the actor may read them, oldest first. */
export function listThreadsOf(actor: Actor, input: RequestPlace): Threads {
  return discuss(actor, input, 'change-request.read', async () => ok(true));
}

/** Starts a discussion; it keeps the wording it is about, since the field may be edited later. */
export function startThread(
  actor: Actor,
  input: RequestPlace & Saying & { itemId: string | null; field: string | null },
): Threads {
  return discuss(actor, input, 'change-request.comment', async (tx, found) => {
    const { plan, request } = found;
    if (input.itemId !== null && !request.changes.some((one) => one.itemId === input.itemId))
      return err({ code: 'thread.not-found' });
    const thread = { id: newId('th'), itemId: input.itemId, field: input.field };
    const offer = offerOf(found, thread, input);
    if (!offer.ok) return offer;
    const said = presentOf(found, thread).value;
    await createThread(tx, actor.workspaceId, {
      ...thread,
      planId: plan.id,
      changeRequestId: request.id,
      quote: typeof said === 'string' ? said : null,
      startedById: actor.userId,
      createdAt: now(),
    });
    return say(tx, actor, found, thread, { ...input, offer: offer.value });
  });
}

/** Answers in a discussion. */
export function replyToThread(actor: Actor, input: RequestPlace & Saying & { thread: string }): Threads {
  return inThread(actor, input, async (tx, found, thread) => {
    const offer = offerOf(found, thread, input);
    return offer.ok ? say(tx, actor, found, thread, { ...input, offer: offer.value }) : offer;
  });
}

/** Resolves a discussion or opens it again. */
export function resolveThread(actor: Actor, input: RequestPlace & { thread: string; resolved: boolean }): Threads {
  return inThread(actor, input, async (tx, found, thread) => {
    if (thread.comments.every((comment) => comment.pending)) return err({ code: 'thread.pending' });
    const resolved = input.resolved ? { at: now(), userId: actor.userId } : null;
    await saveThreadResolution(tx, actor.workspaceId, input.thread, resolved);
    const words = input.resolved ? 'resolved a discussion' : 'opened a discussion again';
    await noteTalk(tx, actor, found, 'thread.resolve', words, [thread.itemId]);
    return ok(true);
  });
}

/** Writes one's own comment again, or posts one that was kept; nobody else's. */
export function editComment(
  actor: Actor,
  input: CommentPlace & { body?: string | undefined; pending?: false | undefined },
): Threads {
  return inThread(actor, input, async (tx, found, thread) => {
    const old = thread.comments.find((one) => one.id === input.comment);
    if (old?.author.id !== actor.userId || old.deletedAt) return err({ code: 'comment.not-found' });
    if (input.body !== undefined && input.body !== old.body) {
      if (input.body.trim() === '' && old.suggestion === null) return err({ code: 'comment.empty' });
      const mentions = namedIn(found, input.body);
      const editedAt = old.pending ? null : now();
      const { id, author } = old;
      await saveComment(tx, actor.workspaceId, { id, authorId: author.id, body: input.body, mentions, editedAt });
      if (!old.pending) {
        const fresh = mentions.filter((userId) => !old.mentions.includes(userId));
        await tellNamed(
          tx,
          actor,
          found,
          fresh.map((userId) => ({ userId, itemId: thread.itemId })),
        );
        await noteTalk(tx, actor, found, 'thread.edit', 'edited a comment', [thread.itemId]);
      }
    }
    if (input.pending === false)
      await tellNamed(tx, actor, found, await postKept(tx, actor, found, asked(thread, input.comment)));
    return ok(true);
  });
}

/** Takes the words of one's own comment back; its place stays, so that answers still answer something. */
export function removeComment(actor: Actor, input: CommentPlace): Threads {
  return inThread(actor, input, async (tx, found, thread) => {
    const old = thread.comments.find((one) => one.id === input.comment);
    const own = { id: input.comment, authorId: actor.userId, at: now() };
    if (!old || !(await deleteComment(tx, actor.workspaceId, own))) return err({ code: 'comment.not-found' });
    if (!old.pending) await noteTalk(tx, actor, found, 'thread.delete', 'deleted a comment', [thread.itemId]);
    return ok(true);
  });
}

/** Every comment begins as one that is kept; posting is one way for all. */
async function say(
  tx: Tx,
  actor: Actor,
  found: Found,
  thread: Pick<Thread, 'id' | 'itemId' | 'field'> & Partial<Pick<Thread, 'comments'>>,
  { body, offer, pending = false }: Pick<Saying, 'body' | 'pending'> & { readonly offer: Suggestion | null },
): Promise<Result<true, ThreadError>> {
  const id = newId('cm');
  await addComment(tx, actor.workspaceId, {
    ...{ id, threadId: thread.id, authorId: actor.userId, body },
    ...(offer ? { suggestion: offer } : {}),
    ...{ pending: true, mentions: namedIn(found, body), createdAt: now() },
  });
  if (!pending) await tellNamed(tx, actor, found, await postKept(tx, actor, found, asked(thread, id)));
  return ok(true);
}

/** One comment; with it all of a discussion that nobody else sees yet, which would have no beginning otherwise. */
function asked(thread: { readonly id: string; readonly comments?: Thread['comments'] }, commentId: string) {
  const isKept = (thread.comments ?? []).every((comment) => comment.pending);
  return (at: { readonly id: string }, comment: { readonly id: string }) =>
    comment.id === commentId || (isKept && at.id === thread.id);
}

/** What the field says in the request as it is now, and whether it is one of sentences. */
function presentOf({ request, world }: Found, { itemId, field }: Pick<Thread, 'itemId' | 'field'>) {
  if (itemId === null || field === null) return { value: undefined, isProse: false };
  const item = request.changes.find((one) => one.itemId === itemId)?.item ?? world.head.items.get(itemId);
  if (!item) return { value: undefined, isProse: false };
  return { value: fieldValue(item, field), isProse: fieldOf(item.kind, field)?.shape === 'prose' };
}

/** A suggested wording with the one it is for. */
function offerOf(
  found: Found,
  thread: Pick<Thread, 'itemId' | 'field'>,
  { suggestion = null }: Saying,
): Result<Suggestion | null, ThreadError> {
  if (suggestion === null) return ok(null);
  const { value, isProse } = presentOf(found, thread);
  return isProse && typeof value === 'string'
    ? ok({ from: value, text: suggestion })
    : err({ code: 'thread.no-prose' });
}

function namedIn({ world }: Found, body: string): string[] {
  return mentionsIn(body).filter((userId) => world.people.persons.has(userId));
}

function inThread(
  actor: Actor,
  place: RequestPlace & { thread: string },
  act: (tx: Tx, found: Found, thread: Thread) => Promise<Result<true, ThreadError>>,
): Threads {
  return discuss(actor, place, 'change-request.comment', async (tx, found) => {
    const about = { changeRequestId: found.request.id, readerId: actor.userId };
    const thread = (await listThreads(tx, actor.workspaceId, about)).find((one) => one.id === place.thread);
    return thread ? act(tx, found, thread) : err({ code: 'thread.not-found' });
  });
}

function discuss(
  actor: Actor,
  place: RequestPlace,
  action: Action,
  act: (tx: Tx, found: Found) => Promise<Result<true, ThreadError>>,
): Threads {
  const allowed = can(actor, action);
  if (!allowed.ok) return Promise.resolve(allowed);
  return inTransaction<Result<{ items: ThreadView[] }, ThreadError>>(async (tx) => {
    const found = await findRequest(tx, actor, place);
    if (!found.ok) return found;
    const acted = await act(tx, found.value);
    if (!acted.ok) return acted;
    const about = { changeRequestId: found.value.request.id, readerId: actor.userId };
    const threads = await listThreads(tx, actor.workspaceId, about);
    return ok({ items: threads.map((thread) => threadView(thread, found.value.world.people)) });
  });
}
