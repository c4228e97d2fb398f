import 'server-only';
import type { Page } from '@/lib/contracts/common';
import type { MemberView } from '@/lib/contracts/members';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { prisma } from '@/lib/infra/db/client';
import { ok, type Result } from '@/lib/kit/result';
import { listMembers as listRows } from '@/lib/store/memberships';
import { memberView } from './view';

/** The members of the workspace by name; their addresses only for admins. */
export async function listMembers(
  actor: Actor,
  input: { limit: number; cursor?: string | undefined; q?: string | undefined },
): Promise<Result<Page<MemberView>, AccessDenied>> {
  const allowed = can(actor, 'member.read');
  if (!allowed.ok) return allowed;
  const page = await listRows(prisma(), actor.workspaceId, input);
  return ok({ ...page, items: page.items.map((member) => memberView(member, actor)) });
}
