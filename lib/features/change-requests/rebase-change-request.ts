import 'server-only';
import type * as z from 'zod';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import type { rebaseSchema } from '@/lib/contracts/conflicts';
import type { Actor } from '@/lib/domain/access/actor';
import type { Choice, Conflict } from '@/lib/domain/merge/conflict';
import { mergePlans } from '@/lib/domain/merge/merge-plans';
import { type ResolveError, resolveConflicts } from '@/lib/domain/merge/resolve-conflicts';
import { qualifiedName } from '@/lib/domain/plan/item';
import { fieldOf } from '@/lib/domain/plan/kinds/list';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import type { MoveError } from '@/lib/domain/review/move';
import { rebase } from '@/lib/domain/review/rebase';
import { newId } from '@/lib/kit/id';
import { err, type Result } from '@/lib/kit/result';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { makeMove, type RequestError, type RequestPlace } from './make-move';

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
      const givenUp = merge.conflicts.flatMap((conflict) => {
        const take = choices.get(conflict.key)?.take;
        return take === 'yours' ? [] : givenUpText(conflict, head);
      });
      return rebase(before, { changes: resolved.value, newId: () => newId('ch'), givenUp }, context);
    },
  );
}

function toChoice(choice: z.output<typeof rebaseSchema>['choices'][number]): Choice {
  return choice.take === 'written' ? { take: 'written', value: choice.value } : { take: choice.take };
}

/** What the request said where two texts clashed, so that it can be read after it gave way. */
function givenUpText(conflict: Conflict, head: Snapshot): string[] {
  if (conflict.type !== 'field' && conflict.type !== 'rename-rename') return [];
  const item = head.items.get(conflict.itemId);
  if (!item || typeof conflict.yours !== 'string') return [];
  const label = fieldOf(item.kind, conflict.field)?.label ?? conflict.field;
  return [`${label} of ${qualifiedName(item)}, “${conflict.yours}”`];
}
