import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDifferences } from '../diff/apply-differences';
import { diffPlans } from '../diff/diff-plans';
import type { Difference } from '../diff/difference';
import { significances } from '../plan/significance';
import { overlay, type Snapshot } from '../plan/snapshot';
import { arbitraryEdit, arbitrarySnapshot } from '../testing/arbitraries';
import { bump } from './bump';
import { claimKey, type ItemChange } from './classified';
import { classify } from './classify';
import { classifyPlanDiff } from './classify-plan-diff';
import { consequenceOf, rank } from './effects';
import { summaryOf } from './summary-of';

const twoPlans = arbitrarySnapshot.chain((before) =>
  arbitraryEdit(before).map((changes) => ({ before, after: overlay(before, changes) })),
);
const noClaims: ReadonlySet<string> = new Set();

/** 0 for the loudest class that anything in the plan has, one more than the quietest for no change at all. */
function loudness(changes: readonly ItemChange[]): number {
  return Math.min(significances.length, ...changes.map((change) => rank(change.significance)));
}

function classifyAll(before: Snapshot, differences: readonly Difference[]): ItemChange[] {
  const after = applyDifferences(before, differences);
  return classifyPlanDiff(before, after, diffPlans(before, after));
}

describe('significance laws', () => {
  it('never falls when a difference is added', () => {
    fc.assert(
      fc.property(twoPlans, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), ({ before, after }, picks) => {
        const differences = diffPlans(before, after);
        const some = differences.filter((_, index) => picks[index % picks.length]);
        const fewer = classifyAll(before, some);
        const all = classifyAll(before, differences);
        expect(loudness(all)).toBeLessThanOrEqual(loudness(fewer));
        for (const change of fewer) {
          const breaks = {
            senders: all.some((one) => one.breaks.senders),
            readers: all.some((one) => one.breaks.readers),
          };
          expect({
            senders: change.breaks.senders && !breaks.senders,
            readers: change.breaks.readers && !breaks.readers,
          }).toEqual({ senders: false, readers: false });
        }
      }),
      { numRuns: 400 },
    );
  });

  it('never falls for an item when one of its own differences is added', () => {
    fc.assert(
      fc.property(twoPlans, fc.nat(), ({ before, after }, seed) => {
        const differences = diffPlans(before, after);
        if (differences.length === 0) return;
        const left = differences.filter((_, index) => index !== seed % differences.length);
        const context = { before, after, claims: noClaims };
        const loudestOf = (some: readonly Difference[], itemId: string) =>
          Math.min(
            significances.length,
            ...some.filter((one) => one.itemId === itemId).map((one) => rank(classify(one, context).significance)),
          );
        for (const { itemId } of differences)
          expect(loudestOf(differences, itemId)).toBeLessThanOrEqual(loudestOf(left, itemId));
      }),
    );
  });

  it('answers every difference with a class, a reason and a consequence that fit together', () => {
    fc.assert(
      fc.property(twoPlans, ({ before, after }) => {
        for (const difference of diffPlans(before, after)) {
          const classified = classify(difference, { before, after, claims: noClaims });
          expect(classified.significances[0]).toBe(classified.significance);
          expect(classified.significances.includes('breaking')).toBe(
            classified.breaks.senders || classified.breaks.readers,
          );
          expect(classified.why).not.toMatch(/undefined|\[object|^$/u);
          expect(classified.consequence).toBe(consequenceOf(classified.significances, classified.breaks));
          expect(classified.claimed).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a claim lowers prose to editorial, says so, and lowers nothing else', () => {
    fc.assert(
      fc.property(twoPlans, ({ before, after }) => {
        const differences = diffPlans(before, after);
        const claims = new Set(differences.map(claimKey));
        for (const difference of differences) {
          const plain = classify(difference, { before, after, claims: noClaims });
          const claimed = classify(difference, { before, after, claims });
          expect(claimed.claimed).toBe(plain.claimable);
          if (!plain.claimable) expect(claimed).toEqual(plain);
          else {
            expect(claimed.significance).toBe('editorial');
            expect(claimed.why).toContain('declared a clarification');
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('moves a version by the loudest own difference and by nothing that reaches it through others', () => {
    fc.assert(
      fc.property(twoPlans, ({ before, after }) => {
        for (const change of classifyPlanDiff(before, after, diffPlans(before, after))) {
          if (change.operation === 'removed') expect(change.version).toBeNull();
          else if (change.operation === 'added') expect(change.version).toEqual({ major: 1, minor: 0, patch: 0 });
          else
            expect(change.version).toEqual(
              change.own && change.versionBefore ? bump(change.versionBefore, change.own) : change.versionBefore,
            );
        }
      }),
    );
  });
});

describe('bump', () => {
  it.each([
    ['meaning', { major: 3, minor: 0, patch: 0 }],
    ['breaking', { major: 3, minor: 0, patch: 0 }],
    ['additive', { major: 2, minor: 5, patch: 0 }],
    ['editorial', { major: 2, minor: 4, patch: 7 }],
  ] as const)('%s', (significance, version) => {
    expect(bump({ major: 2, minor: 4, patch: 6 }, significance)).toEqual(version);
  });
});

describe('summaryOf', () => {
  it('counts each class in words, loudest first, and is silent about none', () => {
    const change = (own: ItemChange['own'], senders: boolean, readers: boolean, meaning = false): ItemChange => ({
      itemId: 'ev_1',
      kind: 'event',
      name: 'Paid',
      operation: own === null ? 'affected' : 'changed',
      via: [],
      own,
      significance: own ?? 'meaning',
      significances: [],
      breaks: { senders, readers },
      consequence: '',
      versionBefore: null,
      version: null,
      differences:
        own === null
          ? []
          : [
              {
                significances: meaning ? ['breaking', 'meaning'] : [own],
                breaks: { senders, readers },
              } as unknown as ItemChange['differences'][number],
            ],
    });
    const changes = [
      change('meaning', false, false),
      change('breaking', true, false, true),
      change('breaking', true, true),
      change('breaking', false, true),
      change('additive', false, false),
      change('additive', false, false),
      change('editorial', false, false),
      change(null, false, false),
    ];
    expect(summaryOf(changes).words).toBe(
      '2 meanings change, 1 breaking for senders and readers, 1 breaking for senders, 1 breaking for readers, 2 additive, 1 wording only, 1 affected through them',
    );
    expect(summaryOf([]).words).toBe('Nothing changes');
  });
});
