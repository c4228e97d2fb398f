import 'server-only';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { changesBetween } from '@/lib/domain/merge/changes-between';
import { mergePlans } from '@/lib/domain/merge/merge-plans';
import type { Change } from '@/lib/domain/plan/change';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import { inTransaction } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { readPlan } from '@/lib/store/plans';
import { readRelease } from '@/lib/store/releases';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { startRequest } from './create-change-request';
import type { RequestError } from './make-move';

type RevertError =
  | RequestError
  | { readonly code: 'release.not-found' }
  | { readonly code: 'release.nothing-to-revert' };

/** Opens a request that takes back what a release did; what changed since in other fields stays as it is. */
export async function revertRelease(
  actor: Actor,
  input: { plan: string; number: number },
): Promise<Result<ChangeRequestView, RevertError>> {
  const allowed = can(actor, 'release.revert');
  if (!allowed.ok) return allowed;
  const found = await inTransaction<Result<{ title: string; changes: readonly Change[] }, RevertError>>(async (tx) => {
    const plan = await readPlan(tx, actor.workspaceId, input.plan);
    if (!plan) return err({ code: 'plan.not-found' });
    const release = await readRelease(tx, actor.workspaceId, plan.id, input.number);
    if (!release) return err({ code: 'release.not-found' });
    const load = (number: number) => loadSnapshot(tx, actor.workspaceId, plan.id, number);
    const [before, after, head] = [
      await load(input.number - 1),
      await load(input.number),
      await load(plan.headRelease),
    ];
    const changes = takingBack(before, after, head);
    return changes.length === 0
      ? err({ code: 'release.nothing-to-revert' })
      : ok({ title: release.changeRequest.title, changes });
  });
  if (!found.ok) return found;
  return startRequest(actor, {
    plan: input.plan,
    title: `Revert “${found.value.title}”`.slice(0, 200),
    reason: `Takes back what release ${input.number} changed.`,
    origin: 'revert',
    originDetail: { release: input.number },
    submit: false,
    changes: () => found.value.changes,
  });
}

function takingBack(before: Snapshot, after: Snapshot, head: Snapshot): readonly Change[] {
  const back = changesBetween(after, before);
  return head.release === after.release ? back : mergePlans(after, head, back).changes;
}
