import 'server-only';
import type { InboxEntry, Triage } from '@/lib/contracts/inbox';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { now } from '@/lib/infra/clock';
import { inTransaction } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { countUnread, markNotifications, type NotificationPatch, readNotification } from '@/lib/store/notifications';
import { entryViews } from './list-inbox';

type Failure =
  | AccessDenied
  | { readonly code: 'inbox.not-found' }
  | { readonly code: 'inbox.past'; readonly detail: string };

/** Does something with one of the reader's entries; doing it again changes nothing. */
export async function triageEntry(
  actor: Actor,
  input: Triage & { readonly id: string },
): Promise<Result<InboxEntry, Failure>> {
  const { id, ...triage } = input;
  const marked = await triageAll(actor, [id], triage);
  if (!marked.ok) return marked;
  if (marked.value === 0) return err({ code: 'inbox.not-found' });
  return inTransaction<Result<InboxEntry, Failure>>(async (tx) => {
    const row = await readNotification(tx, actor.workspaceId, actor.userId, id);
    const [view] = row ? await entryViews(tx, actor, [row]) : [];
    return view ? ok(view) : err({ code: 'inbox.not-found' });
  });
}

/** The same for several of the reader's entries; those that are not theirs are passed over. */
export async function triageEntries(
  actor: Actor,
  input: Triage & { readonly ids: readonly string[] },
): Promise<Result<{ marked: number; unread: number }, Failure>> {
  const { ids, ...triage } = input;
  const marked = await triageAll(actor, ids, triage);
  if (!marked.ok) return marked;
  const unread = await inTransaction((tx) => countUnread(tx, actor.workspaceId, actor.userId, now()));
  return ok({ marked: marked.value, unread });
}

async function triageAll(actor: Actor, ids: readonly string[], triage: Triage): Promise<Result<number, Failure>> {
  const allowed = can(actor, 'inbox.update');
  if (!allowed.ok) return allowed;
  const at = now();
  if (triage.until !== undefined && new Date(triage.until) <= at)
    return err({ code: 'inbox.past', detail: 'Choose a moment that is still to come.' });
  return ok(
    await inTransaction((tx) => markNotifications(tx, actor.workspaceId, actor.userId, ids, patchOf(triage, at))),
  );
}

function patchOf({ action, until }: Triage, at: Date): NotificationPatch {
  switch (action) {
    case 'done':
      return { doneAt: at, readAt: at, snoozedUntil: null };
    case 'undone':
      return { doneAt: null };
    case 'read':
      return { readAt: at };
    case 'unread':
      return { readAt: null };
    case 'snooze':
      return { snoozedUntil: new Date(until ?? at), doneAt: null };
    case 'unsnooze':
      return { snoozedUntil: null };
    case 'acknowledge':
      return { acknowledgedAt: at, readAt: at, doneAt: at, snoozedUntil: null };
  }
}
