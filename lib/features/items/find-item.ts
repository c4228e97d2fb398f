import type { Revision } from '@/lib/domain/plan/item';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { itemByName, type Snapshot } from '@/lib/domain/plan/snapshot';
import { itemsNamed } from '@/lib/domain/plan-query/nearest';
import { foldName } from '@/lib/kit/fold';
import type { PlanHistory } from '@/lib/store/plan-history';

/** An item that was asked for, and how it was found. */
export interface FoundItem {
  readonly item: Revision;
  /** The former name it was asked by. */
  readonly renamedFrom: string | null;
  /** Others that the name fits as well. */
  readonly others: readonly Revision[];
}

const kindOrder: readonly ItemKind[] = ['event', 'property', 'property-group', 'source', 'destination', 'consumer'];

/** The item that an id, a name, `namespace/name` or a former name stands for. */
export function findItem(
  snapshot: Snapshot,
  history: PlanHistory,
  asked: string,
  kind: ItemKind | undefined,
): FoundItem | undefined {
  const byId = snapshot.items.get(asked);
  if (byId && (!kind || byId.kind === kind)) return { item: byId, renamedFrom: null, others: [] };
  const named = candidates(snapshot, asked, kind);
  const [item, ...others] = named;
  if (item) return { item, renamedFrom: null, others };
  return byFormerName(snapshot, history, asked, kind);
}

function candidates(snapshot: Snapshot, asked: string, kind: ItemKind | undefined): Revision[] {
  const wanted = kind ? [kind] : kindOrder;
  // A name may hold slashes itself, so every way to part it is tried, the exact name without a namespace first.
  const found = wanted.flatMap((one) => itemByName(snapshot, one, null, asked) ?? []);
  for (let at = asked.indexOf('/'); at > 0; at = asked.indexOf('/', at + 1)) {
    found.push(...wanted.flatMap((one) => itemByName(snapshot, one, asked.slice(0, at), asked.slice(at + 1)) ?? []));
  }
  const elsewhere = itemsNamed(snapshot, kind, asked).filter((item) => !found.includes(item));
  return [...new Set([...found, ...elsewhere])];
}

function byFormerName(
  snapshot: Snapshot,
  history: PlanHistory,
  asked: string,
  kind: ItemKind | undefined,
): FoundItem | undefined {
  const wanted = foldName(asked);
  let best: { item: Revision; name: string; until: number } | undefined;
  for (const names of history.formerNames.values()) {
    for (const former of names) {
      const item = snapshot.items.get(former.itemId);
      if (!item || (kind && item.kind !== kind)) continue;
      const fits =
        foldName(former.name) === wanted ||
        (former.namespace !== null && foldName(`${former.namespace}/${former.name}`) === wanted);
      if (fits && (!best || former.untilRelease > best.until))
        best = { item, name: former.name, until: former.untilRelease };
    }
  }
  return best && { item: best.item, renamedFrom: best.name, others: [] };
}
