import type { Difference } from '../diff/difference';
import { compareItems } from '../plan/canonical-order';
import { type Item, type ItemVersion, qualifiedName } from '../plan/item';
import type { Snapshot } from '../plan/snapshot';
import { bump, firstVersion } from './bump';
import type { Classified, ClassifyContext, ItemChange, Transitive } from './classified';
import { classify } from './classify';
import { consequenceOf, inOrder, loudest } from './effects';
import { transitivesOf } from './transitive';

/**
 * What the differences of two plans do, item by item in canonical order: each item's own differences, and what reaches it
 * through the properties, groups, sources and destinations that it uses.
 */
export function classifyPlanDiff(
  before: Snapshot,
  after: Snapshot,
  differences: readonly Difference[],
  claims: ReadonlySet<string> = new Set(),
): ItemChange[] {
  const context: ClassifyContext = { before, after, claims };
  const own = new Map<string, Classified[]>();
  for (const difference of differences) {
    const list = own.get(difference.itemId);
    const classified = classify(difference, context);
    if (list) list.push(classified);
    else own.set(difference.itemId, [classified]);
  }
  const via = new Map<string, Transitive[]>();
  for (const [causeId, classified] of own) {
    for (const [userId, transitive] of transitivesOf(before, after, causeId, classified)) {
      const list = via.get(userId);
      if (list) list.push(transitive);
      else via.set(userId, [transitive]);
    }
  }
  const changes: { readonly item: Item; readonly change: ItemChange }[] = [];
  for (const itemId of new Set([...own.keys(), ...via.keys()])) {
    const item = after.items.get(itemId) ?? before.items.get(itemId);
    if (item)
      changes.push({ item, change: itemChange(before, after, item, own.get(itemId) ?? [], via.get(itemId) ?? []) });
  }
  return changes.sort((a, b) => compareItems(a.item, b.item)).map((entry) => entry.change);
}

function itemChange(
  before: Snapshot,
  after: Snapshot,
  item: Item,
  differences: readonly Classified[],
  via: readonly Transitive[],
): ItemChange {
  const versionBefore = before.items.get(item.id)?.version ?? null;
  const own = differences.length === 0 ? null : loudest(differences.flatMap((classified) => classified.significances));
  const significances = inOrder([...differences, ...via].flatMap((one) => one.significances));
  const breaks = {
    senders: [...differences, ...via].some((one) => one.breaks.senders),
    readers: [...differences, ...via].some((one) => one.breaks.readers),
  };
  const operation = !after.items.has(item.id)
    ? 'removed'
    : !versionBefore
      ? 'added'
      : own === null
        ? 'affected'
        : 'changed';
  return {
    itemId: item.id,
    kind: item.kind,
    name: qualifiedName(item),
    operation,
    differences,
    via,
    own,
    significance: loudest(significances),
    significances,
    breaks,
    consequence: consequenceOf(significances, breaks),
    versionBefore,
    version: operation === 'removed' ? null : nextVersion(versionBefore, own),
  };
}

function nextVersion(before: ItemVersion | null, own: ItemChange['own']): ItemVersion {
  if (before === null) return firstVersion;
  return own === null ? before : bump(before, own);
}
