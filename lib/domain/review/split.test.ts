import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breachesOf } from '../plan/invariants';
import { overlay, snapshotOf } from '../plan/snapshot';
import { revisionOf } from '../testing/arbitraries';
import { approversByItem, standingBlocks } from './approvals';
import { approve } from './approve';
import { assess } from './assess';
import type { ChangeRequest } from './change-request';
import { dismissVerdict } from './dismiss-verdict';
import { editChanges } from './edit-changes';
import { ana, at, ben, by, cleo, dora, draft, head, item, must, newId, ola, vic, worldOf } from './fixtures';
import { needsIn, withNeeds } from './needs';
import { requestChanges } from './request-changes';
import { coverableBy } from './rights';
import { splitRequest } from './split';
import { submit } from './submit';

const coupon = item('property', 'pr_1', 'coupon', {});
const plan = snapshotOf('pl_1', 7, [...head.items.values(), revisionOf(coupon)]);
const world = worldOf({}, plan);
const base = (id: string) => ({ revisionId: at(plan, id).revisionId, digest: at(plan, id).digest });
const uses = (propertyId: string) => [{ propertyId }];
const event = (id: string, name: string, content: Record<string, unknown> = {}) => item('event', id, name, content);
const create = (id: string, name: string, content?: Record<string, unknown>) => ({
  id: newId(),
  change: { operation: 'create' as const, itemId: id, item: event(id, name, content), base: null },
});
const update = (id: string, name: string, content: Record<string, unknown> = {}) => ({
  id: newId(),
  change: { operation: 'update' as const, itemId: id, item: event(id, name, content), base: base(id) },
});
const newProperty = {
  id: newId(),
  change: { operation: 'create' as const, itemId: 'pr_9', item: item('property', 'pr_9', 'voucher', {}), base: null },
};
const follow = () => ({ id: 'cr_2', number: 43, title: 'Rest', reason: '', lockVersion: 1 });
const started = (puts: Parameters<typeof editChanges>[1]['put']) =>
  must(submit(must(editChanges(draft(), { put: puts, drop: [] }, by(ana, world))), {}, by(ana, world)));
const split = (request: ChangeRequest, stays: string[], who = ana) =>
  splitRequest(request, { stays, followUp: follow(), newId }, by(who, world));

const three = [
  update('ev_1', 'Order Completed', { meaning: 'Captured.', properties: uses('pr_9') }),
  update('ev_2', 'Cart Viewed', { meaning: 'Shown.' }),
  newProperty,
];

describe('leaving items for a follow-up', () => {
  it('refuses to leave what something that stays needs, and names both', () => {
    const refused = split(started(three), ['ev_1']);
    expect(refused).toMatchObject({ ok: false, error: { code: 'review.inseparable', itemIds: ['ev_1', 'pr_9'] } });
    expect(refused.ok ? '' : 'words' in refused.error && refused.error.words).toBe(
      '“Order Completed” refers to “voucher”, which is new here. Keep voucher too, or leave both.',
    );
    expect(split(started(three), ['ev_1', 'pr_9']).ok).toBe(true);
    // The other way round the follow-up waits until what it needs is in the plan.
    expect(split(started(three), ['pr_9']).ok).toBe(true);
  });

  it('holds a name together with who gives it up', () => {
    const puts = [update('ev_2', 'Cart Seen', { meaning: 'Seen.' }), create('ev_9', 'Cart Viewed')];
    expect(split(started(puts), ['ev_9'])).toMatchObject({ ok: false, error: { code: 'review.inseparable' } });
  });

  it('refuses nothing, everything, strangers, viewers and finished requests', () => {
    const request = started(three);
    const code = (result: ReturnType<typeof split>) => (result.ok ? 'ok' : result.error.code);
    expect(code(split(request, []))).toBe('review.nothing-covered');
    expect(code(split(request, ['ev_1', 'ev_2', 'pr_9']))).toBe('review.nothing-covered');
    expect(code(split(request, ['ev_7']))).toBe('review.stale');
    expect(code(split(request, ['ev_2'], vic))).toBe('review.not-allowed');
    expect(code(split({ ...request, status: 'merged' }, ['ev_2']))).toBe('review.finished');
    expect(code(split(request, ['ev_2'], ola))).toBe('ok');
  });
});

const puts = [
  update('ev_1', 'Order Completed', { meaning: 'Captured.', properties: uses('pr_9') }),
  update('ev_2', 'Cart Seen', { meaning: 'Shown.' }),
  create('ev_8', 'Cart Emptied'),
  create('ev_9', 'Cart Viewed', { properties: uses('pr_1') }),
  newProperty,
];
const ids = puts.map((put) => put.change.itemId);
const said = fc.record({
  who: fc.constantFrom(ben, cleo, dora, ola, ana),
  what: fc.constantFrom('approve', 'approve', 'approve', 'block', 'dismiss', 'edit'),
  of: fc.subarray(ids, { minLength: 1 }),
});

describe('a split, whatever was said before', () => {
  it('keeps every change once, breaks nothing that stays, and gains no approval and no way past a block', () => {
    let splits = 0;
    fc.assert(
      fc.property(fc.array(said, { maxLength: 8 }), fc.subarray(ids), (steps, chosen) => {
        let request = started(puts);
        for (const { who, what, of } of steps) {
          const context = by(who, world);
          const covers = coverableBy(who, request, plan, world.policy).filter(({ itemId }) => of.includes(itemId));
          const verdictId = standingBlocks(request)[0]?.id ?? '';
          const [first = ''] = of;
          const put = puts.filter(({ change }) => change.itemId === first && change.item.kind === 'event');
          const edits = put.map((one) => ({
            id: newId(),
            change: {
              ...one.change,
              item: { ...one.change.item, content: { ...one.change.item.content, team: who.id } },
            },
          }));
          const made = {
            approve: () => approve(request, { id: newId(), newId, body: '', covers }, context),
            block: () => requestChanges(request, { id: newId(), newId, body: 'No.' }, context),
            dismiss: () => dismissVerdict(request, { id: newId(), verdictId, reason: 'Away' }, context),
            edit: () => editChanges(request, { put: edits as never, drop: [] }, context),
          }[what]();
          if (made.ok) request = made.value.request;
        }
        const closed = [...withNeeds(chosen, needsIn(request, plan))];
        const result = split(request, closed);
        expect(result.ok).toBe(closed.length > 0 && closed.length < ids.length);
        if (!result.ok) return;
        splits += 1;
        const [a, b] = [result.value.stays.request, result.value.followUp.request];
        expect([...a.changes, ...b.changes].toSorted((x, y) => x.itemId.localeCompare(y.itemId))).toEqual(
          request.changes.toSorted((x, y) => x.itemId.localeCompare(y.itemId)),
        );
        expect(breachesOf(overlay(plan, a.changes), new Set(closed))).toEqual(
          breachesOf(overlay(plan, request.changes), new Set(closed)),
        );
        expect(b.contributors).toEqual(request.contributors);
        const blockers = (one: ChangeRequest) => standingBlocks(one).map((verdict) => verdict.reviewerId);
        expect([blockers(a), blockers(b)]).toEqual([blockers(request), blockers(request)]);
        const was = approversByItem(request, world.policy, world.people);
        for (const side of [a, b])
          for (const [itemId, people] of approversByItem(side, world.policy, world.people))
            expect([...people.keys()].toSorted()).toEqual([...(was.get(itemId)?.keys() ?? [])].toSorted());
        const missing = (one: ChangeRequest) =>
          assess(one, world).requirements.flatMap((line) =>
            !line.met && line.code === 'review.approvals' ? line.itemIds : [],
          );
        expect(new Set([...missing(a), ...missing(b)])).toEqual(new Set(missing(request)));
      }),
      { numRuns: 150 },
    );
    expect(splits).toBeGreaterThan(20);
  });
});
