/** A word the shop explains: who wrote it, and the team to ask. */
interface DemoTerm {
  readonly term: string;
  readonly definition: string;
  readonly aliases: readonly string[];
  readonly team: string;
  readonly by: string;
  /** What it was said to mean at first, and who said it better how many days ago. */
  readonly before?: { readonly definition: string; readonly by: string; readonly daysAgo: number };
}

/** What the shop's own words mean. */
export const demoTerms: readonly DemoTerm[] = [
  {
    term: 'Visitor',
    definition:
      'Anybody in the shop or the app, known or not. One person on two devices is two visitors until they sign in.',
    aliases: [],
    team: 'Growth',
    by: 'Priya Raman',
  },
  {
    term: 'Customer',
    definition:
      'A person with at least one order that was paid and not wholly refunded. Who only has an account is not a customer yet.',
    aliases: ['buyer'],
    team: 'Data',
    by: 'Mei Tanaka',
  },
  {
    term: 'Active account',
    definition:
      'An account in which somebody did something on at least 2 of the last 28 days. Staff and test accounts do not count.',
    aliases: [],
    team: 'Growth',
    by: 'Priya Raman',
    before: {
      definition: 'An account in which somebody did something in the last 30 days.',
      by: 'Mei Tanaka',
      daysAgo: 50,
    },
  },
  {
    term: 'Basket',
    definition: 'What a visitor wants to buy and has not paid for. It lives for 30 days after the last change.',
    aliases: ['cart'],
    team: 'Checkout',
    by: 'Luca Ferri',
  },
  {
    term: 'Net revenue',
    definition:
      'What customers paid, without tax, shipping and what was refunded, in euros at the rate of the day of payment.',
    aliases: ['NR'],
    team: 'Billing',
    by: 'Noor Haddad',
  },
  {
    term: 'Tea club',
    definition: 'The programme in which customers collect points. A tea subscription is not part of it.',
    aliases: ['loyalty programme'],
    team: 'Growth',
    by: 'Priya Raman',
  },
];

/** Words the people of the shop use for one another. */
export const demoSynonyms: readonly (readonly string[])[] = [
  ['sign-up', 'registration', 'enrolment'],
  ['parcel', 'package', 'shipment'],
];

/** What somebody wrote beside an event, so many days ago. */
export const demoNotes: readonly {
  readonly event: string;
  readonly by: string;
  readonly daysAgo: number;
  readonly body: string;
  readonly pinned: boolean;
}[] = [
  {
    event: 'Order Completed',
    by: 'Amara Okafor',
    daysAgo: 64,
    body: 'Amounts from before **March** are in cents. Divide them by 100 before you compare years.',
    pinned: true,
  },
  {
    event: 'Order Completed',
    by: 'Luca Ferri',
    daysAgo: 12,
    body: 'On the first Monday of the sale the warehouse load ran twice; `order_id` appears twice for two hours.',
    pinned: false,
  },
  {
    event: 'Signup Completed',
    by: 'Priya Raman',
    daysAgo: 30,
    body: 'The peak of last month is the university fair: 1,900 real people, no bots.',
    pinned: false,
  },
];
