import 'server-only';
import type { ReplayRequest } from '@/lib/contracts/channels';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { now } from '@/lib/infra/clock';
import { inTransaction } from '@/lib/infra/db/transaction';
import { addJob } from '@/lib/infra/jobs/add-job';
import { ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { replayDeliveries as replayRows } from '@/lib/store/deliveries';
import { type ChannelMissing, findManaged } from './find-channel';

/** Sends deliveries of a channel again, with their ids, so that a receiver can tell what it has had. */
export async function replayDeliveries(
  actor: Actor,
  input: ReplayRequest & { readonly id: string },
): Promise<Result<{ replayed: number }, AccessDenied | ChannelMissing>> {
  const allowed = can(actor, 'channel.create');
  if (!allowed.ok) return allowed;
  return inTransaction<Result<{ replayed: number }, AccessDenied | ChannelMissing>>(async (tx) => {
    const found = await findManaged(tx, actor, input.id);
    if (!found.ok) return found;
    const { ids, statuses } = input;
    const selection = { ids, statuses, since: momentOf(input.since), until: momentOf(input.until) };
    const replayed = await replayRows(tx, actor.workspaceId, found.value.id, selection, now());
    if (replayed > 0) await addJob(tx, 'deliver', {});
    await writeAudit(tx, actor.workspaceId, {
      ...auditBy(actor),
      action: 'channel.replay',
      subjectKind: 'channel',
      subjectId: found.value.id,
      detail: { name: found.value.name, replayed, statuses, since: input.since ?? null, until: input.until ?? null },
    });
    return ok({ replayed });
  });
}

function momentOf(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(text);
}
