import 'server-only';
import type { TokenView } from '@/lib/contracts/tokens';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { prisma } from '@/lib/infra/db/client';
import { ok, type Result } from '@/lib/kit/result';
import { listTokens as listRows } from '@/lib/store/tokens';
import { tokenView } from './view';

/** One's own tokens; an admin sees everybody's. */
export async function listTokens(actor: Actor): Promise<Result<{ items: TokenView[] }, AccessDenied>> {
  const allowed = can(actor, 'token.read');
  if (!allowed.ok) return allowed;
  const tokens = await listRows(prisma(), actor.workspaceId);
  const mayManage = can(actor, 'token.manage').ok;
  return ok({ items: tokens.filter(({ createdBy }) => mayManage || createdBy.id === actor.userId).map(tokenView) });
}
