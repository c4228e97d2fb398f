import { KindIcon } from '@/components/shared/kind-icon';
import { itemHref } from '@/components/shared/plan-href';
import type { ItemRef } from '@/lib/contracts/items';
import { qualifiedName } from '@/lib/domain/plan/item';
import { grouped } from '@/lib/kit/grouped';

const shown = 8;

/** The first of some items by name, each leading to its page, and how many more there are. */
export function ItemNames({
  place,
  items,
  count,
}: {
  place: { readonly workspace: string; readonly plan: string };
  items: readonly (ItemRef & { readonly owner?: { readonly name: string } })[];
  count: number;
}) {
  const rest = count - Math.min(items.length, shown);
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {items.slice(0, shown).map((item) => (
        <li key={item.id} className="flex min-w-0 items-center gap-2">
          <KindIcon kind={item.kind} />
          <a
            href={itemHref(place, item)}
            target="_blank"
            rel="noreferrer"
            className="min-w-0 truncate font-mono underline-offset-2 hover:underline"
          >
            {qualifiedName(item)}
          </a>
          {item.owner ? <span className="shrink-0 text-muted">{item.owner.name}</span> : null}
        </li>
      ))}
      {rest > 0 ? <li className="text-muted">and {grouped(rest)} more</li> : null}
    </ul>
  );
}
