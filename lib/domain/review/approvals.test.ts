import { describe, expect, it } from 'vitest';
import { approve } from './approve';
import { assess } from './assess';
import { coverOf } from './change-digest';
import { editChanges } from './edit-changes';
import {
  ana,
  approveAll,
  ben,
  by,
  cleo,
  dora,
  draft,
  edited,
  head,
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
import { overturnClaim } from './overturn-claim';
import { peopleOf } from './people';
import { defaultPolicy, policyInSentences, policySchema } from './policy';
import { coverableBy } from './rights';
import { submit } from './submit';

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
