import type { ChangeCodeView } from '@/lib/contracts/change-code';
import type { ChangeRow, ChangeView } from '@/lib/contracts/change-requests';
import { diffPlans } from '@/lib/domain/diff/diff-plans';
import { changesBetween, itemOf } from '@/lib/domain/merge/changes-between';
import type { Change } from '@/lib/domain/plan/change';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import { peopleOf } from '@/lib/domain/review/people';
import { classifyPlanDiff } from '@/lib/domain/significance/classify-plan-diff';
import { changeView } from '@/lib/features/change-requests/change-view';
import { codeOf } from '@/lib/features/change-requests/code-of-change';

/** One changed item as a review receives it: its row, its differences, and what it does to code. */
export interface Reviewed {
  readonly row: ChangeRow;
  readonly view: ChangeView;
  readonly code: () => ChangeCodeView[];
}

const stored = { id: 'ch_1', digest: 'digest', claims: [], editedBy: [], wordingOf: [] };
const people = peopleOf([], []);

/**
 * What a review of everything between two plans receives, made by what makes it on the server. Where the plans say the
 * same it is the event as it was, as a request holds it whose edit came to nothing.
 */
export function reviewOf(before: Snapshot, after: Snapshot): Reviewed[] {
  const itemChanges = classifyPlanDiff(before, after, diffPlans(before, after));
  const changes = changesBetween(before, after);
  return (changes.length > 0 ? changes : [unchanged(before)]).map((change) => {
    const view = changeView({ ...stored, ...change }, { before, after, itemChanges, findings: [] }, {
      people,
    } as never);
    const own = itemChanges.find((one) => one.itemId === change.itemId);
    const { itemId, kind, name, operation, digest, baseDigest } = view;
    return {
      view,
      row: {
        ...{ itemId, kind, name, operation, digest, baseDigest },
        significance: own?.own ?? 'editorial',
        significances: own ? [...own.significances] : [],
        breaks: own?.breaks ?? { senders: false, readers: false },
        fields: [],
        ...{ version: null, versionBefore: null, conflict: false, unresolvedThreads: 0, approvedBy: [], editedBy: [] },
      },
      code: () =>
        (['json-schema', 'snippet'] as const).map((asked) =>
          codeOf(change, { before, after, slug: 'shop', name: 'Shop' }, { view: asked }),
        ),
    };
  });
}

function unchanged(plan: Snapshot): Change {
  const [event] = plan.items.values();
  if (!event) throw new Error('the plan is empty');
  const { id, revisionId, digest } = event;
  return { operation: 'update', itemId: id, item: itemOf(event), base: { revisionId, digest } };
}
