import { err, ok, type Result } from '../../kit/result';
import { itemOf } from '../merge/changes-between';
import type { Change } from '../plan/change';
import type { Item, Revision } from '../plan/item';
import type { ConsumerContent } from '../plan/kinds/consumer-content';
import type { DestinationContent } from '../plan/kinds/destination-content';
import type { Json } from '../plan/parts';
import type { PropertyUse } from '../plan/property-use';
import { referrers } from '../plan/references';
import { itemOfKind, type Snapshot } from '../plan/snapshot';
import { resolvedUses } from '../plan-query/resolved-uses';

export interface Replacement {
  /** The properties that go. */
  readonly losers: readonly string[];
  /** The property that takes their place. */
  readonly survivor: string;
  /** Whether the losers are retired in favour of the survivor, or stay as they are without a use. */
  readonly retire: boolean;
}

/** What a replacement does to one item, beside what its new state says by itself. */
export interface ReplacedIn {
  readonly itemId: string;
  /** `use`: carried by an event or group. `consumer`: depended on. `mapping`: a destination's name. `pointer`: named as a replacement. `example`: a key of an example payload. `retired`: one that goes. */
  readonly what: 'use' | 'consumer' | 'mapping' | 'pointer' | 'example' | 'retired';
  /** The property that was replaced. */
  readonly loser: string;
  /** Set where the survivor stood beside the loser, so that what was said of the loser there goes. */
  readonly dropped: boolean;
}

export interface ReplacementPlan {
  readonly changes: readonly Change[];
  readonly effects: readonly ReplacedIn[];
}

export type ReplacementError = { readonly code: 'property.not-found' | 'property.same' };

/**
 * Replaces properties by another wherever a plan uses them: in events, groups, consumers, example payloads. Names that a
 * destination has for a loser go, since they are the loser's; everything else stays as it is.
 */
export function replaceProperty(
  snapshot: Snapshot,
  { losers, survivor, retire }: Replacement,
): Result<ReplacementPlan, ReplacementError> {
  const gone = new Map<string, Revision<'property'>>();
  for (const id of losers) {
    const property = itemOfKind(snapshot, 'property', id);
    if (!property) return err({ code: 'property.not-found' });
    gone.set(id, property);
  }
  const kept = itemOfKind(snapshot, 'property', survivor);
  if (!kept) return err({ code: 'property.not-found' });
  if (gone.size === 0 || gone.has(survivor)) return err({ code: 'property.same' });
  const effects: ReplacedIn[] = [];
  const changes: Change[] = [];
  const scene: Scene = { snapshot, gone, kept, effects };
  for (const id of touched(snapshot, gone)) {
    const before = snapshot.items.get(id);
    const after = before && replacedIn(before, scene, retire);
    if (!before || !after || after.content === before.content) continue;
    changes.push({
      operation: 'update',
      itemId: id,
      item: after,
      base: { revisionId: before.revisionId, digest: before.digest },
    });
  }
  return ok({ changes, effects });
}

interface Scene {
  readonly snapshot: Snapshot;
  readonly gone: ReadonlyMap<string, Revision<'property'>>;
  readonly kept: Revision<'property'>;
  readonly effects: ReplacedIn[];
}

/** Whatever points at a loser, events that a group brings one to, and the losers themselves. */
function touched(snapshot: Snapshot, gone: Scene['gone']): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const loser of gone.keys()) {
    for (const id of referrers(snapshot).get(loser) ?? []) {
      ids.add(id);
      if (snapshot.items.get(id)?.kind !== 'property-group') continue;
      for (const carrier of referrers(snapshot).get(id) ?? []) ids.add(carrier);
    }
    ids.add(loser);
  }
  return ids;
}

function replacedIn(before: Revision, scene: Scene, retire: boolean): Item {
  const { gone, kept, effects } = scene;
  const note = (what: ReplacedIn['what'], loser: string, dropped = false) =>
    effects.push({ itemId: before.id, what, loser, dropped });
  let item = itemOf(before);
  const pointer = item.content.lifecycle.replacedBy;
  if (pointer !== null && gone.has(pointer)) {
    note('pointer', pointer, before.id === kept.id);
    item = withContent(item, {
      lifecycle: { ...item.content.lifecycle, replacedBy: before.id === kept.id ? null : kept.id },
    });
  }
  if (item.kind === 'event' || item.kind === 'property-group') {
    const properties = usesReplaced(item.content.properties, scene, note);
    if (properties !== item.content.properties) item = withContent(item, { properties });
  }
  if (before.kind === 'event' && item.kind === 'event') {
    const examples = examplesReplaced(before, scene, note);
    if (examples !== item.content.examples) item = withContent(item, { examples });
  }
  if (item.kind === 'consumer') {
    const uses = consumerUsesReplaced(item.content.uses, scene, note);
    if (uses !== item.content.uses) item = withContent(item, { uses });
  }
  if (item.kind === 'destination') {
    const nameMapping = mappingWithout(item.content.nameMapping, scene, note);
    if (nameMapping !== item.content.nameMapping) item = withContent(item, { nameMapping });
  }
  if (retire && gone.has(before.id) && !isRetiredFor(item, kept.id)) {
    note('retired', before.id);
    item = withContent(item, { lifecycle: { state: 'retired', replacedBy: kept.id } });
  }
  return item.content === before.content ? before : item;
}

function isRetiredFor(item: Item, survivor: string): boolean {
  const { state, replacedBy } = item.content.lifecycle;
  return state === 'retired' && replacedBy === survivor;
}

type Note = (what: ReplacedIn['what'], loser: string, dropped?: boolean) => void;

/** The first use that stays keeps its place and what it says; the survivor's own use comes before those of losers. */
function usesReplaced(uses: PropertyUse[], { gone, kept }: Scene, note: Note): PropertyUse[] {
  if (!uses.some((use) => gone.has(use.propertyId))) return uses;
  let isThere = uses.some((use) => use.propertyId === kept.id);
  return uses.flatMap((use) => {
    if (!gone.has(use.propertyId)) return [use];
    note('use', use.propertyId, isThere);
    if (isThere) return [];
    isThere = true;
    return [{ ...use, propertyId: kept.id }];
  });
}

function consumerUsesReplaced(uses: ConsumerContent['uses'], { gone, kept }: Scene, note: Note) {
  if (!uses.some((use) => use.propertyId !== null && gone.has(use.propertyId))) return uses;
  const same = (use: ConsumerContent['uses'][number]) => JSON.stringify([use.eventId, use.propertyId, use.value]);
  const there = new Map(uses.filter((use) => use.propertyId === kept.id).map((use) => [same(use), use.outcome]));
  const after: ConsumerContent['uses'] = [];
  for (const use of uses) {
    const loser = use.propertyId;
    if (loser === null || !gone.has(loser)) {
      after.push(use);
      continue;
    }
    const moved = { ...use, propertyId: kept.id };
    // A use that an experiment is judged by says more than one that is not, so it never goes.
    const known = there.get(same(moved));
    const isDropped = known !== undefined && (known || !moved.outcome);
    note('consumer', loser, isDropped);
    if (isDropped) continue;
    there.set(same(moved), moved.outcome);
    after.push(moved);
  }
  return after;
}

function mappingWithout(mapping: DestinationContent['nameMapping'], { gone }: Scene, note: Note) {
  if (!mapping.some((one) => gone.has(one.itemId))) return mapping;
  return mapping.filter((one) => {
    if (!gone.has(one.itemId)) return true;
    note('mapping', one.itemId, true);
    return false;
  });
}

/** Example payloads under the survivor's name, so that they stay what the event sends. */
function examplesReplaced(event: Revision<'event'>, { snapshot, gone, kept }: Scene, note: Note) {
  const carried = resolvedUses(snapshot, event).flatMap(({ property }) => gone.get(property.id) ?? []);
  let isChanged = false;
  const examples = event.content.examples.map((example) => {
    const { payload } = example;
    if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return example;
    const renamed = carried.filter((property) => property.name in payload && property.name !== kept.name);
    if (renamed.length === 0) return example;
    isChanged = true;
    const names = new Map(renamed.map((property) => [property.name, property.id]));
    const entries: [string, Json][] = [];
    let isThere = kept.name in payload;
    for (const [key, value] of Object.entries(payload)) {
      const loser = names.get(key);
      if (loser === undefined) {
        entries.push([key, value]);
        continue;
      }
      note('example', loser, isThere);
      if (!isThere) entries.push([kept.name, value]);
      isThere = true;
    }
    return { ...example, payload: Object.fromEntries(entries) };
  });
  return isChanged ? examples : event.content.examples;
}

function withContent<I extends Item>(item: I, part: Partial<I['content']>): I {
  return { ...item, content: { ...item.content, ...part } };
}
