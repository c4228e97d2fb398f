import 'server-only';
import type { ChangeView } from '@/lib/contracts/change-requests';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { inTransaction } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { changeView } from './change-view';
import { evaluateForDiffs } from './kept-evaluations';
import type { RequestError, RequestPlace } from './make-move';
import { findRequest } from './read-change-request';

/** The diff of one item of a request. */
export async function readChange(
  actor: Actor,
  input: RequestPlace & { itemId: string },
): Promise<Result<ChangeView, RequestError | { readonly code: 'change.not-found' }>> {
  const allowed = can(actor, 'change-request.read');
  if (!allowed.ok) return allowed;
  return inTransaction<Result<ChangeView, RequestError | { readonly code: 'change.not-found' }>>(async (tx) => {
    const found = await findRequest(tx, actor, input);
    if (!found.ok) return found;
    const { request, world } = found.value;
    const change = request.changes.find((one) => one.itemId === input.itemId);
    if (!change) return err({ code: 'change.not-found' });
    return ok(changeView(change, await evaluateForDiffs(tx, actor.workspaceId, request, world), world));
  });
}
