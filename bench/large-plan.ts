import { canonicalItem, itemDigest } from '@/lib/domain/plan/canonical-item';
import type { Item, Revision } from '@/lib/domain/plan/item';
import { itemSchema } from '@/lib/domain/plan/item-schema';
import { type Snapshot, snapshotOf } from '@/lib/domain/plan/snapshot';

/** How large a generated plan is. */
export interface PlanSize {
  readonly events: number;
  readonly usesPerEvent: number;
  readonly properties: number;
}

/** The plan that the speed of screens and rules is measured on: 5,000 events and 20,000 property uses. */
export const largeSize: PlanSize = { events: 5_000, usesPerEvent: 4, properties: 2_000 };

const objects = [
  'Order',
  'Cart',
  'Account',
  'Invoice',
  'Report',
  'Project',
  'Session',
  'Message',
  'Profile',
  'Device',
  'Search',
  'Video',
  'Article',
  'Checkout',
  'Payment',
  'Subscription',
  'Coupon',
  'Review',
  'Ticket',
  'Team',
];
const places = [
  'Header',
  'Sidebar',
  'Detail',
  'Summary',
  'Dialog',
  'Settings',
  'Overview',
  'Editor',
  'List',
  'Footer',
  'Panel',
  'Wizard',
  'Banner',
  'Timeline',
  'Board',
];
const deeds = [
  'Viewed',
  'Opened',
  'Closed',
  'Created',
  'Updated',
  'Deleted',
  'Shared',
  'Exported',
  'Started',
  'Completed',
  'Failed',
  'Retried',
  'Selected',
  'Sorted',
  'Filtered',
  'Copied',
  'Moved',
];
const stages = ['acquisition', 'activation', 'retention', 'revenue', 'referral'];

/** The items of a plan of a size; the same size gives the same items. */
export function largeItems(size: PlanSize = largeSize): Item[] {
  const items: Item[] = [];
  const sources = ['Web', 'iOS', 'Android', 'Backend'].map((name, index) =>
    make('source', `so_large${index}`, name, {
      runtime: index === 3 ? 'server' : 'client',
      meaning: `The ${name} code.`,
    }),
  );
  items.push(...sources);
  for (let i = 0; i < size.properties; i += 1) {
    const values =
      i % 5 === 0
        ? ['small', 'medium', 'large'].map((value) => ({ value: `${value}_${i}`, meaning: `The ${value} one.` }))
        : null;
    items.push(
      make(
        'property',
        `pr_large${i}`,
        `${pick(objects, i).toLowerCase()}_${pick(places, Math.floor(i / 20)).toLowerCase()}_field_${i}`,
        {
          meaning: `What field ${i} of the ${pick(objects, i).toLowerCase()} holds.`,
          type: { type: i % 5 === 0 ? 'string' : i % 3 === 0 ? 'integer' : i % 3 === 1 ? 'string' : 'boolean' },
          allowedValues: values,
          dataClass: { class: 'none', kind: '' },
          lifecycle: { state: 'live', replacedBy: null },
        },
      ),
    );
  }
  for (let i = 0; i < size.events; i += 1) {
    const object = pick(objects, i);
    const place = pick(places, Math.floor(i / objects.length));
    const deed = pick(deeds, Math.floor(i / (objects.length * places.length)));
    const round = Math.floor(i / (objects.length * places.length * deeds.length));
    items.push(
      make('event', `ev_large${i}`, `${object} ${place} ${deed}${round > 0 ? ` ${round + 1}` : ''}`, {
        meaning: `A person ${deed.toLowerCase()} the ${place.toLowerCase()} of the ${object.toLowerCase()}, number ${i}.`,
        firesWhen: `The ${place.toLowerCase()} has answered and the ${object.toLowerCase()} is stored.`,
        category: object,
        stage: pick(stages, i),
        tags: [`team-${i % 40}`],
        sources: [`so_large${i % 4}`],
        lifecycle: { state: 'live', replacedBy: null },
        properties: Array.from({ length: size.usesPerEvent }, (_, use) => ({
          propertyId: `pr_large${(i * 7 + use * 131) % size.properties}`,
          presence: { kind: use === 0 ? 'always' : 'sometimes' },
        })),
      }),
    );
  }
  return items;
}

/** A snapshot of a generated plan at release 1. */
export function largeSnapshot(size: PlanSize = largeSize): Snapshot {
  return snapshotOf('pl_large', 1, largeItems(size).map(asRevision));
}

/** A generated item as the first revision of itself. */
export function asRevision(item: Item): Revision {
  return {
    ...item,
    revisionId: `rev_${item.id}`,
    version: { major: 1, minor: 0, patch: 0 },
    digest: itemDigest(item),
    fromRelease: 1,
  };
}

function make(kind: Item['kind'], id: string, name: string, content: Record<string, unknown>): Item {
  return canonicalItem(itemSchema.parse({ id, kind, namespace: null, name, content }));
}

function pick(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}
