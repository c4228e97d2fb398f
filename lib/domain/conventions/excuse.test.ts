import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocks, judged, type Suppression } from './excuse';
import type { Finding } from './finding';
import { ruleIds } from './settings';

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-03-${String(number).padStart(2, '0')}`);
const itemId = fc.constantFrom<string>('ev_1', 'ev_2', 'ev_3');
const rule = fc.constantFrom(...ruleIds);
const finding: fc.Arbitrary<Finding> = fc.record({
  ...{ rule, itemId, severity: fc.constantFrom('error', 'warning', 'hint') },
  ...{ field: fc.constant(null), words: fc.constant('Said.'), fix: fc.constant(null), otherIds: fc.constant([]) },
});
const suppression: fc.Arbitrary<Suppression> = fc.record({
  ...{ id: fc.uuid(), itemId, rule, until: day, reason: fc.constant('Old dashboards.'), by: fc.constant('us_1') },
});
const older = fc.uniqueArray(itemId).map((ids) => new Set<string>(ids));

describe('what excuses a finding', () => {
  it('is the age of its item, or a suppression of that rule on that item which has not run out, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(finding),
        fc.array(suppression),
        older,
        day,
        (findings, suppressions, olderItemIds, today) => {
          const all = judged(findings, { olderItemIds, suppressions }, today);
          expect(all.map(({ excuse: _excuse, ...rest }) => rest)).toEqual(findings);
          for (const one of all) {
            const holding = suppressions.some(
              ({ itemId, rule, until }) => itemId === one.itemId && rule === one.rule && until >= today,
            );
            expect(one.excuse !== null).toBe(olderItemIds.has(one.itemId) || holding);
            expect(blocks(one)).toBe(one.severity === 'error' && one.excuse === null);
          }
        },
      ),
    );
  });

  it('ends by itself: what blocks on a day blocks on every later one', () => {
    fc.assert(
      fc.property(fc.array(finding), fc.array(suppression), day, day, (findings, suppressions, one, other) => {
        const [sooner, later] = one < other ? [one, other] : [other, one];
        const excuses = { olderItemIds: new Set<string>(), suppressions };
        const after = judged(findings, excuses, later);
        for (const [at, finding] of judged(findings, excuses, sooner).entries())
          if (blocks(finding)) expect(blocks(after[at] ?? finding)).toBe(true);
      }),
    );
  });
});
