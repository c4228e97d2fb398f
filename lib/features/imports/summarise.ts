import 'server-only';
import type { ImportSummary } from '@/lib/contracts/imports';
import { describeDifference } from '@/lib/domain/diff/describe';
import { diffItems } from '@/lib/domain/diff/diff-items';
import type { Difference } from '@/lib/domain/diff/difference';
import { significances } from '@/lib/domain/plan/significance';
import { overlay, type Snapshot } from '@/lib/domain/plan/snapshot';
import { classifyPlanDiff } from '@/lib/domain/significance/classify-plan-diff';
import { summaryOf } from '@/lib/domain/significance/summary-of';
import type { Tx } from '@/lib/infra/db/transaction';
import { listOpenTouching } from '@/lib/store/changes';
import { readOwnerNames } from '@/lib/store/owner-names';
import type { Evaluated } from './evaluate';

/** Changes that a preview shows; the rest is only counted. */
const shownChanges = 200;
const shownFields = 30;

/** What an import would do: in counts and words, with its first changes. */
export async function summarise(
  tx: Tx,
  workspaceId: string,
  snapshot: Snapshot,
  evaluated: Evaluated,
): Promise<ImportSummary> {
  const { changes, draft, findings } = evaluated;
  const after = overlay(snapshot, changes);
  const differences = changes.flatMap((change): Difference[] => {
    const before = snapshot.items.get(change.itemId);
    if (change.operation === 'create')
      return [{ type: 'item-added', itemId: change.itemId, kind: change.item.kind, after: change.item }];
    if (!before) return [];
    return change.operation === 'remove'
      ? [{ type: 'item-removed', itemId: before.id, kind: before.kind, before }]
      : diffItems(before, change.item);
  });
  const classified = classifyPlanDiff(snapshot, after, differences);
  const owners = await readOwnerNames(tx, workspaceId);
  const names = (id: string) => (after.items.get(id) ?? snapshot.items.get(id))?.name ?? owners.nameOfId(id);
  const own = classified.filter((change) => change.own !== null);
  const loudest = [...own].sort(
    (a, b) => significances.indexOf(a.significance) - significances.indexOf(b.significance),
  );
  const touching = await listOpenTouching(
    tx,
    workspaceId,
    snapshot.planId,
    changes.map((change) => change.itemId),
  );
  const list = findings.list();
  const count = (operation: string) => changes.filter((change) => change.operation === operation).length;
  return {
    release: snapshot.release,
    counts: {
      added: count('create'),
      changed: count('update'),
      removed: count('remove'),
      same: evaluated.same,
      conflicting: new Set(touching.flatMap((request) => request.itemIds)).size,
      events: draft.events.length + draft.items.filter((item) => item.kind === 'event').length,
      rejectedRows: new Set(findings.rejected.map((rejected) => rejected.row)).size,
    },
    words: summaryOf(classified).words,
    changes: loudest.slice(0, shownChanges).map((change) => ({
      itemId: change.itemId,
      kind: change.kind,
      name: change.name,
      operation: change.operation === 'affected' ? 'changed' : change.operation,
      significance: change.significance,
      consequence: change.consequence,
      fields: change.differences.slice(0, shownFields).map(({ difference }) => {
        const { label, before, after: told } = describeDifference(difference, names);
        return { label, before: before ?? null, after: told ?? null };
      }),
    })),
    requests: touching
      .slice(0, 20)
      .map((request) => ({ number: request.number, title: request.title, items: request.itemIds.length })),
    missingTeams: list
      .flatMap((finding) => (finding.code === 'owner.unknown' && finding.value !== null ? [finding.value] : []))
      .slice(0, 500),
  };
}
