import type { ItemView } from '@/lib/contracts/items';
import { assertNever } from '@/lib/kit/assert-never';
import { ConsumerReference, DestinationReference, GroupReference, SourceReference } from './reference/around';
import { EventReference } from './reference/event';
import { PropertyReference } from './reference/property';

/** What an item says, meaning first, in the words of its kind. */
export function ItemReference({ view, at }: { view: ItemView; at: string | null }) {
  return <div className="flex flex-col gap-8">{bodyOf(view, at)}</div>;
}

function bodyOf(view: ItemView, at: string | null) {
  const { item } = view;
  switch (item.kind) {
    case 'event':
      return <EventReference view={view} item={item} at={at} />;
    case 'property':
      return <PropertyReference view={view} item={item} at={at} />;
    case 'property-group':
      return <GroupReference view={view} item={item} at={at} />;
    case 'source':
      return <SourceReference view={view} item={item} at={at} />;
    case 'destination':
      return <DestinationReference view={view} item={item} at={at} />;
    case 'consumer':
      return <ConsumerReference view={view} item={item} at={at} />;
    default:
      return assertNever(item);
  }
}
