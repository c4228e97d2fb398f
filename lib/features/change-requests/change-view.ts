import 'server-only';
import type { ChangeView } from '@/lib/contracts/change-requests';
import { differenceView } from '@/lib/contracts/difference-view';
import { itemOf } from '@/lib/domain/merge/changes-between';
import { referencesOf } from '@/lib/domain/plan/references';
import type { World } from '@/lib/domain/review/assess';
import type { StoredChange } from '@/lib/domain/review/change-request';
import { findingView } from './finding-view';
import type { DiffEvaluation } from './kept-evaluations';
import { namesIn } from './world';

/** One changed item of a request with its diff. */
export function changeView(change: StoredChange, evaluation: DiffEvaluation, world: World): ChangeView {
  const names = namesIn([evaluation.after, evaluation.before], world.people);
  const own = evaluation.itemChanges.find((one) => one.itemId === change.itemId);
  const before = evaluation.before.items.get(change.itemId);
  const subject = change.item ?? before;
  const ids = [...(change.item ? referencesOf(change.item) : []), ...(before ? referencesOf(before) : [])].map(
    (reference) => reference.itemId,
  );
  const owners = [change.item, before].flatMap((item) => item?.content.owner?.id ?? []);
  return {
    itemId: change.itemId,
    kind: own?.kind ?? subject?.kind ?? 'event',
    name: own?.name ?? subject?.name ?? change.itemId,
    operation: change.operation === 'create' ? 'added' : change.operation === 'remove' ? 'removed' : 'changed',
    digest: change.digest,
    baseDigest: change.base?.digest ?? null,
    before: before ? itemOf(before) : null,
    after: change.item,
    differences: (own?.differences ?? []).map((one) => differenceView(one, names)),
    via: (own?.via ?? []).map((one) => ({
      itemId: one.itemId,
      name: names(one.itemId),
      why: one.why,
      significance: one.significance,
    })),
    findings: evaluation.findings
      .filter((finding) => finding.itemId === change.itemId)
      .map((finding) => findingView(finding, evaluation.after, world.people)),
    names: Object.fromEntries([...new Set([...ids, ...owners])].map((id) => [id, names(id)])),
  };
}
