import type { consumerTypes } from '@/lib/domain/plan/kinds/consumer-content';

interface DemoSource {
  readonly name: string;
  readonly owner: string;
  readonly content: { readonly meaning: string; readonly runtime: 'client' | 'server'; readonly platform: string };
}

/** Two clients and two servers. */
export const demoSources: readonly DemoSource[] = [
  {
    name: 'Web shop',
    owner: 'Checkout',
    content: {
      meaning: 'The shop in the browser. Ad blockers and closed tabs lose some events.',
      runtime: 'client',
      platform: 'Web',
    },
  },
  {
    name: 'iOS app',
    owner: 'Mobile',
    content: {
      meaning: 'The app on iPhone and iPad. Events wait on the device while it is offline.',
      runtime: 'client',
      platform: 'iOS',
    },
  },
  {
    name: 'Shop backend',
    owner: 'Checkout',
    content: {
      meaning: 'The server behind shop and app: knows what really happened to orders and accounts.',
      runtime: 'server',
      platform: 'Node',
    },
  },
  {
    name: 'Billing server',
    owner: 'Billing',
    content: { meaning: 'Talks to the payment provider and keeps the books.', runtime: 'server', platform: 'Kotlin' },
  },
];

interface DemoGroup {
  readonly name: string;
  readonly owner: string;
  readonly meaning: string;
  readonly properties: readonly string[];
}

/** Bundles that several events carry. */
export const demoGroups: readonly DemoGroup[] = [
  {
    name: 'Campaign',
    owner: 'Growth',
    meaning: 'Which advertisement or link brought the visitor.',
    properties: ['utm_source', 'utm_medium', 'utm_campaign', 'utm_content', 'utm_term', 'click_id', 'landing_path'],
  },
  {
    name: 'Page context',
    owner: 'Growth',
    meaning: 'The page an event happened on.',
    properties: ['page_path!', 'page_title', 'referrer', 'viewport_width', 'session_id!'],
  },
  {
    name: 'Device context',
    owner: 'Mobile',
    meaning: 'The device and the app on it.',
    properties: ['app_version!', 'os_version!', 'device_model', 'network_type', 'device_id'],
  },
  {
    name: 'Experiment exposure',
    owner: 'Data',
    meaning: 'Which variant of an experiment the person was shown, if any.',
    properties: ['experiment_key?the person is in an experiment', 'experiment_variant?the person is in an experiment'],
  },
  {
    name: 'Support context',
    owner: 'Operations',
    meaning: 'Who in support took part, and with which order.',
    properties: ['agent_id', 'ticket_topic!'],
  },
];

interface DemoDestination {
  readonly name: string;
  readonly owner: string;
  readonly content: Record<string, unknown>;
  readonly mapping: readonly (readonly [event: string, sendAs: string | null])[];
  readonly takes: (category: string) => boolean;
}

/** Where the events go. */
export const demoDestinations: readonly DemoDestination[] = [
  {
    name: 'Warehouse',
    owner: 'Data',
    content: { meaning: 'Every event, for ever; the tables analysts query.', service: 'BigQuery', maxNameLength: 300 },
    mapping: [],
    takes: () => true,
  },
  {
    name: 'Amplitude',
    owner: 'Growth',
    content: {
      meaning: 'Product analytics: funnels and retention.',
      service: 'Amplitude',
      maxNameLength: 1024,
      maxPropertiesPerEvent: 1000,
    },
    mapping: [],
    takes: (category) => !['Payments', 'Support'].includes(category),
  },
  {
    name: 'Google Analytics',
    owner: 'Growth',
    content: {
      meaning: 'Campaigns and advertising.',
      service: 'GA4',
      maxNameLength: 40,
      namePattern: '^[A-Za-z][A-Za-z0-9_]*$',
      maxPropertiesPerEvent: 25,
    },
    mapping: [
      ['Order Completed', 'purchase'],
      ['Product Viewed', 'view_item'],
      ['Cart Item Added', 'add_to_cart'],
      ['Checkout Started', 'begin_checkout'],
      ['Signup Completed', 'sign_up'],
    ],
    takes: (category) => ['Browsing', 'Search', 'Cart', 'Checkout', 'Account'].includes(category),
  },
];

interface DemoConsumer {
  readonly name: string;
  readonly type: (typeof consumerTypes)[number];
  readonly owner: string | null;
  readonly meaning: string;
  readonly link?: string;
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly uses: readonly {
    readonly event?: string;
    readonly property?: string;
    readonly value?: string;
    readonly outcome?: boolean;
  }[];
}

/** Who depends on the events; the experiment runs around `today`, a calendar day. */
export function demoConsumers(today: string): readonly DemoConsumer[] {
  return [
    {
      name: 'Weekly revenue',
      type: 'dashboard',
      owner: 'Amara Okafor',
      meaning: 'Revenue by week and country; what finance reports on Monday.',
      link: 'https://bi.fern-and-kettle.example/dashboards/weekly-revenue',
      uses: [
        { event: 'Order Completed' },
        { event: 'Order Completed', property: 'revenue' },
        { event: 'Order Refunded', property: 'refund_amount' },
      ],
    },
    {
      name: 'Purchase funnel',
      type: 'funnel',
      owner: 'Growth',
      meaning: 'From looking at a tea to paying for it.',
      link: 'https://bi.fern-and-kettle.example/funnels/purchase',
      uses: [
        { event: 'Product Viewed' },
        { event: 'Cart Item Added' },
        { event: 'Checkout Started' },
        { event: 'Order Completed' },
      ],
    },
    {
      name: 'Signup conversion',
      type: 'metric',
      owner: 'Growth',
      meaning: 'Share of visitors who get an account.',
      link: 'https://bi.fern-and-kettle.example/metrics/signup',
      uses: [{ event: 'Signup Started' }, { event: 'Signup Completed' }],
    },
    {
      name: 'One-page checkout',
      type: 'experiment',
      owner: 'Growth',
      meaning: 'Does one page sell more than four steps?',
      startsAt: shiftDays(today, -9),
      endsAt: shiftDays(today, 19),
      uses: [
        { event: 'Order Completed', outcome: true },
        { event: 'Checkout Started' },
        { property: 'experiment_variant', value: 'treatment' },
      ],
    },
    {
      name: 'Abandoned basket mail',
      type: 'lifecycle-message',
      owner: 'Growth',
      meaning: 'Reminds people of what they left in the basket.',
      uses: [{ event: 'Cart Viewed' }, { event: 'Checkout Started' }, { event: 'Order Completed' }],
    },
    {
      name: 'Card payers',
      type: 'segment',
      owner: 'Billing',
      meaning: 'Customers whose last order was paid by card.',
      uses: [{ event: 'Order Completed', property: 'payment_method', value: 'card' }],
    },
    {
      name: 'Subscription churn',
      type: 'model',
      owner: 'Amara Okafor',
      meaning: 'How likely a subscription ends next month.',
      uses: [
        { event: 'Subscription Renewed' },
        { event: 'Subscription Cancelled', property: 'cancel_reason' },
        { event: 'Subscription Paused' },
      ],
    },
    {
      name: 'Payment alarm',
      type: 'alert',
      owner: 'Billing',
      meaning: 'Wakes somebody when too many payments fail.',
      uses: [{ event: 'Payment Failed', property: 'decline_reason' }],
    },
    {
      name: 'Customer records sync',
      type: 'reverse-etl',
      owner: 'Data',
      meaning: 'Carries traits into the customer system every hour.',
      uses: [{ event: 'Account Identified' }, { property: 'loyalty_tier' }, { property: 'marketing_consent' }],
    },
    {
      name: 'Order desk',
      type: 'support-view',
      owner: 'Operations',
      meaning: 'What support sees of an order.',
      uses: [
        { event: 'Order Shipped' },
        { event: 'Order Delivered' },
        { event: 'Return Requested', property: 'return_reason' },
      ],
    },
    {
      name: 'Search quality',
      type: 'dashboard',
      owner: 'Content',
      meaning: 'Searches that find nothing, week by week.',
      uses: [{ event: 'Products Searched', property: 'result_count' }, { event: 'Search Result Clicked' }],
    },
    {
      name: 'Brewing film engagement',
      type: 'metric',
      owner: null,
      meaning: 'How many films are seen to their end.',
      uses: [{ event: 'Brewing Video Started' }, { event: 'Brewing Video Finished' }],
    },
  ];
}

/** A calendar day moved by whole days. */
export function shiftDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
