import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { now } from '@/lib/infra/clock';
import { inTransaction } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { endAnnouncement as endRow, readAnnouncement } from '@/lib/store/announcements';
import { readPlan } from '@/lib/store/plans';
import { noteAnnouncement } from './note-announcement';
import { mayEnd } from './view';

export type EndAnnouncementError = AccessDenied | { readonly code: 'plan.not-found' | 'announcement.not-found' };

/** Takes an announcement down before its time; one that is over already stays over. */
export async function endAnnouncement(
  actor: Actor,
  input: { plan: string; id: string },
): Promise<Result<{ done: true }, EndAnnouncementError>> {
  const allowed = can(actor, 'announcement.end');
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const plan = await readPlan(tx, actor.workspaceId, input.plan);
    if (!plan) return err({ code: 'plan.not-found' as const });
    const row = await readAnnouncement(tx, actor.workspaceId, plan.id, input.id);
    if (!row) return err({ code: 'announcement.not-found' as const });
    if (!mayEnd(actor, row)) return err({ code: 'access.denied', action: 'announcement.end', needs: 'approver' });
    if (await endRow(tx, actor.workspaceId, row, now()))
      await noteAnnouncement(tx, actor, 'announcement.end', plan.id, row);
    return ok({ done: true as const });
  });
}
