import 'server-only';
import type * as z from 'zod';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import type { rebaseSchema } from '@/lib/contracts/conflicts';
import type { Actor } from '@/lib/domain/access/actor';
import type { Choice } from '@/lib/domain/merge/conflict';
import { mergePlans } from '@/lib/domain/merge/merge-plans';
import { type ResolveError, resolveConflicts } from '@/lib/domain/merge/resolve-conflicts';
import { settledConflicts } from '@/lib/domain/merge/settled-conflict';
import type { MoveError } from '@/lib/domain/review/move';
import { rebase } from '@/lib/domain/review/rebase';
import { newId } from '@/lib/kit/id';
import { err, type Result } from '@/lib/kit/result';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { makeMove, type RequestError, type RequestPlace } from './make-move';
import { namesIn } from './world';

/** Moves a request onto the plan's head, every conflict answered. */
export function rebaseChangeRequest(
  actor: Actor,
  input: RequestPlace & z.output<typeof rebaseSchema>,
): Promise<Result<ChangeRequestView, RequestError | (ResolveError & { readonly detail: string })>> {
  return makeMove<MoveError | ResolveError>(
    actor,
    input,
    'change-request.rebase',
    async ({ before, context, plan }, tx) => {
      const { head } = context.world;
      const base = await loadSnapshot(tx, actor.workspaceId, plan.id, before.baseRelease);
      const merge = mergePlans(base, head, before.changes);
      const choices = new Map(input.choices.map((choice) => [choice.key, toChoice(choice)]));
      const resolved = resolveConflicts(merge, head, choices);
      if (!resolved.ok) return err(resolved.error);
      const names = namesIn([head, base], context.world.people);
      const settled = merge.conflicts.flatMap((conflict) => {
        const choice = choices.get(conflict.key);
        const own = before.changes.find(({ itemId }) => itemId === conflict.itemId)?.item;
        const item = own ?? head.items.get(conflict.itemId) ?? base.items.get(conflict.itemId);
        return choice && item ? settledConflicts(conflict, choice, item, names) : [];
      });
      const clashes = merge.conflicts.length;
      return rebase(before, { changes: resolved.value, newId: () => newId('ch'), clashes, settled }, context);
    },
  );
}

function toChoice(choice: z.output<typeof rebaseSchema>['choices'][number]): Choice {
  return choice.take === 'written' ? { take: 'written', value: choice.value } : { take: choice.take };
}
