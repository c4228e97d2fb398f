import 'server-only';
import type { InboxEntry, InboxPage, InboxQuery } from '@/lib/contracts/inbox';
import type { InboxTab } from '@/lib/contracts/inbox-tabs';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import type { Tx } from '@/lib/infra/db/transaction';
import { ok, type Result } from '@/lib/kit/result';
import {
  countUnread,
  type InboxFilter,
  listNotifications,
  type Notification,
  nextSnoozed,
} from '@/lib/store/notifications';
import { listPlans } from '@/lib/store/plans';
import { listWatches } from '@/lib/store/watches';
import { entryView } from './entry-view';

const filters: Record<InboxTab, InboxFilter> = {
  important: { tab: 'inbox', important: true },
  everything: { tab: 'inbox' },
  snoozed: { tab: 'snoozed' },
  done: { tab: 'done' },
};

/** A tab of the reader's inbox, newest first. */
export async function listInbox(actor: Actor, query: InboxQuery): Promise<Result<InboxPage, AccessDenied>> {
  const allowed = can(actor, 'inbox.read');
  if (!allowed.ok) return allowed;
  const { workspaceId, userId } = actor;
  const at = now();
  const page = await listNotifications(prisma(), workspaceId, userId, filters[query.tab], query, at);
  return ok({
    items: await entryViews(prisma(), actor, page.items),
    nextCursor: page.nextCursor,
    total: page.total,
    unread: await countUnread(prisma(), workspaceId, userId, at),
    nextSnoozedAt: (await nextSnoozed(prisma(), workspaceId, userId, at))?.toISOString() ?? null,
  });
}

/** News as their reader sees them; what cannot be read any more is left out. */
export async function entryViews(tx: Tx, actor: Actor, rows: readonly Notification[]): Promise<InboxEntry[]> {
  if (rows.length === 0) return [];
  const plans = new Map((await listPlans(tx, actor.workspaceId, { archived: true })).map((plan) => [plan.id, plan]));
  const watches = await listWatches(tx, actor.workspaceId, actor.userId);
  return rows.flatMap((row) => entryView(row, { plans, watches }) ?? []);
}
