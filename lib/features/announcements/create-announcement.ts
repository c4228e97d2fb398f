import 'server-only';
import type * as z from 'zod';
import type { AnnouncementView, createAnnouncementSchema } from '@/lib/contracts/announcements';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { now } from '@/lib/infra/clock';
import { inTransaction } from '@/lib/infra/db/transaction';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import { countAnnouncements, createAnnouncement as createRow, readAnnouncement } from '@/lib/store/announcements';
import { readItemIdentity } from '@/lib/store/items';
import { lockPlan, readPlan } from '@/lib/store/plans';
import { noteAnnouncement } from './note-announcement';
import { announcementView } from './view';

/** A plan with more than this pinned on it says nothing any more. */
const mostPinned = 200;

export type CreateAnnouncementError =
  | AccessDenied
  | {
      readonly code: 'plan.not-found' | 'item.not-found' | 'announcement.over' | 'announcement.too-many';
      readonly detail?: string;
    };

/** Pins words on an item, or on the whole plan, from one moment until another. The definition stays as it is. */
export async function createAnnouncement(
  actor: Actor,
  input: { plan: string } & z.output<typeof createAnnouncementSchema>,
): Promise<Result<AnnouncementView, CreateAnnouncementError>> {
  const allowed = can(actor, 'announcement.create');
  if (!allowed.ok) return allowed;
  const { workspaceId, userId } = actor;
  const { itemId, text } = input;
  return inTransaction(async (tx) => {
    const found = await readPlan(tx, workspaceId, input.plan);
    const plan = found && (await lockPlan(tx, workspaceId, found.id));
    if (!plan || plan.archivedAt) return err({ code: 'plan.not-found' as const });
    if (itemId !== null && (await readItemIdentity(tx, workspaceId, itemId))?.planId !== plan.id)
      return err({ code: 'item.not-found' as const });
    const at = now();
    const [startsAt, endsAt] = [new Date(input.startsAt), new Date(input.endsAt)];
    if (endsAt <= at)
      return err({ code: 'announcement.over' as const, detail: 'Choose an end that lies in the future' });
    if ((await countAnnouncements(tx, workspaceId, plan.id, at)) >= mostPinned)
      return err({ code: 'announcement.too-many' as const, detail: 'End one that nobody needs any more first' });
    const id = newId('an');
    await createRow(tx, workspaceId, {
      ...{ id, planId: plan.id, itemId, text, startsAt, endsAt },
      ...{ createdById: userId, createdAt: at },
    });
    const row = await readAnnouncement(tx, workspaceId, plan.id, id);
    if (!row) throw new Error(`announcement ${id} was not stored`);
    await noteAnnouncement(tx, actor, 'announcement.create', plan.id, row);
    return ok(announcementView(row, actor, at));
  });
}
