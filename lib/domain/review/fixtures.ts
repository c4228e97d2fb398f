import { defaultConventions } from '../conventions/settings';
import { type Item, type Revision, withField } from '../plan/item';
import { itemSchema } from '../plan/item-schema';
import { type Snapshot, snapshotOf } from '../plan/snapshot';
import { revisionOf } from '../testing/arbitraries';
import { approve } from './approve';
import type { World } from './assess';
import type { ChangeRequest, StoredChange } from './change-request';
import { editChanges } from './edit-changes';
import type { MoveContext, MoveResult } from './move';
import { type Person, peopleOf } from './people';
import { defaultPolicy, type Policy } from './policy';
import { coverableBy } from './rights';
import { submit } from './submit';

/** A small plan, its people and shorthand for moves, for the tests of this folder. */
export const person = (id: string, role: Person['role'], ...teamIds: string[]): Person => ({
  id,
  name: id[0]?.toUpperCase() + id.slice(1),
  role,
  teamIds,
});
export const [ana, ben, cleo, dora, vic, ola] = [
  person('ana', 'contributor'),
  person('ben', 'approver'),
  person('cleo', 'approver'),
  person('dora', 'admin'),
  person('vic', 'viewer'),
  person('ola', 'contributor', 'tm_growth'),
];
export const people = peopleOf([ana, ben, cleo, dora, vic, ola], [{ id: 'tm_growth', name: 'Growth' }]);

export const item = (kind: string, id: string, name: string, content: Record<string, unknown> = {}): Item =>
  itemSchema.parse({ id, kind, namespace: null, name, content });
export const order = item('event', 'ev_1', 'Order Completed', {
  meaning: 'Paid.',
  owner: { type: 'team', id: 'tm_growth' },
});
export const cart = item('event', 'ev_2', 'Cart Viewed', { meaning: 'Seen.' });
export const funnel = item('consumer', 'co_1', 'Checkout funnel', {
  type: 'funnel',
  owner: { type: 'person', id: 'cleo' },
  uses: [{ key: 'a', eventId: 'ev_2' }],
});
export const experiment = item('consumer', 'co_2', 'Free shipping', {
  type: 'experiment',
  startsAt: '2026-01-01',
  endsAt: '2026-02-01',
  uses: [{ key: 'a', eventId: 'ev_2', outcome: true }],
});
export const head: Snapshot = snapshotOf(
  'pl_1',
  7,
  [order, cart, funnel].map((one) => revisionOf(one)),
);

export const worldOf = (policy: Partial<Policy> = {}, plan = head, today = '2026-01-15'): World => ({
  head: plan,
  policy: { ...defaultPolicy, ...policy },
  people,
  watchers: [],
  conventions: defaultConventions,
  today,
});
export const by = (actor: Person, world = worldOf()): MoveContext => ({ actor, at: '2026-01-15T10:00:00.000Z', world });
let count = 0;
export const newId = () => {
  count += 1;
  return `x${count}`;
};

export const draft = (authorId = 'ana', origin: ChangeRequest['origin'] = 'editor'): ChangeRequest => ({
  id: 'cr_1',
  number: 42,
  planId: 'pl_1',
  title: 'Checkout',
  reason: '',
  status: 'draft',
  origin,
  authorId,
  baseRelease: 7,
  lockVersion: 1,
  changes: [],
  contributors: [authorId],
  verdicts: [],
  lifts: [],
  acknowledgements: [],
  overturns: [],
  reviewerIds: [],
  takenOverBy: null,
  mergedRelease: null,
});
export const at = (plan: Snapshot, id: string): Revision => {
  const found = plan.items.get(id);
  if (!found) throw new Error(id);
  return found;
};
export const put = (id: string, field: string, value: unknown, claims?: StoredChange['claims'], plan = head) => {
  const before = at(plan, id);
  const { revisionId, digest } = before;
  const plain = itemSchema.parse({
    id: before.id,
    kind: before.kind,
    namespace: before.namespace,
    name: before.name,
    content: before.content,
  });
  return {
    id: newId(),
    change: {
      operation: 'update' as const,
      itemId: id,
      item: withField(plain, field, value),
      base: { revisionId, digest },
    },
    ...(claims ? { claims } : {}),
  };
};
export function must(result: MoveResult): ChangeRequest {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.request;
}
export const edited = (request: ChangeRequest, who: Person, ...edits: ReturnType<typeof put>[]) =>
  must(editChanges(request, { put: edits, drop: [] }, by(who)));
export const open = (...edits: ReturnType<typeof put>[]) => must(submit(edited(draft(), ana, ...edits), {}, by(ana)));
export const approveAll = (request: ChangeRequest, who: Person, world = worldOf()) =>
  approve(
    request,
    { id: newId(), newId, body: '', covers: coverableBy(who, request, world.head, world.policy) },
    by(who, world),
  );
