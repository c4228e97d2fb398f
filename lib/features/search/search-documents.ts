import type { SearchDocument } from '@/lib/contracts/search';
import type { Revision } from '@/lib/domain/plan/item';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import { shortened } from '@/lib/domain/plan-query/item-ref';
import { resolvedUses } from '@/lib/domain/plan-query/resolved-uses';
import { buildSearchIndex, type SearchIndex } from '@/lib/domain/search/build-search-index';
import type { OwnerNames } from '@/lib/store/owner-names';
import type { PlanHistory } from '@/lib/store/plan-history';

const mostValues = 200;
const mostProperties = 300;
const mostDetails = 600;
const address = /^https?:/;

/** What the look-up knows of each item of a plan. */
export function searchDocuments(snapshot: Snapshot, history: PlanHistory, owners: OwnerNames): SearchDocument[] {
  return [...snapshot.items.values()].map((item) => ({
    id: item.id,
    kind: item.kind,
    name: item.name,
    namespace: item.namespace,
    displayName: item.content.displayName,
    meaning: shortened(item.content.meaning, 200),
    formerNames: (history.formerNames.get(item.id) ?? []).map((former) => former.name),
    values: valuesOf(item),
    tags: [...item.content.tags],
    owner: item.content.owner ? owners.nameOf(item.content.owner) : '',
    lifecycle: item.content.lifecycle.state,
    category: item.kind === 'event' ? item.content.category : '',
    properties: propertiesOf(snapshot, item),
    details: shortened(detailsOf(item).join('\n'), mostDetails),
  }));
}

function propertiesOf(snapshot: Snapshot, item: Revision): string[] {
  if (item.kind !== 'event' && item.kind !== 'property-group') return [];
  return resolvedUses(snapshot, item)
    .slice(0, mostProperties)
    .map(({ property }) => property.name);
}

/** Every sentence beside the meaning, the more telling first; addresses say nothing to a reader. */
function detailsOf(item: Revision): string[] {
  const { content } = item;
  const texts: string[] = [];
  if (item.kind === 'event') {
    const { firesWhen, doesNotCount, purpose, stage, properties } = item.content;
    texts.push(firesWhen, purpose, doesNotCount, stage ?? '', ...properties.map(({ note }) => note));
  }
  if (item.kind === 'property-group') texts.push(...item.content.properties.map(({ note }) => note));
  if (item.kind === 'property') texts.push(...(item.content.allowedValues ?? []).map(({ meaning }) => meaning));
  texts.push(...content.links.map(({ label }) => label));
  texts.push(...content.extras.map(({ value }) => (address.test(value) ? '' : value)));
  return texts.filter((text) => text !== '');
}

function valuesOf(item: Revision): string[] {
  if (item.kind !== 'property') return [];
  return (item.content.allowedValues ?? []).slice(0, mostValues).map((one) => String(one.value));
}

// Building takes some hundred milliseconds for a large plan. Owners' names may change meanwhile, so they are part of the key.
const indexes = new WeakMap<Snapshot, { readonly owners: string; readonly index: SearchIndex<SearchDocument> }>();

/** The index of a snapshot, built once for it and for the owners' present names. */
export function searchIndexOf(
  snapshot: Snapshot,
  history: PlanHistory,
  owners: OwnerNames,
): SearchIndex<SearchDocument> {
  const known = indexes.get(snapshot);
  const key = ownersKey(snapshot, owners);
  if (known?.owners === key) return known.index;
  const index = buildSearchIndex(searchDocuments(snapshot, history, owners));
  indexes.set(snapshot, { owners: key, index });
  return index;
}

function ownersKey(snapshot: Snapshot, owners: OwnerNames): string {
  const names = new Set<string>();
  for (const { content } of snapshot.items.values()) if (content.owner) names.add(owners.nameOf(content.owner));
  return [...names].sort().join('\n');
}
