import 'server-only';
import type * as z from 'zod';
import type { PreviewView, previewChangeSchema } from '@/lib/contracts/change-previews';
import { differenceView } from '@/lib/contracts/difference-view';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { judged } from '@/lib/domain/conventions/excuse';
import { lint } from '@/lib/domain/conventions/lint';
import { nearDuplicatesOf } from '@/lib/domain/conventions/near-duplicates-of';
import { diffPlans } from '@/lib/domain/diff/diff-plans';
import { impactOf } from '@/lib/domain/impact/impact-of';
import { qualifiedName } from '@/lib/domain/plan/item';
import { overlay } from '@/lib/domain/plan/snapshot';
import { noExcuses, type World } from '@/lib/domain/review/assess';
import { classifyPlanDiff } from '@/lib/domain/significance/classify-plan-diff';
import { summaryOf } from '@/lib/domain/significance/summary-of';
import { inTransaction } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { readChangeRequest } from '@/lib/store/change-requests';
import { listOpenTouching } from '@/lib/store/changes';
import { readPlan } from '@/lib/store/plans';
import { checkItem } from './check-item';
import { changeTo } from './create-change-request';
import { findingView } from './finding-view';
import { impactView } from './impact-view';
import type { RequestError } from './make-move';
import { namesIn, readWorld } from './world';

const draftId = 'ev_draft';
type Draft = { plan: string } & z.output<typeof previewChangeSchema>;

/** What a draft of one item would do to the plan: its differences in words, findings, near-duplicates and whom it reaches. */
export async function previewChange(actor: Actor, input: Draft): Promise<Result<PreviewView, RequestError>> {
  const allowed = can(actor, 'item.read');
  if (!allowed.ok) return allowed;
  return inTransaction<Result<PreviewView, RequestError>>(async (tx) => {
    const plan = await readPlan(tx, actor.workspaceId, input.plan);
    if (!plan) return err({ code: 'plan.not-found' });
    const world = await readWorld(tx, plan);
    if (!world.ok) return world;
    const request =
      input.number === null ? undefined : await readChangeRequest(tx, actor.workspaceId, plan.id, input.number);
    const others = (request?.changes ?? []).filter((change) => change.itemId !== input.itemId);
    const alsoOpen =
      input.itemId === null ? [] : await listOpenTouching(tx, actor.workspaceId, plan.id, [input.itemId], request?.id);
    return ok({
      ...preview(input, world.value, others),
      alsoOpen: alsoOpen.map(({ number, title }) => ({ number, title })),
    });
  });
}

function preview(input: Draft, world: World, others: Parameters<typeof overlay>[1]): Omit<PreviewView, 'alsoOpen'> {
  const { head, people, excuses = noExcuses } = world;
  const near = nearDuplicatesOf(input.name, head, 5, input.kind, input.itemId ?? undefined).map(({ item, words }) => ({
    itemId: item.id,
    name: qualifiedName(item),
    meaning: item.content.meaning,
    why: words,
  }));
  const checked = checkItem({ ...input, itemId: input.itemId ?? draftId, name: input.name });
  if (!checked.ok) {
    const impact = impactView(impactOf(head, [], [], world.today), head, people);
    return {
      differences: [],
      significance: null,
      summary: '',
      findings: [],
      near,
      impact,
      errors: checked.error.errors.map((error) => ({ ...error })),
    };
  }
  const before = overlay(head, others);
  const after = overlay(before, [changeTo(head, checked.value)]);
  const changes = classifyPlanDiff(before, after, diffPlans(before, after));
  const own = changes.filter((change) => change.itemId === checked.value.id);
  const names = namesIn([after, head], people);
  return {
    differences: own.flatMap((change) => change.differences).map((one) => differenceView(one, names)),
    significance: own[0]?.own ?? null,
    summary: summaryOf(own).words,
    findings: judged(lint(after, world.conventions, new Set([checked.value.id])), excuses, world.today).map(
      (finding) => ({
        ...findingView(finding, after, people),
        fix: finding.fix,
      }),
    ),
    near,
    impact: impactView(impactOf(head, changes, world.watchers, world.today, { after, people }), head, people),
    errors: [],
  };
}
