import { foldName } from '../../kit/fold';
import { qualifiedName, type Revision } from '../plan/item';
import { alternatives } from '../plan/property-type';
import { referrers } from '../plan/references';
import type { Snapshot } from '../plan/snapshot';
import type { PresenceKey } from './filter';
import { carriersOf, resolvedUses } from './resolved-uses';

/** What filters, sorting and grouping ask of an item, worked out once for each snapshot. Texts are folded. */
export interface ItemFacts {
  readonly text: string;
  readonly sortName: string;
  /** `team:tm_…`, `person:us_…` or an empty text. */
  readonly owner: string;
  readonly stage: string;
  readonly category: string;
  readonly namespace: string;
  readonly lifecycle: string;
  readonly tags: readonly string[];
  /** Names and ids, folded, of the items it points at or, for a property, of the events that carry it. */
  readonly sources: readonly string[];
  readonly destinations: readonly string[];
  readonly properties: readonly string[];
  readonly groups: readonly string[];
  readonly classes: readonly string[];
  readonly action: string;
  readonly scope: string;
  readonly types: readonly string[];
  readonly reviewBy: string | null;
  readonly has: ReadonlySet<PresenceKey>;
  readonly consumers: number;
  /** Events or groups that carry it, or events that name it as source or destination. */
  readonly users: number;
}

/** The facts of every item of a snapshot, by id. */
export function factsOf(snapshot: Snapshot): ReadonlyMap<string, ItemFacts> {
  const known = derived.get(snapshot);
  if (known) return known;
  const result = new Map<string, ItemFacts>();
  for (const item of snapshot.items.values()) result.set(item.id, factsOfItem(snapshot, item));
  derived.set(snapshot, result);
  return result;
}

const derived = new WeakMap<Snapshot, ReadonlyMap<string, ItemFacts>>();

function factsOfItem(snapshot: Snapshot, item: Revision): ItemFacts {
  const { content } = item;
  const event = item.kind === 'event' ? item.content : null;
  const property = item.kind === 'property' ? item.content : null;
  const uses = item.kind === 'event' || item.kind === 'property-group' ? resolvedUses(snapshot, item) : [];
  const pointers = [...(referrers(snapshot).get(item.id) ?? [])].map((id) => snapshot.items.get(id));
  const consumers = pointers.filter((other) => other?.kind === 'consumer').length;
  const users =
    item.kind === 'property'
      ? (carriersOf(snapshot).get(item.id)?.length ?? 0)
      : pointers.filter((other) => other?.kind === 'event').length;
  const classes = property
    ? [property.dataClass.class]
    : [...new Set(uses.map((use) => use.property.content.dataClass.class))];
  const facts = {
    text: [qualifiedName(item), content.displayName, content.meaning, ...content.tags].map(foldName).join('\n'),
    sortName: foldName(qualifiedName(item)),
    owner: content.owner ? `${content.owner.type}:${content.owner.id}` : '',
    stage: foldName(event?.stage ?? ''),
    category: foldName(event?.category ?? ''),
    namespace: foldName(item.namespace ?? ''),
    lifecycle: content.lifecycle.state,
    tags: content.tags.map(foldName),
    sources: names(snapshot, event?.sources ?? []),
    destinations: names(snapshot, event?.destinations ?? []),
    properties: uses.flatMap((use) => [use.property.id, foldName(use.property.name)]),
    groups: names(snapshot, event?.groups ?? []),
    classes,
    action: event?.action ?? '',
    scope: property?.scope ?? '',
    types: typesOf(item),
    reviewBy: content.reviewBy,
    consumers,
    users,
  };
  return { ...facts, has: presence(item, facts) };
}

function names(snapshot: Snapshot, ids: readonly string[]): string[] {
  return ids.flatMap((id) => {
    const item = snapshot.items.get(id);
    return item ? [id, foldName(item.name), foldName(item.content.displayName)] : [id];
  });
}

function typesOf(item: Revision): string[] {
  if (item.kind === 'property') return alternatives(item.content.type).map((type) => type.type);
  if (item.kind === 'consumer') return [item.content.type];
  if (item.kind === 'source') return [item.content.runtime, foldName(item.content.platform)];
  if (item.kind === 'destination') return [foldName(item.content.service)];
  return [];
}

function presence(item: Revision, facts: Omit<ItemFacts, 'has'>): ReadonlySet<PresenceKey> {
  const examples = item.kind === 'event' || item.kind === 'property' ? item.content.examples.length : 0;
  const answers: Record<PresenceKey, boolean> = {
    owner: facts.owner !== '',
    meaning: item.content.meaning.trim() !== '',
    stage: facts.stage !== '',
    category: facts.category !== '',
    tag: facts.tags.length > 0,
    source: facts.sources.length > 0,
    destination: facts.destinations.length > 0,
    property: facts.properties.length > 0,
    consumer: facts.consumers > 0,
    class: facts.classes.length > 0 && !facts.classes.includes('undeclared'),
    example: examples > 0,
    use: facts.users > 0 || facts.consumers > 0,
  };
  return new Set((Object.keys(answers) as PresenceKey[]).filter((key) => answers[key]));
}
