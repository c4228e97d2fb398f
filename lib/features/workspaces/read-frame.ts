import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { readAuditHead } from '@/lib/store/audit';
import { listWorkspacesOf } from '@/lib/store/memberships';
import { countUnread } from '@/lib/store/notifications';
import { listPlans } from '@/lib/store/plans';
import { readUser } from '@/lib/store/users';

/** What the frame around every page of a workspace shows. */
export interface Frame {
  readonly workspace: { readonly slug: string; readonly name: string };
  readonly workspaces: readonly { readonly slug: string; readonly name: string }[];
  readonly plans: readonly { readonly slug: string; readonly name: string }[];
  readonly inboxCount: number;
  /** How far the record of changes has come: what is heard of later is new. */
  readonly auditSeq: number;
  readonly user: { readonly name: string; readonly email: string };
}

/** Reads the frame: where the person is, where else they can go, and how much waits for them. */
export async function readFrame(actor: Actor): Promise<Result<Frame, AccessDenied | { code: 'workspace.not-found' }>> {
  const allowed = can(actor, 'workspace.read');
  if (!allowed.ok) return allowed;
  const [all, plans, inboxCount, auditSeq, user] = await Promise.all([
    listWorkspacesOf(prisma(), actor.userId),
    listPlans(prisma(), actor.workspaceId, { archived: false }),
    countUnread(prisma(), actor.workspaceId, actor.userId, now()),
    readAuditHead(prisma(), actor.workspaceId),
    readUser(prisma(), actor.userId),
  ]);
  const workspace = all.find(({ id }) => id === actor.workspaceId);
  if (!workspace || !user) return err({ code: 'workspace.not-found' });
  return ok({
    workspace: { slug: workspace.slug, name: workspace.name },
    workspaces: all.map(({ slug, name }) => ({ slug, name })),
    plans: plans.map(({ slug, name }) => ({ slug, name })),
    inboxCount,
    auditSeq,
    user: { name: user.name, email: user.email },
  });
}
