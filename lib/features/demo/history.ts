import { canonicalItem } from '@/lib/domain/plan/canonical-item';
import { fieldValue, type Item, withField } from '@/lib/domain/plan/item';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import type { PropertyUse } from '@/lib/domain/plan/property-use';
import { referencesOf } from '@/lib/domain/plan/references';
import { demoItemId } from './build-items';

type State = ReadonlyMap<string, Item>;

/** One merged request of the demo's past; `undo` turns the plan after it into the plan before it. */
export interface DemoRelease {
  readonly daysAgo: number;
  readonly title: string;
  readonly reason: string;
  readonly author: string;
  readonly approver: string;
  readonly undo: (plan: Rewind) => void;
}

/** A plan on its way back in time. */
export class Rewind {
  private readonly items: Map<string, Item>;

  constructor(state: State) {
    this.items = new Map(state);
  }

  /** Gives a field the value it had before. */
  set(kind: ItemKind, name: string, fields: Record<string, unknown>): void {
    let item = this.get(kind, name);
    for (const [key, value] of Object.entries(fields)) item = withField(item, key, value);
    this.items.set(item.id, canonicalItem(item));
  }

  /** Takes items out that were not there yet, with everything that pointed at them. */
  without(kind: ItemKind, ...names: string[]): void {
    const gone = new Set(names.map((name) => demoItemId(kind, name)));
    for (const id of gone) this.items.delete(id);
    for (const item of [...this.items.values()]) {
      if (referencesOf(item).some((reference) => gone.has(reference.itemId)))
        this.items.set(item.id, forget(item, gone));
    }
  }

  /** Changes how an event uses a property. */
  use(event: string, property: string, change: Partial<PropertyUse> | null): void {
    const item = this.get('event', event);
    if (item.kind !== 'event') return;
    const propertyId = demoItemId('property', property);
    const properties = item.content.properties.flatMap((use) =>
      use.propertyId !== propertyId ? [use] : change ? [{ ...use, ...change }] : [],
    );
    this.set('event', event, { properties });
  }

  state(): State {
    return this.items;
  }

  private get(kind: ItemKind, name: string): Item {
    const item = this.items.get(demoItemId(kind, name));
    if (!item) throw new Error(`the demo has no ${kind} ${name} at this point`);
    return item;
  }
}

function forget(item: Item, gone: ReadonlySet<string>): Item {
  let result = item;
  for (const field of ['sources', 'destinations', 'groups', 'properties', 'uses', 'nameMapping']) {
    const value = fieldValue(item, field);
    if (!Array.isArray(value)) continue;
    const kept = value.filter((member: unknown) => !pointsAt(member, gone));
    if (kept.length !== value.length) result = withField(result, field, kept);
  }
  return canonicalItem(result);
}

function pointsAt(member: unknown, gone: ReadonlySet<string>): boolean {
  if (typeof member === 'string') return gone.has(member);
  if (typeof member !== 'object' || member === null) return false;
  return Object.values(member).some((value) => typeof value === 'string' && gone.has(value));
}

const subscriptions = [
  'Subscription Started',
  'Subscription Renewed',
  'Subscription Paused',
  'Subscription Cancelled',
  'Subscription Plan Changed',
];

/** Nine months of the shop's plan, oldest first; the first release is the plan that the others lead away from. */
export const demoReleases: readonly DemoRelease[] = [
  {
    daysAgo: 270,
    title: 'Our first tracking plan',
    reason: 'One list of what we send, so that everybody means the same by it.',
    author: 'Priya Raman',
    approver: 'Jonas Lindqvist',
    undo: () => {},
  },
  {
    daysAgo: 248,
    title: 'Tea subscriptions',
    reason: 'The subscription opens in spring; finance and lifecycle need its events from the first day.',
    author: 'Priya Raman',
    approver: 'Noor Haddad',
    undo: (plan) => {
      plan.without('consumer', 'Subscription churn');
      plan.without('event', ...subscriptions);
      plan.without(
        'property',
        'subscription_plan',
        'billing_period',
        'renewal_count',
        'cancel_reason',
        'pause_weeks',
        'mrr',
      );
    },
  },
  {
    daysAgo: 226,
    title: 'Carts always say their currency',
    reason: 'Two currencies were summed as one in February.',
    author: 'Luca Ferri',
    approver: 'Jonas Lindqvist',
    undo: (plan) => plan.use('Cart Item Added', 'currency', { presence: { kind: 'sometimes' } }),
  },
  {
    daysAgo: 205,
    title: 'The tea club',
    reason: 'Points and referrals begin in May.',
    author: 'Priya Raman',
    approver: 'Noor Haddad',
    undo: (plan) => {
      plan.without('event', 'Points Changed', 'Referral Link Shared', 'Referral Converted');
      plan.without('property', 'points_delta', 'loyalty_points', 'referral_code', 'referrer_user_id');
    },
  },
  {
    daysAgo: 183,
    title: 'Experiments in one group',
    reason: 'Every team had its own two properties for the variant.',
    author: 'Mei Tanaka',
    approver: 'Jonas Lindqvist',
    undo: (plan) => {
      plan.without('property-group', 'Experiment exposure');
      plan.without('event', 'Experiment Viewed');
    },
  },
  {
    daysAgo: 160,
    title: 'Pay later',
    reason: 'Klarna goes live in Sweden.',
    author: 'Luca Ferri',
    approver: 'Noor Haddad',
    undo: (plan) =>
      plan.set('property', 'payment_method', {
        allowedValues: [
          { value: 'card', meaning: 'Credit or debit card' },
          { value: 'paypal', meaning: 'PayPal account' },
          { value: 'gift_card', meaning: 'A balance bought earlier' },
        ],
      }),
  },
  {
    daysAgo: 141,
    title: 'The server counts signups',
    reason: 'Machines filled the form: the welcome page was shown 9,000 times in a night, and 41 accounts were made.',
    author: 'Mei Tanaka',
    approver: 'Jonas Lindqvist',
    undo: (plan) => {
      plan.set('event', 'Signup Completed', {
        sources: [demoItemId('source', 'Web shop')],
        sourceOfTruth: null,
        firesWhen: 'The welcome page is shown.',
        purpose: 'New customers.',
      });
      plan.use('Signup Completed', 'bot_score', null);
      plan.use('Signup Completed', 'user_id', null);
    },
  },
  {
    daysAgo: 120,
    title: 'Who owns orders',
    reason: 'Questions about parcels found nobody.',
    author: 'Tomás Vidal',
    approver: 'Jonas Lindqvist',
    undo: (plan) => {
      for (const event of ['Order Shipped', 'Order Delivered', 'Order Cancelled', 'Return Requested'])
        plan.set('event', event, { owner: null });
    },
  },
  {
    daysAgo: 96,
    title: 'An order is complete when the money is ours',
    reason:
      'One authorised payment in twenty is never captured, and finance counts only those that are. From this release on the revenue dashboard and finance agree.',
    author: 'Luca Ferri',
    approver: 'Noor Haddad',
    undo: (plan) =>
      plan.set('event', 'Order Completed', {
        meaning: 'A customer placed an order and the bank agreed to pay.',
        firesWhen: 'The payment provider confirms that the payment was authorised.',
        doesNotCount: 'Test orders; renewals of a subscription.',
      }),
  },
  {
    daysAgo: 80,
    title: 'Purchase gives way to Order Completed',
    reason: 'Two events for one thing: the button and the order.',
    author: 'Priya Raman',
    approver: 'Jonas Lindqvist',
    undo: (plan) => plan.set('event', 'Purchase', { lifecycle: { state: 'live', replacedBy: null } }),
  },
  {
    daysAgo: 61,
    title: 'Say which data is personal',
    reason: 'The yearly privacy review.',
    author: 'Mei Tanaka',
    approver: 'Noor Haddad',
    undo: (plan) => {
      for (const name of ['email', 'first_name', 'phone', 'search_query', 'tracking_number', 'dietary_note']) {
        plan.set('property', name, { dataClass: { class: 'undeclared', kind: '' } });
      }
    },
  },
  {
    daysAgo: 40,
    title: 'Fraud checks and pay-outs',
    reason: 'Billing wants to see its own funnel.',
    author: 'Luca Ferri',
    approver: 'Noor Haddad',
    undo: (plan) => {
      plan.without('event', 'Fraud Check Finished', 'Payout Received');
      plan.without('property', 'fraud_score', 'fraud_decision', 'settlement_id', 'ledger_entry_id');
    },
  },
  {
    daysAgo: 22,
    title: 'Scroll depth is a share',
    reason: 'The app sent percent, the web a share; charts mixed both.',
    author: 'Priya Raman',
    approver: 'Jonas Lindqvist',
    undo: (plan) => plan.set('property', 'scroll_depth', { unit: 'percent', examples: [75] }),
  },
  {
    daysAgo: 6,
    title: 'When a parcel has arrived',
    reason: 'Parcels left with a neighbour were never counted.',
    author: 'Tomás Vidal',
    approver: 'Jonas Lindqvist',
    undo: (plan) => plan.set('event', 'Order Delivered', { firesWhen: 'The carrier has a signature.' }),
  },
];

/** The plan after each release, oldest first. */
export function demoStates(newest: readonly Item[]): State[] {
  let state: State = new Map(newest.map((item) => [item.id, item]));
  const states: State[] = [state];
  for (const release of [...demoReleases].slice(1).reverse()) {
    const rewind = new Rewind(state);
    release.undo(rewind);
    state = rewind.state();
    states.unshift(state);
  }
  return states;
}
