import { ConfusedEvents } from '@/components/items/reference/confused-events';
import { ConsumerChanges } from '@/components/items/reference/consumer-changes';
import { DestinationLimits } from '@/components/items/reference/destination-limits';
import { PropertyVariants } from '@/components/items/reference/property-variants';
import { SourceCode } from '@/components/items/reference/source-code';
import { FollowingList } from '@/components/shared/rollout/following-list';
import type { ItemView } from '@/lib/contracts/items';
import type { Actor } from '@/lib/domain/access/actor';
import { readConfusions } from '@/lib/features/items/read-confusions';
import { readConsumerChanges } from '@/lib/features/items/read-consumer-changes';
import { readDestinationLimits } from '@/lib/features/items/read-destination-limits';
import { readSourceCode } from '@/lib/features/items/read-source-code';
import { readVariants } from '@/lib/features/properties/read-variants';
import { readFollowing } from '@/lib/features/rollout/read-rollout';

interface Props {
  readonly actor: Actor;
  readonly place: { readonly workspace: string; readonly plan: string };
  readonly view: ItemView;
  readonly at: string | null;
}

/** What the page of an item tells beside what the item says, by its kind, of the release that is shown. */
export async function ItemExtras({ actor, place, view, at }: Props) {
  const { id: item, kind } = view.item;
  const ask = { plan: place.plan, item, at: view.release };
  switch (kind) {
    case 'event': {
      const found = await readConfusions(actor, ask);
      return found.ok ? <ConfusedEvents found={found.value} at={at} /> : null;
    }
    case 'property': {
      const found = await readVariants(actor, ask);
      return found.ok ? <PropertyVariants found={found.value} at={at} /> : null;
    }
    case 'source': {
      const code = await readSourceCode(actor, ask);
      const following = at === null ? await readFollowing(actor, { plan: place.plan, source: item }) : undefined;
      return (
        <div className="flex flex-col gap-8">
          {following?.ok ? <FollowingList place={place} rows={following.value.items} /> : null}
          {code.ok ? <SourceCode place={place} itemId={item} code={code.value} at={at} /> : null}
        </div>
      );
    }
    case 'destination': {
      const found = await readDestinationLimits(actor, ask);
      return found.ok ? <DestinationLimits itemId={item} found={found.value} at={at} /> : null;
    }
    case 'consumer': {
      const found = await readConsumerChanges(actor, ask);
      return found.ok ? <ConsumerChanges place={place} itemId={item} found={found.value} at={at} /> : null;
    }
    default:
      return null;
  }
}
