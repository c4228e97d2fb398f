import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { ok, type Result } from '@/lib/kit/result';
import { countUnread } from '@/lib/store/notifications';

/** How much of the reader's inbox is unread, snoozed and done left out. */
export async function countInbox(actor: Actor): Promise<Result<{ unread: number }, AccessDenied>> {
  const allowed = can(actor, 'inbox.read');
  if (!allowed.ok) return allowed;
  return ok({ unread: await countUnread(prisma(), actor.workspaceId, actor.userId, now()) });
}
