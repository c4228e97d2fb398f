import 'server-only';
import type * as z from 'zod';
import type { acknowledgeSchema, approveSchema, ChangeRequestView } from '@/lib/contracts/change-requests';
import type { Actor } from '@/lib/domain/access/actor';
import { acknowledge } from '@/lib/domain/review/acknowledge';
import { approve } from '@/lib/domain/review/approve';
import { assess } from '@/lib/domain/review/assess';
import { coverOf } from '@/lib/domain/review/change-digest';
import { close } from '@/lib/domain/review/close';
import { comment } from '@/lib/domain/review/comment';
import { dismissVerdict } from '@/lib/domain/review/dismiss-verdict';
import { overturnClaim } from '@/lib/domain/review/overturn-claim';
import { reopen } from '@/lib/domain/review/reopen';
import { requestChanges } from '@/lib/domain/review/request-changes';
import { coverableBy } from '@/lib/domain/review/rights';
import { submit } from '@/lib/domain/review/submit';
import { takeOver } from '@/lib/domain/review/take-over';
import { withdrawVerdict } from '@/lib/domain/review/withdraw-verdict';
import type { Tx } from '@/lib/infra/db/transaction';
import { newId } from '@/lib/kit/id';
import { err, type Result } from '@/lib/kit/result';
import { makeMove, type Opened, type RequestError, type RequestPlace } from './make-move';
import { listKept, namedWith, sendKept } from './post-comments';

type Moved = Promise<Result<ChangeRequestView, RequestError>>;

/** Sends a draft for review. */
export function submitChangeRequest(actor: Actor, input: RequestPlace): Moved {
  return makeMove(actor, input, 'change-request.submit', ({ before, context }) => submit(before, {}, context));
}

/** Approves the changes that were read; without a list, all that the reviewer may approve in the version named by If-Match. */
export function approveChangeRequest(
  actor: Actor,
  input: RequestPlace & z.output<typeof approveSchema>,
): Promise<Result<ChangeRequestView, RequestError | { readonly code: 'request.precondition-required' }>> {
  if (input.covers === null && input.ifMatch === undefined)
    return Promise.resolve(err({ code: 'request.precondition-required' }));
  // Digests name exactly what was read, so a comment made meanwhile must not stand in the way.
  const place = input.covers === null ? input : { plan: input.plan, number: input.number };
  return makeMove(
    actor,
    place,
    'change-request.approve',
    async (opened, tx) => {
      const { before, context } = opened;
      const covers = input.covers ?? coverableBy(context.actor, before, context.world.head, context.world.policy);
      const given = { id: newId('rv'), newId: () => newId('rv'), body: input.body, covers };
      return namedWith(approve(before, given, context), opened, input.body, await listKept(tx, actor, before.id));
    },
    sendKept(actor),
  );
}

/** Blocks the request with a reason. */
export function requestChangesOf(actor: Actor, input: RequestPlace & { body: string }): Moved {
  return makeMove(
    actor,
    input,
    'change-request.request-changes',
    async (opened, tx) => {
      const { before, context } = opened;
      const given = { id: newId('rv'), newId: () => newId('rv'), body: input.body };
      return namedWith(
        requestChanges(before, given, context),
        opened,
        input.body,
        await listKept(tx, actor, before.id),
      );
    },
    sendKept(actor),
  );
}

/** Says something about the whole request, with the comments that were kept. */
export function commentOnChangeRequest(actor: Actor, input: RequestPlace & { body: string }): Moved {
  const decide = async (opened: Opened, tx: Tx) => {
    const { before, context } = opened;
    const kept = await listKept(tx, actor, before.id);
    const given = { id: newId('rv'), body: input.body, sends: kept.length };
    return namedWith(comment(before, given, context), opened, input.body, kept);
  };
  return makeMove(actor, { plan: input.plan, number: input.number }, 'change-request.comment', decide, sendKept(actor));
}

/** Takes one's own verdict back. */
export function withdrawVerdictOf(actor: Actor, input: RequestPlace & { verdict: string }): Moved {
  return makeMove(actor, input, 'change-request.review', ({ before, context }) =>
    withdrawVerdict(before, { id: newId('vl'), verdictId: input.verdict }, context),
  );
}

/** Lifts somebody else's verdict with a reason. */
export function dismissVerdictOf(actor: Actor, input: RequestPlace & { verdict: string; reason: string }): Moved {
  return makeMove(actor, input, 'change-request.dismiss', ({ before, context }) =>
    dismissVerdict(before, { id: newId('vl'), verdictId: input.verdict, reason: input.reason }, context),
  );
}

/** Ends a request without merging it. */
export function closeChangeRequest(actor: Actor, input: RequestPlace & { reason: string }): Moved {
  return makeMove(actor, input, 'change-request.close', ({ before, context }) =>
    close(before, { reason: input.reason }, context),
  );
}

/** Makes a closed request a draft again. */
export function reopenChangeRequest(actor: Actor, input: RequestPlace): Moved {
  return makeMove(actor, input, 'change-request.reopen', ({ before, context }) => reopen(before, context));
}

/** Takes a viewer's proposal over. */
export function takeOverChangeRequest(actor: Actor, input: RequestPlace): Moved {
  return makeMove(actor, input, 'change-request.take-over', ({ before, context }) => takeOver(before, context));
}

/** Says for a consumer that its owner has read what the changes, as they stand in the version of If-Match, do to it. */
export function acknowledgeChangeRequest(
  actor: Actor,
  input: RequestPlace & z.output<typeof acknowledgeSchema>,
): Moved {
  return makeMove(actor, input, 'change-request.acknowledge', ({ before, context }) => {
    const reached = assess(before, context.world).impact.consumers.find((one) => one.consumerId === input.consumerId);
    const covers = before.changes.filter((change) => reached?.itemIds.includes(change.itemId)).map(coverOf);
    return acknowledge(before, { id: newId('ak'), consumerId: input.consumerId, covers }, context);
  });
}

/** Says that a claimed clarification does change the meaning. */
export function overturnClaimOf(
  actor: Actor,
  input: RequestPlace & { itemId: string; field: string; member: string | null; part: string | null },
): Moved {
  return makeMove(actor, input, 'change-request.review', ({ before, context }) =>
    overturnClaim(before, input, context),
  );
}
