import { describe, expect, it } from 'vitest';
import { conventionSettingsSchema, ruleIds } from '@/lib/domain/conventions/settings';
import { itemSchema } from '@/lib/domain/plan/item-schema';
import { snapshotOf } from '@/lib/domain/plan/snapshot';
import { findingsByRule } from './findings-by-rule';

const version = { major: 1, minor: 0, patch: 0 };
const events = ['order_completed', 'Order Refunded', 'Cart Viewed'].map((name, at) => ({
  ...itemSchema.parse({ id: `ev_${at}`, kind: 'event', namespace: null, name, content: {} }),
  ...{ revisionId: `rn_${at}`, version, digest: `${at}`, fromRelease: 1 },
}));
const snapshot = snapshotOf('pl_1', 1, events);

describe('findings by rule', () => {
  it('counts for every rule, in the order of the rules', () => {
    const settings = conventionSettingsSchema.parse({ eventCasing: 'Title Case' });
    const rules = findingsByRule(snapshot, settings);
    expect(rules.map((one) => one.rule).sort()).toEqual([...ruleIds].sort());
    const casing = rules.find((one) => one.rule === 'event-casing');
    expect(casing).toMatchObject({ severity: 'warning', count: 1, examples: [{ name: 'order_completed' }] });
  });

  it('says what a rule that is off would find, and that it is off', () => {
    const settings = conventionSettingsSchema.parse({ severity: { 'missing-meaning': 'off' } });
    const found = findingsByRule(snapshot, settings).find((one) => one.rule === 'missing-meaning');
    expect(found).toMatchObject({ severity: 'off', count: 3 });
  });
});
