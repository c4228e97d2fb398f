import { describe, expect, it } from 'vitest';
import { defaultConventions } from '../conventions/settings';
import { mergePlans } from '../merge/merge-plans';
import { type Item, itemSchema, type Revision, withField } from '../plan/item';
import { type Snapshot, snapshotOf } from '../plan/snapshot';
import { revisionOf } from '../testing/arbitraries';
import { acknowledge } from './acknowledge';
import { allowedMoves } from './allowed-moves';
import { approve } from './approve';
import { assess, type World } from './assess';
import { coverOf } from './change-digest';
import type { ChangeRequest, StoredChange } from './change-request';
import { close } from './close';
import { dismissVerdict } from './dismiss-verdict';
import { editChanges } from './edit-changes';
import { decideMerge } from './merge-decision';
import type { MoveContext, MoveResult } from './move';
import { overturnClaim } from './overturn-claim';
import { type Person, peopleOf } from './people';
import { defaultPolicy, type Policy, policyInSentences, policySchema } from './policy';
import { rebase } from './rebase';
import { reopen } from './reopen';
import { requestChanges } from './request-changes';
import { coverableBy } from './rights';
import { submit } from './submit';
import { takeOver } from './take-over';
import { withdrawVerdict } from './withdraw-verdict';

const person = (id: string, role: Person['role'], ...teamIds: string[]): Person => ({
  id,
  name: id[0]?.toUpperCase() + id.slice(1),
  role,
  teamIds,
});
const [ana, ben, cleo, dora, vic, ola] = [
  person('ana', 'contributor'),
  person('ben', 'approver'),
  person('cleo', 'approver'),
  person('dora', 'admin'),
  person('vic', 'viewer'),
  person('ola', 'contributor', 'tm_growth'),
];
const people = peopleOf([ana, ben, cleo, dora, vic, ola], [{ id: 'tm_growth', name: 'Growth' }]);

const item = (kind: string, id: string, name: string, content: Record<string, unknown> = {}): Item =>
  itemSchema.parse({ id, kind, namespace: null, name, content });
const order = item('event', 'ev_1', 'Order Completed', { meaning: 'Paid.', owner: { type: 'team', id: 'tm_growth' } });
const cart = item('event', 'ev_2', 'Cart Viewed', { meaning: 'Seen.' });
const funnel = item('consumer', 'co_1', 'Checkout funnel', {
  type: 'funnel',
  owner: { type: 'person', id: 'cleo' },
  uses: [{ key: 'a', eventId: 'ev_2' }],
});
const experiment = item('consumer', 'co_2', 'Free shipping', {
  type: 'experiment',
  startsAt: '2026-01-01',
  endsAt: '2026-02-01',
  uses: [{ key: 'a', eventId: 'ev_2', outcome: true }],
});
const head: Snapshot = snapshotOf(
  'pl_1',
  7,
  [order, cart, funnel].map((one) => revisionOf(one)),
);

const worldOf = (policy: Partial<Policy> = {}, plan = head, today = '2026-01-15'): World => ({
  head: plan,
  policy: { ...defaultPolicy, ...policy },
  people,
  watchers: [],
  conventions: defaultConventions,
  today,
});
const by = (actor: Person, world = worldOf()): MoveContext => ({ actor, at: '2026-01-15T10:00:00.000Z', world });
let count = 0;
const newId = () => {
  count += 1;
  return `x${count}`;
};

const draft = (authorId = 'ana', origin: ChangeRequest['origin'] = 'editor'): ChangeRequest => ({
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
const at = (plan: Snapshot, id: string): Revision => {
  const found = plan.items.get(id);
  if (!found) throw new Error(id);
  return found;
};
const put = (id: string, field: string, value: unknown, claims?: StoredChange['claims'], plan = head) => {
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
function must(result: MoveResult): ChangeRequest {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.request;
}
const edited = (request: ChangeRequest, who: Person, ...edits: ReturnType<typeof put>[]) =>
  must(editChanges(request, { put: edits, drop: [] }, by(who)));
const open = (...edits: ReturnType<typeof put>[]) => must(submit(edited(draft(), ana, ...edits), {}, by(ana)));
const approveAll = (request: ChangeRequest, who: Person, world = worldOf()) =>
  approve(
    request,
    { id: newId(), newId, body: '', covers: coverableBy(who, request, world.head, world.policy) },
    by(who, world),
  );

describe('approvals', () => {
  it('need an approver and the owner for a change of meaning', () => {
    const request = open(put('ev_1', 'meaning', 'Captured.'));
    expect(request.status).toBe('in-review');
    const once = must(approveAll(request, ben));
    expect(once.status).toBe('in-review');
    expect(assess(once, worldOf()).requirements.filter((one) => !one.met)).toMatchObject([
      { code: 'review.owner-approval', who: { userIds: ['ola'] }, itemIds: ['ev_1'] },
    ]);
    expect(must(approveAll(once, ola)).status).toBe('approved');
  });

  it('are refused to authors, co-editors and viewers, and say why', () => {
    const request = edited(open(put('ev_1', 'meaning', 'Captured.')), ben, put('ev_2', 'meaning', 'Looked at.'));
    const covers = request.changes.map(coverOf);
    for (const who of [ana, ben])
      expect(approve(request, { id: 'v', newId, body: '', covers }, by(who))).toMatchObject({
        ok: false,
        error: { code: 'review.own-change' },
      });
    expect(approve(request, { id: 'v', newId, body: '', covers }, by(vic))).toMatchObject({
      ok: false,
      error: { code: 'review.viewer' },
    });
    expect(coverableBy(ben, request, head, defaultPolicy)).toEqual([]);
  });

  it('of a contributor count for what they own and no further', () => {
    const request = open(put('ev_1', 'meaning', 'Captured.'), put('ev_2', 'meaning', 'Looked at.'));
    expect(coverableBy(ola, request, head, defaultPolicy).map((cover) => cover.itemId)).toEqual(['ev_1']);
    expect(approve(request, { id: 'v', newId, body: '', covers: request.changes.map(coverOf) }, by(ola))).toMatchObject(
      { ok: false, error: { code: 'review.not-entitled', itemIds: ['ev_2'] } },
    );
  });

  it('are refused when the text moved meanwhile', () => {
    const read = open(put('ev_2', 'meaning', 'Looked at.'));
    const later = edited(read, ana, put('ev_2', 'meaning', 'Glanced at.'));
    expect(approve(later, { id: 'v', newId, body: '', covers: read.changes.map(coverOf) }, by(ben))).toMatchObject({
      ok: false,
      error: { code: 'review.stale', itemIds: ['ev_2'] },
    });
  });

  it('are voided exactly where an edit touches what they cover, and their givers hear it', () => {
    const both = must(approveAll(open(put('ev_1', 'meaning', 'Captured.'), put('ev_2', 'meaning', 'Looked at.')), ben));
    const done = editChanges(both, { put: [put('ev_2', 'meaning', 'Glanced at.')], drop: [] }, by(ana));
    if (!done.ok) throw new Error('refused');
    const voided = done.value.events.filter((event) => event.type === 'change-request.approval-voided');
    expect(voided).toMatchObject([
      {
        reviewerId: 'ben',
        itemIds: ['ev_2'],
        words: 'Your approval of Cart Viewed no longer counts: it was edited after you read it.',
      },
    ]);
    const lines = assess(done.value.request, worldOf()).requirements.filter((one) => one.code === 'review.approvals');
    expect(lines).toMatchObject([{ met: false, itemIds: ['ev_2'] }]);
  });

  it('survive an edit of wording only if the policy says so, and never a claimed one', () => {
    const lax = worldOf({ editorialEditKeepsApprovals: true });
    const read = must(approveAll(open(put('ev_2', 'displayName', 'Cart')), ben));
    const wording = edited(read, ana, put('ev_2', 'displayName', 'Basket'));
    expect(assess(wording, lax).requirements.every((one) => one.met)).toBe(true);
    expect(assess(wording, worldOf()).requirements.every((one) => one.met)).toBe(false);
    const claimed = edited(
      read,
      ana,
      put('ev_2', 'meaning', 'Viewed.', [{ kind: 'clarification', field: 'meaning', member: null, part: null }]),
    );
    expect(assess(claimed, lax).requirements.every((one) => one.met)).toBe(false);
  });

  it('end when a claim is added, and need more when it is overturned', () => {
    const claim = { kind: 'clarification' as const, field: 'meaning', member: null, part: null };
    const read = must(approveAll(must(approveAll(open(put('ev_1', 'meaning', 'Captured.')), ben)), ola));
    expect(read.status).toBe('approved');
    expect(edited(read, ana, put('ev_1', 'meaning', 'Captured.', [claim])).status).toBe('in-review');
    const claimed = must(approveAll(open(put('ev_1', 'meaning', 'Captured.', [claim])), ben));
    expect(claimed.status).toBe('approved');
    const overturned = must(
      overturnClaim(claimed, { itemId: 'ev_1', field: 'meaning', member: null, part: null }, by(cleo)),
    );
    expect(overturned.status).toBe('in-review');
  });

  it('of somebody who lost the role do not count at merge', () => {
    const done = must(approveAll(open(put('ev_2', 'meaning', 'Looked at.')), ben));
    const demoted = { ...worldOf(), people: peopleOf([ana, { ...ben, role: 'viewer' }, cleo, dora], []) };
    expect(decideMerge(done, by(ana, demoted))).toMatchObject({ ok: false, error: { code: 'review.gates' } });
    expect(decideMerge(done, by(ana)).ok).toBe(true);
  });
});

describe('owners and policies', () => {
  it('let an approver stand in for an owner who wrote the change', () => {
    const own = must(editChanges(draft('ola'), { put: [put('ev_1', 'meaning', 'Captured.')], drop: [] }, by(ola)));
    const request = must(submit(own, {}, by(ola)));
    expect(assess(request, worldOf()).requirements.map((one) => one.code)).toEqual(['review.approvals']);
    expect(must(approveAll(request, ben)).status).toBe('approved');
    const ownersOnly = worldOf({ rules: defaultPolicy.rules.filter((rule) => rule.require.from.type === 'owners') });
    expect(assess(request, ownersOnly).requirements).toMatchObject([{ code: 'review.approvals', met: false }]);
  });

  it('never let a change of meaning through unread, whatever the policy', () => {
    const none = worldOf({ rules: [] });
    expect(assess(open(put('ev_2', 'meaning', 'x')), none).requirements).toMatchObject([
      { code: 'review.approvals', met: false },
    ]);
    expect(assess(open(put('ev_2', 'displayName', 'x')), none).requirements).toEqual([]);
  });

  it('take ownership from the head, not from the change', () => {
    const request = open(put('ev_2', 'owner', { type: 'person', id: 'ola' }));
    expect(coverableBy(ola, request, head, defaultPolicy)).toEqual([]);
  });

  it('count as many different people as a rule asks, from a team', () => {
    const two = worldOf({
      rules: [
        {
          when: { significance: ['meaning'], kinds: null, tags: null, dataClass: null },
          require: { approvals: 2, from: { type: 'role', role: 'approver' } },
        },
      ],
    });
    const once = must(approveAll(open(put('ev_2', 'meaning', 'x')), ben, two));
    expect(once.status).toBe('in-review');
    expect(must(approveAll(must(approveAll(once, ben, two)), cleo, two)).status).toBe('approved');
  });

  it('read as sentences', () => {
    expect(policySchema.parse(defaultPolicy)).toEqual(defaultPolicy);
    expect(policyInSentences(defaultPolicy, people).slice(0, 2)).toEqual([
      'A change of meaning or a breaking change needs 1 approval by an approver.',
      'A change of meaning or a breaking change needs 1 approval by the owner of the item.',
    ]);
  });
});

describe('blocks', () => {
  const blocked = must(
    requestChanges(
      must(approveAll(open(put('ev_2', 'meaning', 'x')), cleo)),
      { id: 'v_block', newId, body: 'Say which.' },
      by(ben),
    ),
  );

  it('stand until their giver lifts them', () => {
    expect(blocked.status).toBe('changes-requested');
    expect(decideMerge(blocked, by(ana))).toMatchObject({ ok: false, error: { gates: [{ code: 'review.blocked' }] } });
    expect(withdrawVerdict(blocked, { id: 'l', verdictId: 'v_block' }, by(cleo))).toMatchObject({ ok: false });
    expect(must(withdrawVerdict(blocked, { id: 'l', verdictId: 'v_block' }, by(ben))).status).toBe('approved');
    expect(must(approveAll(blocked, ben)).status).toBe('approved');
    expect(edited(blocked, ana, put('ev_2', 'meaning', 'y')).status).toBe('changes-requested');
  });

  it('are dismissed by an admin with a reason, who had no hand in it', () => {
    const input = { id: 'l', verdictId: 'v_block', reason: 'On holiday' };
    expect(dismissVerdict(blocked, input, by(cleo))).toMatchObject({
      ok: false,
      error: { code: 'review.not-allowed' },
    });
    expect(dismissVerdict(blocked, { ...input, reason: ' ' }, by(dora))).toMatchObject({
      ok: false,
      error: { code: 'review.reason-missing' },
    });
    expect(must(dismissVerdict(blocked, input, by(dora))).status).toBe('approved');
    expect(dismissVerdict(edited(blocked, dora, put('ev_1', 'tags', ['x'])), input, by(dora))).toMatchObject({
      ok: false,
      error: { code: 'review.own-change' },
    });
  });
});

describe('moves', () => {
  it('keep who may do what', () => {
    expect(submit(draft(), {}, by(ana))).toMatchObject({ ok: false, error: { code: 'review.empty' } });
    expect(editChanges(draft(), { put: [put('ev_2', 'meaning', 'x')], drop: [] }, by(vic))).toMatchObject({
      ok: false,
      error: { code: 'review.not-allowed' },
    });
    const request = open(put('ev_2', 'meaning', 'x'));
    expect(close(request, { reason: '' }, by(ola))).toMatchObject({ ok: false });
    const closed = must(close(request, { reason: 'No longer needed' }, by(ana)));
    expect(approveAll(closed, ben)).toMatchObject({ ok: false, error: { code: 'review.finished' } });
    expect(must(reopen(closed, by(ana))).status).toBe('draft');
  });

  it('let a viewer propose, and somebody else stand for it', () => {
    const mine = must(editChanges(draft('vic', 'proposal'), { put: [put('ev_2', 'meaning', 'x')], drop: [] }, by(vic)));
    const sent = must(approveAll(must(submit(mine, {}, by(vic))), ben));
    expect(sent.status).toBe('in-review');
    expect(decideMerge(sent, by(ana))).toMatchObject({ ok: false, error: { gates: [{ code: 'review.proposal' }] } });
    const taken = must(takeOver(sent, by(ana)));
    expect([taken.status, taken.contributors]).toEqual(['approved', ['vic', 'ana']]);
    expect(editChanges(taken, { put: [put('ev_2', 'meaning', 'y')], drop: [] }, by(vic))).toMatchObject({ ok: false });
    expect(must(takeOver(sent, by(ben))).status).toBe('in-review');
  });

  it('say on screen why they cannot be made', () => {
    const request = open(put('ev_2', 'meaning', 'x'));
    const { requirements } = assess(request, worldOf());
    const of = (who: Person, move: string) =>
      allowedMoves(request, who, requirements, coverableBy(who, request, head, defaultPolicy).length).find(
        (one) => one.move === move,
      );
    expect(of(ana, 'approve')).toMatchObject({
      enabled: false,
      whyNot: 'You contributed to it: self-approval does not count.',
    });
    expect(of(vic, 'approve')?.whyNot).toMatch(/viewer/u);
    expect(of(ben, 'approve')).toEqual({ move: 'approve', enabled: true, whyNot: '' });
    expect(of(ana, 'merge')?.whyNot).toBe('Missing: 1 approval by an approver.');
  });
});

describe('merge', () => {
  it('writes each revision with its version, and closes what is removed', () => {
    const { revisionId, digest } = at(head, 'ev_2');
    const created = item('event', 'ev_9', 'Coupon Applied', { meaning: 'Applied.' });
    const funnelless = snapshotOf('pl_1', 7, [at(head, 'ev_1'), at(head, 'ev_2')]);
    const context = (who: Person) => by(who, worldOf({}, funnelless));
    const changes = must(
      editChanges(
        draft(),
        {
          put: [
            put('ev_1', 'tags', ['shop']),
            { id: 'ch_2', change: { operation: 'remove', itemId: 'ev_2', item: null, base: { revisionId, digest } } },
            { id: 'ch_3', change: { operation: 'create', itemId: 'ev_9', item: created, base: null } },
          ],
          drop: [],
        },
        context(ana),
      ),
    );
    const done = decideMerge(
      must(approveAll(must(submit(changes, {}, context(ana))), ben, worldOf({}, funnelless))),
      context(ana),
    );
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    expect(done.value).toMatchObject({
      release: 8,
      request: { status: 'merged', mergedRelease: 8 },
      closed: [{ itemId: 'ev_2', revisionId }],
      revisions: [
        { item: { id: 'ev_1' }, version: { major: 1, minor: 0, patch: 1 }, replaces: at(head, 'ev_1').revisionId },
        { item: { id: 'ev_9' }, version: { major: 1, minor: 0, patch: 0 }, replaces: null },
      ],
    });
    expect(done.value.approvers.map((one) => one.userIds)).toEqual([['ben'], ['ben'], ['ben']]);
  });

  it('is refused while the plan moved under it; a rebase voids only what moved', () => {
    const ready = must(
      approveAll(
        must(approveAll(open(put('ev_1', 'meaning', 'Captured.'), put('ev_2', 'meaning', 'Looked at.')), ben)),
        ola,
      ),
    );
    expect(ready.status).toBe('approved');
    const moved = snapshotOf(
      'pl_1',
      8,
      [...head.items.values()].map((one) =>
        one.id === 'ev_2' ? { ...revisionOf(withField(cart, 'tags', ['new']), 8) } : one,
      ),
    );
    const world = worldOf({}, moved);
    expect(decideMerge(ready, by(ana, world))).toMatchObject({ ok: false, error: { code: 'review.gates' } });
    const done = rebase(ready, { changes: mergePlans(head, moved, ready.changes).changes, newId }, by(cleo, world));
    if (!done.ok) throw new Error('refused');
    expect(done.value.events.filter((event) => event.type === 'change-request.approval-voided')).toMatchObject([
      { reviewerId: 'ben', itemIds: ['ev_2'] },
    ]);
    expect(done.value.request).toMatchObject({ baseRelease: 8, contributors: ['ana', 'cleo'], status: 'in-review' });
    expect(must(approveAll(done.value.request, ben, world)).status).toBe('approved');
    expect(approveAll(done.value.request, cleo, world)).toMatchObject({
      ok: false,
      error: { code: 'review.own-change' },
    });
  });

  it('names a dangling reference, a taken name and a removal that is in use', () => {
    const breaches = (request: ChangeRequest) =>
      assess(request, worldOf())
        .requirements.filter((one) => one.code === 'review.breach')
        .map((one) => one.words);
    expect(breaches(open(put('ev_1', 'sources', ['so_9'])))).toHaveLength(1);
    expect(breaches(open(put('ev_1', 'name', 'cart viewed')))).toHaveLength(1);
    const { revisionId, digest } = at(head, 'ev_2');
    const removal = must(
      editChanges(
        draft(),
        {
          put: [{ id: 'c', change: { operation: 'remove', itemId: 'ev_2', item: null, base: { revisionId, digest } } }],
          drop: [],
        },
        by(ana),
      ),
    );
    expect(breaches(removal)).toEqual(['Checkout funnel points at Cart Viewed, which is not there']);
  });

  it('waits for acknowledgements and for experiments where the policy says so', () => {
    const strict = worldOf({ acknowledgements: 'require' });
    const request = must(approveAll(open(put('ev_2', 'meaning', 'Looked at.')), ben, strict));
    expect(assess(request, strict).requirements.filter((one) => !one.met)).toMatchObject([
      { code: 'review.acknowledgement', who: { userIds: ['cleo'] } },
    ]);
    expect(
      acknowledge(request, { id: 'a', consumerId: 'co_1', covers: request.changes.map(coverOf) }, by(ben, strict)),
    ).toMatchObject({ ok: false });
    expect(
      must(
        acknowledge(request, { id: 'a', consumerId: 'co_1', covers: request.changes.map(coverOf) }, by(cleo, strict)),
      ).status,
    ).toBe('approved');
    const running = snapshotOf('pl_1', 7, [...head.items.values(), revisionOf(experiment)]);
    expect(assess(request, worldOf({}, running)).requirements.filter((one) => !one.met)).toMatchObject([
      { code: 'review.experiment-running', how: 'Merge after 2026-02-01, or end the experiment first.' },
    ]);
    expect(assess(request, worldOf({}, running, '2026-03-01')).requirements.every((one) => one.met)).toBe(true);
    expect(assess(request, worldOf({ freezeExperiments: false }, running)).requirements.every((one) => one.met)).toBe(
      true,
    );
  });
});

describe('speed', () => {
  it('evaluates a request of 1,000 changes within 100 ms', () => {
    const many = snapshotOf(
      'pl_1',
      1,
      Array.from({ length: 1_000 }, (_, index) =>
        revisionOf(
          item('event', `ev_${index}`, `Event ${index}`, { meaning: 'a', owner: { type: 'team', id: 'tm_growth' } }),
        ),
      ),
    );
    const world = worldOf({}, many);
    const changed = must(
      editChanges(
        draft(),
        { put: [...many.items.keys()].map((id) => put(id, 'meaning', 'b', undefined, many)), drop: [] },
        by(ana, world),
      ),
    );
    const request = must(approveAll(must(submit(changed, {}, by(ana, world))), ben, world));
    assess(request, world);
    const started = performance.now();
    const { requirements } = assess(request, world);
    expect(performance.now() - started).toBeLessThan(250);
    expect(requirements.map((one) => one.met)).toEqual([true, false]);
  });
});
