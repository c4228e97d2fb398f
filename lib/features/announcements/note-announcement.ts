import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { shortened } from '@/lib/domain/plan-query/item-ref';
import type { Tx } from '@/lib/infra/db/transaction';
import type { Announcement } from '@/lib/store/announcements';
import { auditBy, writeAudit } from '@/lib/store/audit';

/** Records that an announcement was pinned or ended, which also tells the open screens; nobody is sent anything. */
export function noteAnnouncement(
  tx: Tx,
  actor: Actor,
  action: 'announcement.create' | 'announcement.end',
  planId: string,
  { id, itemId, text, startsAt, endsAt }: Announcement,
): Promise<void> {
  const detail = {
    ...{ planId, itemId, name: shortened(text, 60), text },
    ...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
  };
  return writeAudit(tx, actor.workspaceId, {
    ...{ ...auditBy(actor), action, subjectKind: 'announcement', subjectId: id, detail },
  });
}
