import { fieldValue, type Item } from '../plan/item';
import type { Owner } from '../plan/parts';
import type { Snapshot } from '../plan/snapshot';
import type { ItemChange } from '../significance/classified';
import type { AffectedOwner, AffectedWatcher, Impact, Watcher } from './impact';
import { impactInWords } from './impact-in-words';
import { reachedConsumers } from './reached-consumers';
import { reachedSources } from './reached-sources';

/** Whom the changes reach, by event, property and single value, through groups and shared properties; silent for wording. */
export function impactOf(
  before: Snapshot,
  itemChanges: readonly ItemChange[],
  watchers: readonly Watcher[],
  today: string,
): Impact {
  const audible = itemChanges.filter((change) => change.significance !== 'editorial');
  const consumers = reachedConsumers(before, audible, today);
  const sources = reachedSources(before, audible);
  const watching = reachedWatchers(before.planId, audible, watchers);
  return {
    consumers: consumers.map(({ consumerId, name, type, owner, why, itemIds }) => ({
      consumerId,
      name,
      type,
      owner,
      why,
      itemIds,
    })),
    experiments: consumers.filter((consumer) => consumer.type === 'experiment'),
    owners: reachedOwners(before, audible),
    sources,
    watchers: watching,
    words: impactInWords(consumers, watching, sources),
  };
}

/** The owner of an item, as text that two equal owners share. */
export function ownerKey(owner: Owner): string {
  return `${owner.type}:${owner.id}`;
}

function reachedOwners(before: Snapshot, changes: readonly ItemChange[]): AffectedOwner[] {
  const owners = new Map<string, { owner: Owner; itemIds: string[] }>();
  for (const change of changes) {
    const added = change.differences.find((one) => one.difference.type === 'item-added')?.difference;
    const item: Item | undefined =
      before.items.get(change.itemId) ?? (added?.type === 'item-added' ? added.after : undefined);
    const owner = item && (fieldValue(item, 'owner') as Owner | null);
    if (!owner) continue;
    const known = owners.get(ownerKey(owner));
    if (known) known.itemIds.push(change.itemId);
    else owners.set(ownerKey(owner), { owner, itemIds: [change.itemId] });
  }
  return [...owners.values()];
}

function reachedWatchers(
  planId: string,
  changes: readonly ItemChange[],
  watchers: readonly Watcher[],
): AffectedWatcher[] {
  const loud = new Set(
    changes
      .filter((change) => change.significance === 'meaning' || change.significance === 'breaking')
      .map((change) => change.itemId),
  );
  // Who watches the whole plan hears of what was edited, not of each item that an edit reaches.
  const edited = changes.filter((change) => change.operation !== 'affected').map((change) => change.itemId);
  const all = new Set(changes.map((change) => change.itemId));
  const muted = new Set(
    watchers.filter((watcher) => watcher.level === 'none').map((watcher) => `${watcher.userId} ${watcher.target.id}`),
  );
  const found = new Map<string, Set<string>>();
  for (const { userId, target, level } of watchers) {
    if (level === 'none') continue;
    const reached =
      target.kind === 'plan' ? (target.id === planId ? edited : []) : all.has(target.id) ? [target.id] : [];
    const heard = reached.filter(
      (itemId) => (level === 'all' || loud.has(itemId)) && !muted.has(`${userId} ${itemId}`),
    );
    if (heard.length === 0) continue;
    const known = found.get(userId);
    if (known) for (const itemId of heard) known.add(itemId);
    else found.set(userId, new Set(heard));
  }
  return [...found].map(([userId, itemIds]) => ({ userId, itemIds: [...itemIds] }));
}
