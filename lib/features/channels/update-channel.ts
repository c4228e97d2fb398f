import 'server-only';
import { channelAdapter } from '@/lib/adapters/channels/list';
import type { ChannelView, UpdateChannelRequest } from '@/lib/contracts/channels';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { prisma } from '@/lib/infra/db/client';
import { inTransaction } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { type ChannelPatch, markFailing, saveChannel } from '@/lib/store/channels';
import { openSettings, sealSettings } from './channel-settings';
import { checkSettings, type SettingsInvalid } from './check-settings';
import { paceFor } from './create-channel';
import { type ChannelMissing, findManaged } from './find-channel';
import { channelView } from './view';

type Failure = AccessDenied | SettingsInvalid | ChannelMissing | { readonly code: 'channel.stale' };

/** Changes a channel, pauses it or lets it speak again; refused when it changed since it was read. */
export async function updateChannel(
  actor: Actor,
  input: UpdateChannelRequest & { readonly id: string; readonly ifMatch: number },
): Promise<Result<ChannelView, Failure>> {
  const allowed = can(actor, 'channel.create');
  if (!allowed.ok) return allowed;
  // Names are looked up before the transaction, which must not wait for a name server.
  const found = await findManaged(prisma(), actor, input.id);
  if (!found.ok) return found;
  const before = found.value;
  if (before.lockVersion !== input.ifMatch) return err({ code: 'channel.stale' });
  const adapter = channelAdapter(before.type);
  if (!adapter) return err({ code: 'channel.not-found' });
  const patch: ChannelPatch = {
    ...(input.name === undefined ? {} : { name: input.name }),
    ...(input.pace === undefined ? {} : { pace: paceFor(adapter, input.pace) }),
    ...(input.filter === undefined ? {} : { filter: input.filter }),
    ...(input.digestHour === undefined ? {} : { digestHour: input.digestHour }),
    ...(input.timeZone === undefined ? {} : { timeZone: input.timeZone }),
    ...(input.state === undefined ? {} : { state: input.state, stateReason: '' }),
  };
  if (input.settings !== undefined) {
    if (before.sealed === null)
      return err({ code: 'channel.invalid', errors: [{ path: 'settings', message: 'It goes to your own address' }] });
    const settings = await checkSettings(adapter, input.settings);
    if (!settings.ok) return settings;
    const secrets = openSettings(before)?.secrets ?? [];
    const sealed = sealSettings(before.id, { settings: settings.value, secrets });
    Object.assign(patch, { sealed, hint: adapter.hint(settings.value) } satisfies ChannelPatch);
  }
  return inTransaction<Result<ChannelView, Failure>>(async (tx) => {
    if (!(await saveChannel(tx, actor.workspaceId, before, patch))) return err({ code: 'channel.stale' });
    if (input.settings !== undefined) await markFailing(tx, actor.workspaceId, before.id, null);
    const after = await findManaged(tx, actor, input.id);
    if (!after.ok) return after;
    const { sealed: _sealed, ...shown } = patch;
    await writeAudit(tx, actor.workspaceId, {
      ...auditBy(actor),
      action: 'channel.update',
      subjectKind: 'channel',
      subjectId: before.id,
      detail: { name: before.name, after: shown },
    });
    return ok(channelView(after.value));
  });
}
