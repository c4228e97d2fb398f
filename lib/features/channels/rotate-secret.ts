import 'server-only';
import { channelAdapter } from '@/lib/adapters/channels/list';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { now } from '@/lib/infra/clock';
import { inTransaction } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { saveChannel } from '@/lib/store/channels';
import { newSigningSecret, openSettings, sealSettings } from './channel-settings';
import type { SettingsInvalid } from './check-settings';
import { type ChannelMissing, findManaged } from './find-channel';

type Failure = AccessDenied | ChannelMissing | SettingsInvalid | { readonly code: 'channel.stale' };

/** How long messages carry the old signature beside the new one. */
const overlapMs = 24 * 3_600_000;

/** Makes a new signing secret; for a day messages are signed with the last one too, so that no receiver misses any. */
export async function rotateSecret(
  actor: Actor,
  input: { id: string },
): Promise<Result<{ secret: string; previousValidUntil: string }, Failure>> {
  const allowed = can(actor, 'channel.create');
  if (!allowed.ok) return allowed;
  return inTransaction<Result<{ secret: string; previousValidUntil: string }, Failure>>(async (tx) => {
    const found = await findManaged(tx, actor, input.id);
    if (!found.ok) return found;
    const channel = found.value;
    const adapter = channelAdapter(channel.type);
    const opened = openSettings(channel);
    if (adapter?.direction !== 'push' || !adapter.signs || !opened)
      return err({ code: 'channel.invalid', detail: 'This channel does not sign what it sends.' });
    const secret = newSigningSecret();
    const previousValidUntil = new Date(now().getTime() + overlapMs).toISOString();
    // Only the newest of the old ones goes on: two signatures, never a growing list.
    const previous = opened.secrets.slice(0, 1).map((one) => ({ secret: one.secret, validUntil: previousValidUntil }));
    const secrets = [{ secret, validUntil: null }, ...previous];
    const sealed = sealSettings(channel.id, { settings: opened.settings, secrets });
    if (!(await saveChannel(tx, actor.workspaceId, channel, { sealed }))) return err({ code: 'channel.stale' });
    await writeAudit(tx, actor.workspaceId, {
      ...auditBy(actor),
      action: 'channel.rotate-secret',
      subjectKind: 'channel',
      subjectId: channel.id,
      detail: { name: channel.name },
    });
    return ok({ secret, previousValidUntil });
  });
}
