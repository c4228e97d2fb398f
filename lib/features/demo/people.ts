import type { Role } from '@/lib/domain/access/roles';

interface DemoPerson {
  readonly name: string;
  readonly role: Role;
  readonly teams: readonly string[];
}

/** The eight people of the shop. */
export const demoPeople: readonly DemoPerson[] = [
  { name: 'Mei Tanaka', role: 'admin', teams: ['Data'] },
  { name: 'Jonas Lindqvist', role: 'approver', teams: ['Checkout', 'Growth', 'Operations', 'Data'] },
  { name: 'Noor Haddad', role: 'approver', teams: ['Billing', 'Checkout'] },
  { name: 'Sofia Lindgren', role: 'approver', teams: ['Mobile', 'Content'] },
  { name: 'Priya Raman', role: 'contributor', teams: ['Growth'] },
  { name: 'Luca Ferri', role: 'contributor', teams: ['Checkout', 'Billing'] },
  { name: 'Tomás Vidal', role: 'contributor', teams: ['Operations'] },
  { name: 'Amara Okafor', role: 'viewer', teams: [] },
];

/** The teams that own things, with what they are there for. */
export const demoTeams: readonly (readonly [name: string, description: string])[] = [
  ['Growth', 'Visitors, accounts, the tea club and messages.'],
  ['Checkout', 'From the basket to a paid order.'],
  ['Billing', 'Money, invoices and subscriptions.'],
  ['Operations', 'Parcels, returns and support.'],
  ['Mobile', 'The app on iPhone and iPad.'],
  ['Content', 'The journal, films and reviews.'],
  ['Data', 'Warehouse, traits and this plan.'],
];
