import 'server-only';
import type { AcknowledgementView } from '@/lib/contracts/channels';
import { now } from '@/lib/infra/clock';
import { inTransaction } from '@/lib/infra/db/transaction';
import type { Call } from '@/lib/infra/http/call';
import { err, type Result } from '@/lib/kit/result';
import { markNotifications } from '@/lib/store/notifications';
import { findLinked, type LinkFailure, viewOf } from './read-acknowledgement';

/** Acknowledges what a signed link is about, as its reader would in the app; doing it again changes nothing. */
export async function acknowledgeNews(
  _call: Call,
  input: { token: string },
): Promise<Result<AcknowledgementView, LinkFailure>> {
  const linked = await inTransaction(async (tx) => {
    const found = await findLinked(tx, input.token);
    if (!found || found.notification.acknowledgedAt) return found;
    const at = now();
    const patch = { acknowledgedAt: at, readAt: found.notification.readAt ?? at, doneAt: at, snoozedUntil: null };
    await markNotifications(tx, found.workspaceId, found.userId, [found.notification.id], patch);
    return { ...found, notification: { ...found.notification, acknowledgedAt: at } };
  });
  return linked ? viewOf(linked) : err({ code: 'acknowledgement.not-found' });
}
