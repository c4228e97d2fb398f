import 'server-only';
import type * as z from 'zod';
import type { RolloutView, setRolloutSchema } from '@/lib/contracts/rollout';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { type RolloutFacts, rolloutWords, sameRollout, settleRollout } from '@/lib/domain/rollout/rollout';
import { now } from '@/lib/infra/clock';
import { inTransaction } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { readPlan } from '@/lib/store/plans';
import { addRolloutSteps, lockRollout } from '@/lib/store/rollout';
import { type RolloutFailure, rolloutView } from './read-rollout';

type Failure =
  | RolloutFailure
  | { readonly code: 'rollout.stale' }
  | { readonly code: 'rollout.invalid'; readonly detail: string };

const told = 20;

/** Says how far changes of a release have come in sources: all that is sent, or nothing. */
export async function setRollout(
  actor: Actor,
  input: { readonly plan: string; readonly number: number } & z.output<typeof setRolloutSchema>,
): Promise<Result<RolloutView, Failure>> {
  const allowed = can(actor, 'rollout.update');
  if (!allowed.ok) return allowed;
  return inTransaction<Result<RolloutView, Failure>>(async (tx) => {
    const plan = await readPlan(tx, actor.workspaceId, input.plan);
    if (!plan || plan.archivedAt) return err({ code: 'plan.not-found' });
    if (!(await lockRollout(tx, actor.workspaceId, plan.id, input.number))) return err({ code: 'release.not-found' });
    const before = await rolloutView(tx, plan, input.number);
    const at = now();
    const steps: (RolloutFacts & { itemId: string; sourceId: string; step: number })[] = [];
    for (const { step, ...one } of input.set) {
      const name = (id: string) => [...before.items, ...before.sources].find((known) => known.id === id)?.name ?? id;
      const cell = before.cells.find((known) => known.itemId === one.itemId && known.sourceId === one.sourceId);
      if (!cell)
        return err({
          code: 'rollout.invalid',
          detail: `Release ${input.number} changes nothing of ${name(one.itemId)} that ${name(one.sourceId)} sends.`,
        });
      if (steps.some((known) => known.itemId === one.itemId && known.sourceId === one.sourceId))
        return err({ code: 'rollout.invalid', detail: `${name(one.itemId)} in ${name(one.sourceId)} stands twice.` });
      if (step !== undefined && step !== cell.step) return err({ code: 'rollout.stale' });
      const settled = settleRollout(one, at.toISOString().slice(0, 10));
      if (!settled.ok) return err({ code: 'rollout.invalid', detail: settled.error.words });
      // Saying again what stands already is no step.
      if (sameRollout(cell, settled.value)) continue;
      steps.push({ ...settled.value, itemId: one.itemId, sourceId: one.sourceId, step: cell.step + 1 });
    }
    if (steps.length === 0) return ok(before);
    const place = { planId: plan.id, release: input.number, byUserId: actor.userId, createdAt: at };
    await addRolloutSteps(tx, actor.workspaceId, place, steps);
    const named = new Map([...before.items, ...before.sources].map(({ id, name }) => [id, name]));
    const [first] = steps;
    const more = steps.length > 1 ? ` and ${steps.length - 1} more` : '';
    const words = first
      ? `set ${named.get(first.itemId)} in ${named.get(first.sourceId)}${more} to “${rolloutWords[first.state]}”`
      : 'set a rollout';
    const view = await rolloutView(tx, plan, input.number);
    await writeAudit(tx, actor.workspaceId, {
      ...auditBy(actor),
      action: 'rollout.update',
      subjectKind: 'rollout',
      subjectId: `${plan.id}/${input.number}`,
      detail: {
        planId: plan.id,
        release: input.number,
        words,
        count: steps.length,
        steps: steps.slice(0, told).map(({ itemId, sourceId, state, version, releasedOn, seenOn }) => ({
          ...{ item: named.get(itemId), itemId, source: named.get(sourceId), sourceId },
          ...{ state, version, releasedOn, seenOn },
          from: before.cells.find((cell) => cell.itemId === itemId && cell.sourceId === sourceId)?.state,
        })),
      },
    });
    return ok(view);
  });
}
