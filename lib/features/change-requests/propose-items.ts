import 'server-only';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import type { Actor } from '@/lib/domain/access/actor';
import type { Change } from '@/lib/domain/plan/change';
import type { Item } from '@/lib/domain/plan/item';
import { overlay, type Snapshot } from '@/lib/domain/plan/snapshot';
import type { StoredChange } from '@/lib/domain/review/change-request';
import { editChanges } from '@/lib/domain/review/edit-changes';
import type { Moved, MoveError } from '@/lib/domain/review/move';
import { prisma } from '@/lib/infra/db/client';
import { newId } from '@/lib/kit/id';
import { err, type Result } from '@/lib/kit/result';
import { readPlanAt } from '@/lib/store/read-plan-at';
import { changeTo, startRequest } from './create-change-request';
import { makeMove, type RequestError, withDetail } from './make-move';

export interface ItemsProposal<E> {
  readonly plan: string;
  /** The request they become part of; `null` starts one. */
  readonly number: number | null;
  readonly title: string;
  readonly reason: string;
  /** Items as they shall be, computed from the plan; in an open request, from the plan with what it proposes already. */
  readonly items: (plan: Snapshot) => Result<readonly Item[], E>;
}

export interface NothingToChange {
  readonly code: 'item.nothing-to-change';
  readonly words: string;
}

const nothing: NothingToChange = {
  code: 'item.nothing-to-change',
  words: 'Everything is already as it would be made.',
};

/** Proposes new states of many items at once, in a request of their own or in one that is open: all of them or none. */
export async function proposeItems<E extends { readonly code: string }>(
  actor: Actor,
  proposal: ItemsProposal<E>,
): Promise<Result<ChangeRequestView, RequestError | ((E | NothingToChange) & { detail: string })>> {
  const { plan, number, title, reason, items } = proposal;
  if (number !== null)
    return makeMove<E | NothingToChange | MoveError>(actor, { plan, number }, 'change-request.edit', (opened) => {
      const { before, context } = opened;
      const wanted = items(overlay(context.world.head, before.changes));
      if (!wanted.ok) return wanted;
      if (wanted.value.length === 0) return err(nothing);
      const stored = new Map(before.changes.map((change) => [change.itemId, change]));
      const put = wanted.value.map((item) => {
        const known = stored.get(item.id);
        return { id: known?.id ?? newId('ch'), change: changeOver(context.world.head, known, item) };
      });
      return editChanges(before, { put, drop: [] }, context) as Result<Moved, MoveError>;
    });
  const opened = await readPlanAt(prisma(), actor.workspaceId, plan, undefined);
  if (!opened.ok) return err({ code: 'plan.not-found' });
  const wanted = items(opened.value.snapshot);
  if (!wanted.ok) return err(withDetail(wanted.error));
  if (wanted.value.length === 0) return err(withDetail(nothing));
  return startRequest(actor, {
    plan,
    title: title.slice(0, 200),
    reason,
    origin: actor.via.kind === 'token' ? 'api' : 'editor',
    submit: false,
    // Computed again within the transaction, in which the plan may have moved.
    changes: (head) => {
      const made = items(head);
      return made.ok ? made.value.map((item) => changeTo(head, item)) : [];
    },
  });
}

function changeOver(head: Snapshot, stored: StoredChange | undefined, item: Item): Change {
  if (!stored) return changeTo(head, item);
  const { base } = stored;
  return base === null
    ? { operation: 'create', itemId: item.id, item, base }
    : { operation: 'update', itemId: item.id, item, base };
}
