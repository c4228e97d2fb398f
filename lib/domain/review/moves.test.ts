import { describe, expect, it } from 'vitest';
import { mergePlans } from '../merge/merge-plans';
import { withField } from '../plan/item';
import { snapshotOf } from '../plan/snapshot';
import { revisionOf } from '../testing/arbitraries';
import { acknowledge } from './acknowledge';
import { allowedMoves } from './allowed-moves';
import { assess } from './assess';
import { coverOf } from './change-digest';
import type { ChangeRequest } from './change-request';
import { close } from './close';
import { dismissVerdict } from './dismiss-verdict';
import { editChanges } from './edit-changes';
import {
  ana,
  approveAll,
  at,
  ben,
  by,
  cart,
  cleo,
  dora,
  draft,
  edited,
  experiment,
  head,
  item,
  must,
  newId,
  ola,
  open,
  people,
  put,
  vic,
  worldOf,
} from './fixtures';
import { decideMerge } from './merge-decision';
import type { Person } from './people';
import { defaultPolicy, policyInSentences } from './policy';
import { rebase } from './rebase';
import { reopen } from './reopen';
import { requestChanges } from './request-changes';
import { coverableBy } from './rights';
import { submit } from './submit';
import { takeOver } from './take-over';
import { withdrawVerdict } from './withdraw-verdict';

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

  it('are dismissed by approvers too where the policy says so, and it says so', () => {
    const blocked = must(
      requestChanges(open(put('ev_2', 'meaning', 'x')), { id: 'v1', newId, body: 'When?' }, by(ben)),
    );
    const input = { id: 'l1', verdictId: 'v1', reason: 'Away until May' };
    const world = worldOf({ dismissals: 'approvers' });
    expect(dismissVerdict(blocked, input, by(cleo, world)).ok).toBe(true);
    expect(dismissVerdict(blocked, input, by(ana, world))).toMatchObject({ error: { code: 'review.not-allowed' } });
    const line = (policy: typeof defaultPolicy) =>
      assess(blocked, worldOf(policy)).requirements.find(({ code }) => code === 'review.blocked')?.who;
    expect(line(defaultPolicy)).toMatchObject({ userIds: ['ben', 'dora'], words: 'Ben, or an admin with a reason' });
    expect(line(world.policy)?.userIds).toEqual(['ben', 'cleo', 'dora']);
    expect(policyInSentences(world.policy, people).join(' ')).toContain('or an approver who had no hand in it does');
  });

  it('wait for owners of consumers only where the policy requires them', () => {
    const request = open(put('ev_2', 'meaning', 'x'));
    const asked = (acknowledgements: typeof defaultPolicy.acknowledgements) =>
      assess(request, worldOf({ acknowledgements })).requirements.filter(
        ({ code }) => code === 'review.acknowledgement',
      ).length;
    expect([asked('require'), asked('ask'), asked('ignore')]).toEqual([1, 0, 0]);
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
      allowedMoves(
        request,
        who,
        requirements,
        coverableBy(who, request, head, defaultPolicy).length,
        defaultPolicy,
      ).find((one) => one.move === move);
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

describe('a large request', () => {
  it('of 1,000 changes has its requirements told like a small one', () => {
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
    const { requirements } = assess(request, world);
    expect(requirements.map((one) => one.met)).toEqual([true, false]);
  });
});
