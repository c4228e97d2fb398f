import 'server-only';
import type { ChannelAdapter } from '@/lib/adapters/channels/define';
import { channelAdapter } from '@/lib/adapters/channels/list';
import type { CreateChannelRequest, CreatedChannelView } from '@/lib/contracts/channels';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { channelFilterSchema, type Pace } from '@/lib/domain/notify/channel';
import { hashSecret, newSecret } from '@/lib/infra/auth/secrets';
import { now } from '@/lib/infra/clock';
import { inTransaction } from '@/lib/infra/db/transaction';
import { env } from '@/lib/infra/env';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { countChannels, createChannel as createRow, readChannel } from '@/lib/store/channels';
import { newSigningSecret, sealSettings } from './channel-settings';
import { checkSettings, type SettingsInvalid } from './check-settings';
import type { ChannelMissing } from './find-channel';
import { isAvailable } from './outside';
import { channelView } from './view';

type Failure = AccessDenied | SettingsInvalid | ChannelMissing | { readonly code: 'channel.too-many' };

/** Beyond these, somebody is using us to send to the world. */
const most = { own: 20, workspace: 100 } as const;

/** Makes a channel, one's own or the workspace's. Its secret and a feed's address are in this answer and nowhere else. */
export async function createChannel(
  actor: Actor,
  input: CreateChannelRequest,
): Promise<Result<CreatedChannelView, Failure>> {
  const allowed = can(actor, input.own ? 'channel.create' : 'channel.manage');
  if (!allowed.ok) return allowed;
  const adapter = channelAdapter(input.type);
  if (!adapter || !isAvailable(adapter) || (input.own && adapter.direction === 'push' && adapter.forEveryone))
    return err({ code: 'channel.invalid', errors: [{ path: 'type', message: 'This kind is not to be had here' }] });
  const settings = await checkSettings(adapter, input.settings);
  if (!settings.ok) return settings;
  const id = newId('cn');
  const signing = adapter.direction === 'push' && adapter.signs ? newSigningSecret() : null;
  const feedSecret = adapter.direction === 'pull' ? newSecret('wmf_') : null;
  const secrets = signing === null ? [] : [{ secret: signing, validUntil: null }];
  return inTransaction<Result<CreatedChannelView, Failure>>(async (tx) => {
    const userId = input.own ? actor.userId : null;
    if ((await countChannels(tx, actor.workspaceId, userId)) >= (input.own ? most.own : most.workspace))
      return err({ code: 'channel.too-many' });
    await createRow(tx, actor.workspaceId, {
      id,
      userId,
      type: adapter.id,
      name: input.name,
      hint: adapter.hint(settings.value),
      sealed: sealSettings(id, { settings: settings.value, secrets }),
      tokenHash: feedSecret === null ? null : hashSecret(feedSecret),
      pace: paceFor(adapter, input.pace ?? (input.own ? 'urgent' : 'each')),
      filter: input.filter ?? channelFilterSchema.parse(input.own ? {} : standardFilter),
      digestHour: input.digestHour,
      timeZone: input.timeZone,
      createdById: actor.userId,
      createdAt: now(),
    });
    const channel = await readChannel(tx, actor.workspaceId, id);
    if (!channel) return err({ code: 'channel.not-found' });
    await writeAudit(tx, actor.workspaceId, {
      ...auditBy(actor),
      action: 'channel.create',
      subjectKind: 'channel',
      subjectId: id,
      detail: { name: input.name, type: adapter.id, hint: channel.hint, own: input.own },
    });
    const feedUrl = feedSecret === null ? null : `${env().baseUrl}/api/v1/feeds/${feedSecret}`;
    return ok({ ...channelView(channel), secret: signing, feedUrl });
  });
}

/** Wording alone is no news for a room full of people. */
const standardFilter = { significances: ['breaking', 'meaning', 'additive'] };

/** What has no words for a whole day says each thing at once. */
export function paceFor(adapter: ChannelAdapter, pace: Pace): Pace {
  return adapter.direction === 'push' && adapter.digests ? pace : 'each';
}
