import type { ItemKind } from '@/lib/domain/plan/kinds/define';

/** An item that was looked at here before; kept in this browser only. */
export interface RecentItem {
  readonly id: string;
  readonly kind: ItemKind;
  readonly name: string;
  readonly namespace: string | null;
  readonly meaning: string;
  readonly lifecycle: string;
}

const most = 12;
const keyOf = (place: { workspace: string; plan: string }) => `wm-recent:${place.workspace}/${place.plan}`;

/** The items looked at last in a plan, the latest first. */
export function recentItems(place: { workspace: string; plan: string }): RecentItem[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(place)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecent) : [];
  } catch {
    return [];
  }
}

function isRecent(value: unknown): value is RecentItem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    'kind' in value &&
    'name' in value &&
    typeof value.name === 'string'
  );
}

/** Remembers that an item was looked at. */
export function rememberItem(place: { workspace: string; plan: string }, item: RecentItem): void {
  const { id, kind, name, namespace, meaning, lifecycle } = item;
  const others = recentItems(place).filter((other) => other.id !== id);
  try {
    localStorage.setItem(
      keyOf(place),
      JSON.stringify(
        [{ id, kind, name, namespace, meaning: meaning.slice(0, 200), lifecycle }, ...others].slice(0, most),
      ),
    );
  } catch {
    // A full or forbidden store only costs the list of recent items.
  }
}
