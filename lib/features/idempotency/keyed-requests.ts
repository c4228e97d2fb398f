import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { claimIdempotencyKey, finishIdempotencyKey } from '@/lib/store/idempotency';

/** After this long without a reply the first request is taken for dead; its outcome is unknown, so it is never repeated. */
const interruptedAfterMs = 60_000;

export type KeyClaim =
  | { readonly state: 'fresh' }
  | { readonly state: 'replay'; readonly status: number; readonly body: string }
  | { readonly state: 'reused' | 'in-progress' | 'interrupted' };

/** Takes a key for a request, or says what became of the one that took it before. */
export async function claimKey(actor: Actor, request: { key: string; requestHash: string }): Promise<KeyClaim> {
  const place = { scope: actor.workspaceId, userId: actor.userId, key: request.key };
  const before = await claimIdempotencyKey(prisma(), { ...place, requestHash: request.requestHash, createdAt: now() });
  if (!before) return { state: 'fresh' };
  if (before.requestHash !== request.requestHash) return { state: 'reused' };
  if (before.status !== null) return { state: 'replay', status: before.status, body: before.body ?? '' };
  return { state: now().getTime() - before.createdAt.getTime() > interruptedAfterMs ? 'interrupted' : 'in-progress' };
}

/** Keeps the first reply to a keyed request. */
export async function keepReply(actor: Actor, reply: { key: string; status: number; body: string }): Promise<void> {
  const place = { scope: actor.workspaceId, userId: actor.userId, key: reply.key };
  await finishIdempotencyKey(prisma(), { ...place, status: reply.status, body: reply.body });
}
