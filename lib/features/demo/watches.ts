import type { ItemKind } from '@/lib/domain/plan/kinds/define';

/** Who watches what in the demo. */
export const demoWatches: readonly (readonly [person: string, kind: ItemKind | 'plan', name: string])[] = [
  ['Amara Okafor', 'event', 'Order Completed'],
  ['Amara Okafor', 'event', 'Signup Completed'],
  ['Amara Okafor', 'event', 'Order Delivered'],
  ['Amara Okafor', 'property', 'scroll_depth'],
  ['Amara Okafor', 'event', 'Purchase'],
  ['Noor Haddad', 'event', 'Order Completed'],
  ['Priya Raman', 'event', 'Product Viewed'],
  ['Tomás Vidal', 'event', 'Order Completed'],
  ['Sofia Lindgren', 'plan', ''],
];
