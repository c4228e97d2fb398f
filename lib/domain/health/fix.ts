import { grouped } from '../../kit/grouped';
import type { Item } from '../plan/item';
import type { PropertyContent } from '../plan/kinds/property-content';
import type { Owner } from '../plan/parts';

/** What puts many findings right at once. */
export type Fix =
  | { readonly kind: 'retire' }
  | { readonly kind: 'owner'; readonly owner: Owner }
  | { readonly kind: 'review-by'; readonly date: string }
  | { readonly kind: 'data-class'; readonly dataClass: PropertyContent['dataClass'] };

/** The item with the fix, or nothing where it says so already or has no such field. */
export function fixed(item: Item, fix: Fix): Item | undefined {
  const { content } = item;
  const put = (part: object) => ({ ...item, content: { ...content, ...part } }) as Item;
  switch (fix.kind) {
    case 'retire':
      return content.lifecycle.state === 'retired'
        ? undefined
        : put({ lifecycle: { ...content.lifecycle, state: 'retired' } });
    case 'owner':
      return content.owner?.type === fix.owner.type && content.owner.id === fix.owner.id
        ? undefined
        : put({ owner: fix.owner });
    case 'review-by':
      return content.reviewBy === fix.date ? undefined : put({ reviewBy: fix.date });
    default:
      if (item.kind !== 'property') return undefined;
      return item.content.dataClass.class === fix.dataClass.class && item.content.dataClass.kind === fix.dataClass.kind
        ? undefined
        : put({ dataClass: fix.dataClass });
  }
}

/** What a request with the fix is called. */
export function fixTitle(fix: Fix, count: number): string {
  const items = count === 1 ? 'one item' : `${grouped(count)} items`;
  switch (fix.kind) {
    case 'retire':
      return `Retire ${items} nobody uses`;
    case 'owner':
      return `Name an owner for ${items}`;
    case 'review-by':
      return `Look at ${items} again by ${fix.date}`;
    default:
      return `Declare the data class of ${items}`;
  }
}
