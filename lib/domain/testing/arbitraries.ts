import * as fc from 'fast-check';
import { canonicalItem, itemDigest } from '../plan/canonical-item';
import type { Change } from '../plan/change';
import type { ContentByKind, Item, Revision } from '../plan/item';
import { consumerTypes } from '../plan/kinds/consumer-content';
import { type ItemKind, itemKinds } from '../plan/kinds/define';
import { eventActions } from '../plan/kinds/event-content';
import { kinds } from '../plan/kinds/list';
import { dataClasses, propertyScopes } from '../plan/kinds/property-content';
import { runtimes } from '../plan/kinds/source-content';
import { type Json, jsonSchema } from '../plan/parts';
import { type Snapshot, snapshotOf } from '../plan/snapshot';
import { arbitraryPropertyUse, arbitraryType, day, ids, nullable, scalar, someIds, text, uniqueBy } from './values';

// Few ids per kind, so that generated items refer to one another and edits meet.
const poolSize = 4;

/** The ids that generated items of a kind have. */
export function idPool(kind: ItemKind): string[] {
  return Array.from({ length: poolSize }, (_, index) => `${kinds[kind].idPrefix}_${index + 1}`);
}

const pools = {
  source: idPool('source'),
  destination: idPool('destination'),
  property: idPool('property'),
  group: idPool('property-group'),
  event: idPool('event'),
};

const common = (kind: ItemKind) => ({
  displayName: text,
  meaning: text,
  tags: fc.uniqueArray(text, { maxLength: 3 }),
  owner: nullable(
    fc.record({ type: fc.constantFrom('team' as const, 'person' as const), id: fc.constantFrom('tm_1', 'us_1') }),
  ),
  lifecycle: fc.record({
    state: fc.constantFrom('planned' as const, 'live' as const, 'deprecated' as const, 'retired' as const),
    replacedBy: nullable(ids(idPool(kind))),
  }),
  reviewBy: nullable(day),
  links: uniqueBy(
    fc.record({ label: text, url: fc.constantFrom('https://a.example', 'https://b.example') }),
    (link) => link.url,
  ),
  extras: uniqueBy(fc.record({ key: fc.constantFrom('a', 'b', '1'), value: text }), (extra) => extra.key),
});

const uses = uniqueBy(arbitraryPropertyUse(pools.property, pools.source), (use) => use.propertyId);

const contents: { [K in ItemKind]: fc.Arbitrary<ContentByKind[K]> } = {
  event: fc
    .record({
      ...common('event'),
      action: fc.constantFrom(...eventActions),
      firesWhen: text,
      doesNotCount: text,
      purpose: text,
      stage: nullable(text),
      category: text,
      sources: someIds(pools.source),
      sourceOfTruth: nullable(ids(pools.source)),
      destinations: someIds(pools.destination),
      properties: uses,
      groups: someIds(pools.group),
      examples: uniqueBy(
        fc.record({
          title: text,
          payload: fc.jsonValue({ maxDepth: 1 }).filter((value): value is Json => jsonSchema.safeParse(value).success),
        }),
        (example) => example.title,
      ),
      screenshots: uniqueBy(
        fc.record({ label: text, url: fc.constantFrom('https://a.example', 'https://b.example') }),
        (link) => link.url,
      ),
    })
    .map((content) => ({
      ...content,
      sourceOfTruth:
        content.sourceOfTruth && content.sources.includes(content.sourceOfTruth) ? content.sourceOfTruth : null,
    })),
  property: fc.record({
    ...common('property'),
    scope: fc.constantFrom(...propertyScopes),
    type: arbitraryType,
    allowedValues: nullable(
      uniqueBy(fc.record({ value: scalar, meaning: text }), (value) => JSON.stringify(value.value), 1),
    ),
    pattern: nullable(fc.constantFrom('^a', '^b', '')),
    minimum: nullable(fc.constantFrom(-1, 0, 1)),
    maximum: nullable(fc.constantFrom(0, 1, 10)),
    minLength: nullable(fc.constantFrom(0, 1, 2)),
    maxLength: nullable(fc.constantFrom(0, 10, 20)),
    unit: nullable(text),
    format: nullable(fc.constantFrom('email', 'uuid', 'uri')),
    examples: uniqueBy(scalar, (value) => JSON.stringify(value)),
    dataClass: fc.record({ class: fc.constantFrom(...dataClasses), kind: text }),
  }),
  'property-group': fc.record({ ...common('property-group'), properties: uses }),
  source: fc.record({ ...common('source'), runtime: fc.constantFrom(...runtimes), platform: text }),
  destination: fc.record({
    ...common('destination'),
    service: text,
    maxNameLength: nullable(fc.constantFrom(10, 40)),
    namePattern: nullable(fc.constantFrom('^[a-z_]+$', '.*')),
    maxPropertiesPerEvent: nullable(fc.constantFrom(25, 100)),
    nameMapping: uniqueBy(
      fc.record({ itemId: ids([...pools.event, ...pools.property]), sendAs: nullable(text) }),
      (mapping) => mapping.itemId,
    ),
  }),
  consumer: fc.record({
    ...common('consumer'),
    type: fc.constantFrom(...consumerTypes),
    uses: uniqueBy(
      fc.record({
        key: fc.constantFrom('u1', 'u2', 'u3'),
        eventId: nullable(ids(pools.event)),
        propertyId: nullable(ids(pools.property)),
        value: nullable(scalar),
        outcome: fc.boolean(),
      }),
      (use) => use.key,
    ),
    startsAt: nullable(day),
    endsAt: nullable(day),
  }),
};

/** Any item, valid by its schema; its references stay within the id pools. */
export function arbitraryItem<K extends ItemKind>(kind: K, id?: string): fc.Arbitrary<Item<K>> {
  return (
    fc
      .tuple(
        id === undefined ? ids(idPool(kind)) : fc.constant(id),
        fc.constantFrom('alpha', 'Beta', 'gamma delta', 'ε'),
        nullable(fc.constantFrom('x', 'y')),
        contents[kind],
      )
      // The id in the name keeps names unique, as a plan demands.
      .map(
        ([itemId, name, namespace, content]) =>
          ({ id: itemId, kind, namespace, name: `${name} ${itemId}`, content }) as unknown as Item<K>,
      )
  );
}

/** Any item of any kind. */
export const arbitraryAnyItem: fc.Arbitrary<Item> = fc
  .constantFrom(...itemKinds)
  .chain((kind) => arbitraryItem(kind) as fc.Arbitrary<Item>);

/** An item as a snapshot holds it, canonical and with its digest. */
export function revisionOf(item: Item, release = 1): Revision {
  const canonical = canonicalItem(item);
  return {
    ...canonical,
    revisionId: `rv_${item.id}_${release}`,
    version: { major: 1, minor: 0, patch: 0 },
    digest: itemDigest(canonical),
    fromRelease: release,
  };
}

/** A plan of up to four items a kind; an item may refer to one that is missing. */
export const arbitrarySnapshot: fc.Arbitrary<Snapshot> = fc
  .tuple(
    ...itemKinds.flatMap((kind) =>
      idPool(kind).map((id) => fc.option(arbitraryItem(kind, id) as fc.Arbitrary<Item>, { nil: null, freq: 2 })),
    ),
  )
  .map((items) =>
    snapshotOf(
      'pl_1',
      1,
      items.flatMap((item) => (item ? [revisionOf(item)] : [])),
    ),
  );

/** One change of a snapshot: an item created, one field or the whole of it changed, or removed. */
export function arbitraryChange(snapshot: Snapshot): fc.Arbitrary<Change> {
  const kindAndId = itemKinds.flatMap((kind) => idPool(kind).map((id) => ({ kind, id })));
  return fc.constantFrom(...kindAndId).chain(({ kind, id }): fc.Arbitrary<Change> => {
    const before = snapshot.items.get(id);
    const next = arbitraryItem(kind, id) as fc.Arbitrary<Item>;
    if (!before) return next.map((item) => ({ operation: 'create', itemId: id, item, base: null }));
    const base = { revisionId: before.revisionId, digest: before.digest };
    const update = fc
      .tuple(next, fc.array(fc.nat(30), { maxLength: 4 }))
      .map(([other, picks]): Change => ({ operation: 'update', itemId: id, item: mixed(before, other, picks), base }));
    return fc.oneof(
      { weight: 5, arbitrary: update },
      { weight: 1, arbitrary: fc.constant<Change>({ operation: 'remove', itemId: id, item: null, base }) },
    );
  });
}

/** Some changes of a snapshot, at most one an item. */
export function arbitraryEdit(snapshot: Snapshot, maxLength = 6): fc.Arbitrary<Change[]> {
  return uniqueBy(arbitraryChange(snapshot), (change) => change.itemId, 0, maxLength);
}

// A few fields of `other` laid over `before`, as people edit; sometimes nothing at all.
function mixed(before: Revision, other: Item, picks: readonly number[]): Item {
  const { id, kind, namespace, name, content } = before;
  const keys = Object.keys(content);
  const changed: Record<string, unknown> = { ...content };
  for (const pick of picks) {
    const key = keys[pick % keys.length] ?? 'meaning';
    changed[key] = (other.content as Record<string, unknown>)[key];
  }
  const renamed = picks.includes(0);
  const result = {
    id,
    kind,
    namespace: picks.includes(1) ? other.namespace : namespace,
    name: renamed ? other.name : name,
    content: changed,
  } as unknown as Item;
  return result.kind === 'event' &&
    result.content.sourceOfTruth !== null &&
    !result.content.sources.includes(result.content.sourceOfTruth)
    ? { ...result, content: { ...result.content, sourceOfTruth: null } }
    : result;
}
