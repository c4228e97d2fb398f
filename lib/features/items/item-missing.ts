import 'server-only';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { kinds } from '@/lib/domain/plan/kinds/list';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import { mentionOf } from '@/lib/domain/plan-query/item-ref';
import { nearestItems } from '@/lib/domain/plan-query/nearest';
import type { Tx } from '@/lib/infra/db/transaction';
import { err } from '@/lib/kit/result';
import { listRevisions } from '@/lib/store/revisions';
import type { ItemNotFound } from './errors';

/** What to say instead of an item that is not there: the nearest names, and whether it was removed. */
export async function itemMissing(
  tx: Tx,
  workspaceId: string,
  snapshot: Snapshot,
  asked: string,
  kind: ItemKind | undefined,
): Promise<{ readonly ok: false; readonly error: ItemNotFound }> {
  const nearest = nearestItems(snapshot, kind, asked, 6).map((near) => mentionOf(near.item));
  const last = (await listRevisions(tx, workspaceId, asked)).at(-1);
  const noun = kind ? kinds[kind].label.toLowerCase() : 'item';
  return err({
    code: 'item.not-found' as const,
    detail: `No ${noun} of release ${snapshot.release} is called “${asked.slice(0, 300)}”`,
    nearest,
    removedIn: last?.toRelease ?? null,
  });
}
