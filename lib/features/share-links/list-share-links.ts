import 'server-only';
import type { ShareLinkView } from '@/lib/contracts/share-links';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { readPlan } from '@/lib/store/plans';
import { listShareLinks as listRows } from '@/lib/store/share-links';
import { shareLinkView } from './view';

/** Every share link of a plan, also those that are over, newest first. */
export async function listShareLinks(
  actor: Actor,
  input: { plan: string },
): Promise<Result<{ items: ShareLinkView[] }, AccessDenied | { code: 'plan.not-found' }>> {
  const allowed = can(actor, 'share-link.read');
  if (!allowed.ok) return allowed;
  const plan = await readPlan(prisma(), actor.workspaceId, input.plan);
  if (!plan) return err({ code: 'plan.not-found' });
  const links = await listRows(prisma(), actor.workspaceId, plan.id);
  return ok({ items: links.map((link) => shareLinkView(link, now())) });
}
