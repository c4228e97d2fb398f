import 'server-only';
import { channelAdapters } from '@/lib/adapters/channels/list';
import type { ChannelList } from '@/lib/contracts/channels';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { now } from '@/lib/infra/clock';
import { inTransaction } from '@/lib/infra/db/transaction';
import { ok, type Result } from '@/lib/kit/result';
import { ensureOwnChannels, listChannels as listRows } from '@/lib/store/channels';
import { isAvailable } from './outside';
import { channelTypeView, channelView } from './view';

/** The channels of the workspace and one's own, with the kinds there are. */
export async function listChannels(actor: Actor): Promise<Result<ChannelList, AccessDenied>> {
  const allowed = can(actor, 'channel.read');
  if (!allowed.ok) return allowed;
  const rows = await inTransaction(async (tx) => {
    for (const adapter of channelAdapters) {
      if (adapter.direction === 'pull' || !adapter.forEveryone) continue;
      const { id: type, label: name } = adapter;
      await ensureOwnChannels(tx, actor.workspaceId, [actor.userId], { type, name, at: now() });
    }
    return listRows(tx, actor.workspaceId, [actor.userId]);
  });
  return ok({
    items: rows.map(channelView),
    types: channelAdapters.map((adapter) => channelTypeView(adapter, isAvailable(adapter))),
  });
}
