import { defaultConventions } from '@/lib/domain/conventions/settings';
import type { Watcher } from '@/lib/domain/impact/impact';
import { canonicalItem } from '@/lib/domain/plan/canonical-item';
import { type Item, type Revision, withField } from '@/lib/domain/plan/item';
import { itemSchema } from '@/lib/domain/plan/item-schema';
import { itemsOfKind, type Snapshot, snapshotOf } from '@/lib/domain/plan/snapshot';
import { assess, type World } from '@/lib/domain/review/assess';
import { changeDigest } from '@/lib/domain/review/change-digest';
import type { ChangeRequest, Claim, StoredChange } from '@/lib/domain/review/change-request';
import { type Person, peopleOf } from '@/lib/domain/review/people';
import { defaultPolicy, type Policy } from '@/lib/domain/review/policy';
import { asRevision, largeItems } from './large-plan';
import { atMost, medianMs, report } from './measure';

const changed = 1_000;
const consumers = 500;
const members = 200;
const teams = 20;

/** Policy and requirements of a request of 1,000 changes to a plan of 5,000 events and 500 consumers, half of them approved. */
export async function benchReview(): Promise<boolean> {
  const head = ownedPlan();
  const request = largeRequest(head);
  const known = worldOf(head);
  const found = assess(request, known);
  if (found.requirements.length < teams || found.status !== 'in-review' || found.breaches.length > 0)
    throw new Error(`${found.requirements.length} requirements, ${found.status}, ${found.breaches.length} breaches`);
  if (found.itemChanges.length < changed || found.impact.consumers.length === 0)
    throw new Error(`${found.itemChanges.length} items change, ${found.impact.consumers.length} consumers are reached`);
  const again = await medianMs(() => assess(request, known), 31);
  // As the first request after a release: nobody has asked the head anything yet.
  const heads = Array.from({ length: 32 }, () =>
    worldOf(snapshotOf(head.planId, head.release, [...head.items.values()])),
  );
  const first = await medianMs(() => assess(request, heads.pop() ?? known), 31);
  return [
    atMost('policy and requirements of a request of 1,000 changes', again, 100, 'ms'),
    atMost('policy and requirements of a request of 1,000 changes, just after a release', first, 100, 'ms'),
  ]
    .map(report)
    .every((met) => met);
}

const policy: Policy = {
  ...defaultPolicy,
  rules: [
    ...defaultPolicy.rules,
    {
      when: { significance: ['meaning'], kinds: ['event'], tags: ['team-3', 'team-7'], dataClass: null },
      require: { approvals: 2, from: { type: 'team', teamId: 'tm_3' } },
    },
    {
      when: { significance: ['breaking', 'meaning'], kinds: ['property'], tags: null, dataClass: ['personal'] },
      require: { approvals: 1, from: { type: 'team', teamId: 'tm_5' } },
    },
  ],
  acknowledgements: 'require',
};

const persons: Person[] = Array.from({ length: members }, (_, index) => ({
  id: `us_${index}`,
  name: `Person ${index}`,
  role: index % 20 === 0 ? 'admin' : index % 3 === 0 ? 'approver' : 'contributor',
  teamIds: [`tm_${index % teams}`],
}));
const people = peopleOf(
  persons,
  Array.from({ length: teams }, (_, index) => ({ id: `tm_${index}`, name: `Team ${index}` })),
);

function worldOf(head: Snapshot): World {
  const watchers: Watcher[] = persons.flatMap(({ id }, index) => [
    { userId: id, target: { kind: 'item', id: `ev_large${index * 25}` }, level: 'all' },
    { userId: id, target: { kind: 'item', id: `ev_large${index * 5}` }, level: 'meaning' },
    { userId: id, target: { kind: 'tag', id: `team-${index % 40}` }, level: 'meaning' },
    { userId: id, target: { kind: 'owner', id: `team:tm_${index % teams}` }, level: 'all' },
  ]);
  return { head, policy, people, watchers, conventions: defaultConventions, today: '2026-01-15' };
}

/** The large plan in which every item has an owner and 500 consumers use events, their properties and single values. */
function ownedPlan(): Snapshot {
  const owned = largeItems().map((item, index) =>
    withField(item, 'owner', { type: 'team' as const, id: `tm_${index % teams}` }),
  );
  const uses = itemsOf(owned, 'event');
  const reading = Array.from({ length: consumers }, (_, index): Item => {
    const event = uses[(index * 7) % uses.length];
    return itemSchema.parse({
      id: `co_large${index}`,
      kind: 'consumer',
      namespace: null,
      name: `Report ${index}`,
      content: {
        type: index % 10 === 0 ? 'experiment' : 'dashboard',
        startsAt: index % 10 === 0 ? '2026-01-01' : null,
        owner: { type: 'team', id: `tm_${index % teams}` },
        uses: [
          { key: 'a', eventId: event?.id },
          { key: 'b', eventId: event?.id, propertyId: event?.content.properties[0]?.propertyId },
        ],
      },
    });
  });
  return snapshotOf(
    'pl_large',
    1,
    [...owned, ...reading].map((item) => asRevision(canonicalItem(item))),
  );
}

function itemsOf(items: readonly Item[], kind: 'event'): Item<'event'>[] {
  return items.filter((item): item is Item<'event'> => item.kind === kind);
}

function largeRequest(head: Snapshot): ChangeRequest {
  const properties = itemsOfKind(head, 'property').slice(0, changed / 5);
  const events = itemsOfKind(head, 'event').slice(0, changed - properties.length);
  const changes = [...events, ...properties].map((item, index) => storedChange(item, edited(item, index), index));
  const half = changes.filter((_, index) => index % 2 === 0);
  return {
    id: 'cr_1',
    number: 1,
    planId: head.planId,
    title: 'All of checkout',
    reason: 'Checkout was rewritten.',
    status: 'in-review',
    origin: 'editor',
    authorId: 'us_1',
    baseRelease: 1,
    lockVersion: 1,
    changes,
    contributors: ['us_1', 'us_2'],
    verdicts: ['us_0', 'us_3', 'us_6'].map((reviewerId) => ({
      id: `rv_${reviewerId}`,
      reviewerId,
      kind: 'approve',
      body: '',
      covers: half.map(({ itemId, digest, base }) => ({ itemId, digest, baseDigest: base?.digest ?? null })),
      at: '2026-01-14T10:00:00.000Z',
    })),
    lifts: [],
    acknowledgements: [],
    overturns: [],
    reviewerIds: ['us_0', 'us_3', 'us_6'],
    takenOverBy: null,
    mergedRelease: null,
  };
}

function storedChange(before: Revision, item: Item, index: number): StoredChange {
  const after = canonicalItem(item);
  const claims: Claim[] =
    index % 8 === 0 ? [{ kind: 'clarification', field: 'meaning', member: null, part: null }] : [];
  return {
    operation: 'update',
    itemId: before.id,
    item: after,
    base: { revisionId: before.revisionId, digest: before.digest },
    id: `ch_${index}`,
    digest: changeDigest(after, claims),
    claims,
    editedBy: ['us_1'],
    wordingOf: [],
  };
}

// What people do: prose, a use less, a tag, a name.
function edited(
  { revisionId: _, version: __, digest: ___, fromRelease: ____, ...item }: Revision,
  index: number,
): Item {
  if (item.kind === 'event' && index % 4 === 1)
    return withField(item, 'properties', (item.content as { properties: unknown[] }).properties.slice(1));
  if (index % 4 === 2) return withField(item, 'tags', [...item.content.tags, 'reviewed']);
  if (index % 4 === 3) return withField(item, 'name', `${item.name} 2`);
  return withField(item, 'meaning', `${item.content.meaning} And it was paid.`);
}
