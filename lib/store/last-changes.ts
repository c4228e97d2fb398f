import 'server-only';
import type { Tx } from '../infra/db/transaction';

/** The last release, up to one, that changed more than the wording of items, by the item's id. */
export async function listLastRealChanges(
  tx: Tx,
  workspaceId: string,
  planId: string,
  itemIds: readonly string[],
  release: number,
): Promise<ReadonlyMap<string, number>> {
  if (itemIds.length === 0) return new Map();
  const rows = await tx.revision.groupBy({
    by: ['itemId'],
    where: {
      planId,
      workspaceId,
      itemId: { in: [...itemIds] },
      fromRelease: { lte: release },
      significance: { not: 'editorial' },
    },
    _max: { fromRelease: true },
  });
  return new Map(rows.flatMap((row) => (row._max.fromRelease === null ? [] : [[row.itemId, row._max.fromRelease]])));
}
