import 'server-only';
import type { DeliveryQuery, DeliveryView } from '@/lib/contracts/channels';
import type { Page } from '@/lib/contracts/common';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { prisma } from '@/lib/infra/db/client';
import { ok, type Result } from '@/lib/kit/result';
import { listDeliveries as listRows } from '@/lib/store/deliveries';
import { type ChannelMissing, findManaged } from './find-channel';
import { deliveryView } from './view';

/** What a channel was given to say and how that went, newest first. */
export async function listDeliveries(
  actor: Actor,
  input: DeliveryQuery & { readonly id: string },
): Promise<Result<Page<DeliveryView>, AccessDenied | ChannelMissing>> {
  const allowed = can(actor, 'channel.create');
  if (!allowed.ok) return allowed;
  const found = await findManaged(prisma(), actor, input.id);
  if (!found.ok) return found;
  const page = await listRows(prisma(), actor.workspaceId, found.value.id, input);
  return ok({ ...page, items: page.items.map(deliveryView) });
}
