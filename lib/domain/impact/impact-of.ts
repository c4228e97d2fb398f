import { fieldValue, type Item } from '../plan/item';
import type { Owner } from '../plan/parts';
import type { Snapshot } from '../plan/snapshot';
import type { People } from '../review/people';
import type { ItemChange } from '../significance/classified';
import { type Hearing, type HearingWorld, hearWatches } from '../watch/hear';
import type { AffectedOwner, AffectedWatcher, Impact, Watcher } from './impact';
import { impactInWords } from './impact-in-words';
import { reachedConsumers } from './reached-consumers';
import { reachedSources } from './reached-sources';

const nobody: People = { persons: new Map(), teams: new Map() };

/** Whom the changes reach, by event, property and single value, through groups and shared properties; silent for wording. */
export function impactOf(
  before: Snapshot,
  itemChanges: readonly ItemChange[],
  watchers: readonly Watcher[],
  today: string,
  world: Partial<Pick<HearingWorld, 'after' | 'people' | 'releasedAt'>> = {},
): Impact {
  const audible = itemChanges.filter((change) => change.significance !== 'editorial');
  const consumers = reachedConsumers(before, audible, today);
  const sources = reachedSources(before, audible);
  const { after = before, people = nobody, releasedAt } = world;
  const watching = reachedWatchers(hearWatches(audible, watchers, { before, after, people, today, releasedAt }));
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

function reachedWatchers(hearings: readonly Hearing[]): AffectedWatcher[] {
  const found = new Map<string, Set<string>>();
  for (const { userId, itemIds } of hearings) {
    const known = found.get(userId);
    if (known) for (const itemId of itemIds) known.add(itemId);
    else found.set(userId, new Set(itemIds));
  }
  return [...found].map(([userId, itemIds]) => ({ userId, itemIds: [...itemIds] }));
}
