import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemSchema } from '../plan/item-schema';
import { emptySnapshot, snapshotOf } from '../plan/snapshot';
import { revisionOf } from '../testing/arbitraries';
import { effectiveOn, isLive, planned, rolloutStates, settleRollout } from './rollout';
import { rolloutTargets } from './targets';

const today = '2026-05-10';
const day = fc.option(fc.constantFrom('2026-04-01', '2026-05-01', '2026-05-10', '2026-06-01'));
const facts = fc.record({
  state: fc.constantFrom(...rolloutStates),
  version: fc.constantFrom('', ' 4.2 '),
  releasedOn: day,
  seenOn: day,
  note: fc.constantFrom('', 'By Ana'),
});

describe('a rollout', () => {
  it('keeps what a state needs and no more, and settles for good', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const kept = settleRollout(one, today);
        if (!kept.ok) return;
        expect(settleRollout(kept.value, today)).toEqual(kept);
        expect(kept.value.state).toBe(one.state);
        expect(isLive(kept.value)).toBe(kept.value.seenOn !== null);
        expect(effectiveOn(kept.value) !== null).toBe(rolloutStates.indexOf(one.state) >= 2);
        if (one.state === 'planned') expect({ ...kept.value, note: '' }).toEqual(planned);
      }),
    );
  });

  it('says why a day or a version does not do', () => {
    const words = (change: object) => {
      const kept = settleRollout({ ...planned, ...change }, today);
      return kept.ok ? kept.value : kept.error.words;
    };
    expect(words({ state: 'released' })).toBe('Say in which version it was released.');
    expect(words({ state: 'released', version: '4.2' })).toMatchObject({ releasedOn: today, seenOn: null });
    expect(words({ state: 'seen-live', seenOn: '2026-06-01' })).toBe('That day has not come yet.');
    expect(words({ state: 'verified', releasedOn: '2026-05-02', seenOn: '2026-05-01' })).toBe(
      'It cannot be seen live before it was released.',
    );
    expect(words({ state: 'seen-live' })).toMatchObject({ seenOn: today, releasedOn: null });
  });

  it('follows in the code of whoever sends it, or sent it', () => {
    const item = (kind: string, id: string, content: object = {}) =>
      revisionOf(itemSchema.parse({ id, kind, namespace: null, name: id, content }));
    const properties = [{ propertyId: 'pr_1' }];
    const world = (sources: string[]) =>
      snapshotOf('pl_1', 1, [
        item('source', 'so_ios'),
        item('source', 'so_web'),
        item('property', 'pr_1'),
        item('property', 'pr_2'),
        item('property-group', 'pg_1', { properties: [{ propertyId: 'pr_2' }] }),
        item('event', 'ev_1', { sources, properties, groups: ['pg_1'] }),
      ]);
    const [before, after] = [world(['so_ios']), world(['so_web'])];
    expect(rolloutTargets(before, after, 'ev_1').toSorted()).toEqual(['so_ios', 'so_web']);
    expect(rolloutTargets(after, after, 'pr_1')).toEqual(['so_web']);
    expect(rolloutTargets(after, after, 'pr_2')).toEqual(['so_web']);
    expect(rolloutTargets(emptySnapshot('pl_1'), after, 'ev_1')).toEqual(['so_web']);
    expect(rolloutTargets(after, after, 'so_web')).toEqual([]);
  });
});
