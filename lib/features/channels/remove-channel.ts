import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { now } from '@/lib/infra/clock';
import { inTransaction } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { removeChannel as removeRow } from '@/lib/store/channels';
import { type ChannelMissing, findManaged } from './find-channel';

type Failure = AccessDenied | ChannelMissing | { readonly code: 'channel.standing'; readonly detail: string };

/** Removes a channel; what it had still to say is left unsaid, its address and secrets are forgotten. */
export async function removeChannel(actor: Actor, input: { id: string }): Promise<Result<{ done: true }, Failure>> {
  const allowed = can(actor, 'channel.create');
  if (!allowed.ok) return allowed;
  return inTransaction<Result<{ done: true }, Failure>>(async (tx) => {
    const found = await findManaged(tx, actor, input.id);
    if (!found.ok) return found;
    const channel = found.value;
    if (channel.sealed === null)
      return err({ code: 'channel.standing', detail: 'Everybody has this one. Pause it instead.' });
    await removeRow(tx, actor.workspaceId, channel.id, now());
    await writeAudit(tx, actor.workspaceId, {
      ...auditBy(actor),
      action: 'channel.remove',
      subjectKind: 'channel',
      subjectId: channel.id,
      detail: { name: channel.name, type: channel.type },
    });
    return ok({ done: true });
  });
}
