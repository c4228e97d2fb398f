import 'server-only';
import type { AnnouncementView } from '@/lib/contracts/announcements';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { listAnnouncements as listRows } from '@/lib/store/announcements';
import { readPlan } from '@/lib/store/plans';
import { announcementView } from './view';

export type AnnouncementsError = AccessDenied | { readonly code: 'plan.not-found' };

/** What is pinned on a plan and its items and has not ended; what begins later is told to those who could pin it. */
export async function listAnnouncements(
  actor: Actor,
  input: { plan: string; item?: string | undefined },
): Promise<Result<{ items: AnnouncementView[]; nextCursor: null; total: number }, AnnouncementsError>> {
  const allowed = can(actor, 'announcement.read');
  if (!allowed.ok) return allowed;
  const plan = await readPlan(prisma(), actor.workspaceId, input.plan);
  if (!plan) return err({ code: 'plan.not-found' });
  const at = now();
  const rows = await listRows(prisma(), actor.workspaceId, plan.id, { itemId: input.item, at });
  const mayPin = can(actor, 'announcement.create').ok;
  const items = rows.map((row) => announcementView(row, actor, at)).filter(({ isShown }) => isShown || mayPin);
  return ok({ items, nextCursor: null, total: items.length });
}
