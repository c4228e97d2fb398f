import 'server-only';
import type * as z from 'zod';
import type { startThreadSchema, ThreadView } from '@/lib/contracts/change-requests';
import type { Action } from '@/lib/domain/access/actions';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { fieldValue } from '@/lib/domain/plan/item';
import { now } from '@/lib/infra/clock';
import { inTransaction, type Tx } from '@/lib/infra/db/transaction';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { addComment, createThread, listThreads, saveThreadResolution } from '@/lib/store/threads';
import type { RequestError, RequestPlace } from './make-move';
import { type Found, findRequest } from './read-change-request';

type ThreadError = RequestError | { readonly code: 'thread.not-found' };
type Threads = Promise<Result<{ items: ThreadView[] }, ThreadError>>;

/** The discussions of a request, oldest first. */
export function listThreadsOf(actor: Actor, input: RequestPlace): Threads {
  return discuss(actor, input, 'change-request.read', async () => ok(true));
}

/** Starts a discussion; it keeps the wording it is about, since the field may be edited later. */
export function startThread(actor: Actor, input: RequestPlace & z.output<typeof startThreadSchema>): Threads {
  return discuss(actor, input, 'change-request.comment', async (tx, { plan, request, world }) => {
    const change = input.itemId === null ? undefined : request.changes.find((one) => one.itemId === input.itemId);
    if (input.itemId !== null && !change) return err({ code: 'thread.not-found' });
    const item = change?.item ?? (input.itemId === null ? undefined : world.head.items.get(input.itemId));
    const said = item && input.field ? fieldValue(item, input.field) : undefined;
    const threadId = newId('th');
    const createdAt = now();
    await createThread(tx, actor.workspaceId, {
      id: threadId,
      planId: plan.id,
      changeRequestId: request.id,
      itemId: input.itemId,
      field: input.field,
      quote: typeof said === 'string' ? said : null,
      startedById: actor.userId,
      createdAt,
    });
    await addComment(tx, actor.workspaceId, {
      id: newId('cm'),
      threadId,
      authorId: actor.userId,
      body: input.body,
      createdAt,
    });
    await note(tx, actor, request.id, request.number, 'thread.start', 'started a discussion');
    return ok(true);
  });
}

/** Answers in a discussion. */
export function replyToThread(actor: Actor, input: RequestPlace & { thread: string; body: string }): Threads {
  return discuss(actor, input, 'change-request.comment', async (tx, { request }) => {
    const threads = await listThreads(tx, actor.workspaceId, { changeRequestId: request.id });
    if (!threads.some((thread) => thread.id === input.thread)) return err({ code: 'thread.not-found' });
    await addComment(tx, actor.workspaceId, {
      id: newId('cm'),
      threadId: input.thread,
      authorId: actor.userId,
      body: input.body,
      createdAt: now(),
    });
    await note(tx, actor, request.id, request.number, 'thread.reply', 'answered in a discussion');
    return ok(true);
  });
}

/** Resolves a discussion or opens it again. */
export function resolveThread(actor: Actor, input: RequestPlace & { thread: string; resolved: boolean }): Threads {
  return discuss(actor, input, 'change-request.comment', async (tx, { request }) => {
    const threads = await listThreads(tx, actor.workspaceId, { changeRequestId: request.id });
    if (!threads.some((thread) => thread.id === input.thread)) return err({ code: 'thread.not-found' });
    await saveThreadResolution(
      tx,
      actor.workspaceId,
      input.thread,
      input.resolved ? { at: now(), userId: actor.userId } : null,
    );
    await note(
      tx,
      actor,
      request.id,
      request.number,
      'thread.resolve',
      input.resolved ? 'resolved a discussion' : 'opened a discussion again',
    );
    return ok(true);
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
    const threads = await listThreads(tx, actor.workspaceId, { changeRequestId: found.value.request.id });
    return ok({
      items: threads.map((thread) => ({
        id: thread.id,
        itemId: thread.itemId,
        field: thread.field,
        quote: thread.quote,
        resolvedAt: thread.resolvedAt?.toISOString() ?? null,
        comments: thread.comments.map(({ id, author, body, createdAt }) => ({
          id,
          author,
          body,
          at: createdAt.toISOString(),
        })),
      })),
    });
  });
}

function note(tx: Tx, actor: Actor, requestId: string, number: number, action: string, words: string): Promise<void> {
  return writeAudit(tx, actor.workspaceId, {
    ...auditBy(actor),
    action,
    subjectKind: 'change-request',
    subjectId: requestId,
    detail: { words, number },
  });
}
