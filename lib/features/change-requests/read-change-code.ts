import 'server-only';
import type * as z from 'zod';
import type { ChangeCodeView, changeCodeQuerySchema } from '@/lib/contracts/change-code';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { inTransaction } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { codeOf } from './code-of-change';
import { evaluateForDiffs } from './kept-evaluations';
import type { RequestError, RequestPlace } from './make-move';
import { findRequest } from './read-change-request';

type Input = RequestPlace & { itemId: string } & z.output<typeof changeCodeQuerySchema>;
type Failure = RequestError | { readonly code: 'change.not-found' };

/** What the change of one item does to code: to the schemas that exports write, or to the calls that send events. */
export async function readChangeCode(actor: Actor, input: Input): Promise<Result<ChangeCodeView, Failure>> {
  const allowed = can(actor, 'change-request.read');
  if (!allowed.ok) return allowed;
  return inTransaction<Result<ChangeCodeView, Failure>>(async (tx) => {
    const found = await findRequest(tx, actor, input);
    if (!found.ok) return found;
    const { plan, request, world } = found.value;
    const change = request.changes.find((one) => one.itemId === input.itemId);
    if (!change) return err({ code: 'change.not-found' });
    const { before, after } = await evaluateForDiffs(tx, actor.workspaceId, request, world);
    return ok(codeOf(change, { before, after, slug: plan.slug, name: plan.name }, input));
  });
}
