import { describe, expect, it } from 'vitest';
import { canonicalItem, itemDigest } from '../plan/canonical-item';
import type { Revision } from '../plan/item';
import { itemSchema } from '../plan/item-schema';
import { type Snapshot, snapshotOf } from '../plan/snapshot';
import { casingsOf, isCased, toCasing } from './casing';
import { grammarOf, toGrammar } from './grammar';
import { inferConventions } from './infer-conventions';
import { lint } from './lint';
import { conventionRules } from './list';
import { nearDuplicatesOf } from './near-duplicates-of';
import { conventionSettingsSchema, defaultConventions, ruleIds } from './settings';

function revision(
  kind: string,
  name: string,
  content: Record<string, unknown> = {},
  id?: string,
  namespace: string | null = null,
): Revision {
  const prefix = { event: 'ev', property: 'pr', destination: 'de' }[kind] ?? 'ev';
  const item = canonicalItem(
    itemSchema.parse({
      id:
        id ??
        `${prefix}_${[...name]
          .map((char) => (char.codePointAt(0) ?? 0).toString(36))
          .join('')
          .slice(0, 40)}`,
      kind,
      namespace,
      name,
      content,
    }),
  );
  return {
    ...item,
    revisionId: 'rv_1',
    version: { major: 1, minor: 0, patch: 0 },
    digest: itemDigest(item),
    fromRelease: 1,
  };
}
const plan = (...items: Revision[]): Snapshot => snapshotOf('pl_1', 1, items);
const events = (...names: string[]): Snapshot =>
  plan(
    ...names.map((name) => revision('event', name, { meaning: 'What happened, in full and in other words entirely.' })),
  );
const findings = (snapshot: Snapshot, rule: string, settings = {}) =>
  lint(snapshot, conventionSettingsSchema.parse(settings))
    .filter((finding) => finding.rule === rule)
    .map((finding) => snapshot.items.get(finding.itemId)?.name ?? '');

describe('casing', () => {
  it.each([
    ['order_completed', 'snake_case'],
    ['order-completed', 'kebab-case'],
    ['orderCompleted', 'camelCase'],
    ['OrderCompleted', 'PascalCase'],
    ['Product Added to Cart', 'Title Case'],
    ['Product added to cart', 'Sentence case'],
  ] as const)('knows %s as %s alone', (name, casing) => {
    expect(casingsOf(name)).toEqual([casing]);
  });

  it('counts parts one by one and keeps scripts without case', () => {
    expect(isCased('http.request_method', 'snake_case')).toBe(true);
    expect(isCased('注文完了', 'Title Case')).toBe(true);
    expect(toCasing('Product Added to Cart', 'snake_case')).toBe('product_added_to_cart');
    expect(toCasing('userIDToken', 'Title Case')).toBe('User ID Token');
  });

  it('offers only names that fit', () => {
    for (const name of [
      'Order Completed',
      'order_completed',
      'orderCompleted',
      'HTTPRequest Sent',
      'order-completed-2',
    ]) {
      for (const casing of ['snake_case', 'kebab-case', 'camelCase', 'PascalCase', 'Title Case'] as const)
        expect([name, casing, isCased(toCasing(name, casing), casing)]).toEqual([name, casing, true]);
    }
  });
});

describe('grammar', () => {
  it.each([
    ['Order Completed', 'object-action'],
    ['order_completed', 'object-action'],
    ['create_merge_request', 'verb-object'],
    ['Delete Account', 'verb-object'],
    ['page_view', undefined],
    ['Search', undefined],
    ['click_button', undefined],
    ['Speed', undefined],
  ])('reads %s as %s', (name, expected) => {
    expect(grammarOf(name)).toBe(expected);
  });

  it('turns a name round', () => {
    expect(toGrammar('create_order', 'object-action')).toBe('order_created');
    expect(toGrammar('Order Completed', 'verb-object')).toBe('Complete Order');
  });
});

describe('lint', () => {
  it('has a rule for every id, once', () => {
    expect(conventionRules.map((rule) => rule.id).sort()).toEqual([...ruleIds].sort());
  });

  it('follows the majority, and says nothing while there is none', () => {
    const most = events(
      'Order Completed',
      'Order Paid',
      'Cart Viewed',
      'Product Added',
      'Coupon Applied',
      'order_refunded',
    );
    expect(inferConventions(most)).toMatchObject({ eventCasing: 'Title Case', grammar: 'object-action' });
    expect(findings(most, 'event-casing')).toEqual(['order_refunded']);
    expect(lint(most, defaultConventions).find((finding) => finding.rule === 'event-casing')?.fix).toEqual({
      field: 'name',
      value: 'Order Refunded',
      words: 'Rename to Order Refunded',
    });
    expect(findings(events('Order Completed', 'order_paid'), 'event-casing')).toEqual([]);
    expect(findings(events('order_paid', 'Order Completed'), 'event-casing', { eventCasing: 'snake_case' })).toEqual([
      'Order Completed',
    ]);
  });

  it('names another spelling, not the same name in another namespace', () => {
    const snapshot = plan(
      revision('event', 'cart_viewed', {}, 'ev_1'),
      revision('event', 'CartViewed', {}, 'ev_2'),
      revision('event', 'cart_viewed', {}, 'ev_3', 'shop'),
    );
    expect(
      lint(snapshot, defaultConventions)
        .filter((finding) => finding.rule === 'duplicate-name')
        .map((finding) => [finding.itemId, finding.otherIds]),
    ).toEqual([
      ['ev_1', ['ev_2']],
      ['ev_2', ['ev_1']],
    ]);
  });

  it('names word order, tense and slips, not a plural, two verbs or numbers', () => {
    expect(findings(events('order_complete', 'order_completed'), 'near-duplicate')).toEqual([
      'order_complete',
      'order_completed',
    ]);
    expect(
      findings(
        events('delete_package', 'delete_packages', 'issue_cloned', 'issue_closed', 'step_1', 'step_2'),
        'near-duplicate',
      ),
    ).toEqual([]);
    expect(
      findings(events('checkout_started', 'checkout_viewed', 'checkout_opened', 'chekout_viewed'), 'near-duplicate'),
    ).toContain('chekout_viewed');
  });

  it('wants meanings that say something', () => {
    const snapshot = plan(
      revision('event', 'add_zoom_meeting', { meaning: 'Count of users adding a zoom meeting' }, 'ev_1'),
      revision('event', 'remove_zoom_meeting', { meaning: 'A Zoom meeting was taken off an issue.' }, 'ev_2'),
      revision('event', 'create_zoom_meeting', {}, 'ev_3'),
      revision('property', 'unused', { meaning: 'x y z' }, 'pr_1'),
    );
    expect(findings(snapshot, 'meaning-repeats-name')).toEqual(['add_zoom_meeting']);
    expect(findings(snapshot, 'missing-meaning')).toEqual(['create_zoom_meeting']);
    expect(findings(snapshot, 'unused-property')).toEqual(['unused']);
  });

  it('keeps names free that the destinations of the plan reserve', () => {
    const names = [
      revision('event', 'ga_click', {}, 'ev_1'),
      revision('event', 'session_start', {}, 'ev_2'),
      revision('property', 'distinct_id', {}, 'pr_1'),
    ];
    expect(findings(plan(...names), 'reserved-word')).toEqual([]);
    expect(
      findings(
        plan(...names, revision('destination', 'GA4', { service: 'Google Analytics 4' }, 'de_1')),
        'reserved-word',
      ),
    ).toEqual(['ga_click', 'session_start']);
    expect(findings(plan(...names, revision('destination', 'Mixpanel', {}, 'de_1')), 'reserved-word')).toEqual([
      'distinct_id',
    ]);
  });

  it('looks only at the items asked about, and not at rules that are off', () => {
    const snapshot = plan(revision('event', 'a', {}, 'ev_1'), revision('event', 'b', {}, 'ev_2'));
    expect(new Set(lint(snapshot, defaultConventions, new Set(['ev_2'])).map((finding) => finding.itemId))).toEqual(
      new Set(['ev_2']),
    );
    expect(findings(snapshot, 'missing-meaning', { severity: { 'missing-meaning': 'off' } })).toEqual([]);
  });
});

describe('nearDuplicatesOf', () => {
  const snapshot = events('Order Completed', 'Order Cancelled', 'Cart Viewed', 'User Signed Up', 'Product Removed');

  it.each([
    ['order complete', 'Order Completed'],
    ['OrderCompleted', 'Order Completed'],
    ['Completed Order', 'Order Completed'],
    ['Delete Product', 'Product Removed'],
    ['Chekout order completed', 'Order Completed'],
    ['Basket Viewed', 'Cart Viewed'],
  ])('finds for %s %s first', (typed, expected) => {
    expect(nearDuplicatesOf(typed, snapshot)[0]?.item.name).toBe(expected);
  });

  it('finds nothing for something else', () => {
    expect(nearDuplicatesOf('Invoice Sent', snapshot)).toEqual([]);
  });
});
