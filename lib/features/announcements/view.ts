import type { AnnouncementView } from '@/lib/contracts/announcements';
import type { Actor } from '@/lib/domain/access/actor';
import { includesRole } from '@/lib/domain/access/roles';
import type { Announcement } from '@/lib/store/announcements';

/** Whether somebody may end an announcement before its time: who pinned it while still a contributor, and every approver. */
export function mayEnd(actor: Actor, announcement: Announcement): boolean {
  if (includesRole(actor.role, 'approver')) return true;
  return announcement.createdBy.id === actor.userId && includesRole(actor.role, 'contributor');
}

/** An announcement as a reader sees it at a moment. */
export function announcementView(announcement: Announcement, actor: Actor, at: Date): AnnouncementView {
  const { id, itemId, text, startsAt, endsAt, createdBy } = announcement;
  return {
    id,
    itemId,
    text,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    isShown: startsAt <= at && at < endsAt,
    by: createdBy,
    mayEnd: mayEnd(actor, announcement),
  };
}
