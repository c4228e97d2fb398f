import Link from 'next/link';
import { ItemLink } from '@/components/shared/item-link';
import { planHref, proposeHref } from '@/components/shared/plan-href';
import { Button } from '@/components/ui/button';
import type { ItemRef } from '@/lib/contracts/items';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { kinds } from '@/lib/domain/plan/kinds/list';

export interface MissingItemProps {
  readonly place: { readonly workspace: string; readonly plan: string };
  readonly kind: ItemKind;
  readonly name: string;
  readonly at: string | null;
  readonly nearest: readonly ItemRef[];
  readonly removedIn: number | null;
}

/** No item of that name: the nearest ones, and the way to propose it. */
export function MissingItem({ place, kind, name, at, nearest, removedIn }: MissingItemProps) {
  const noun = kinds[kind].label.toLowerCase();
  return (
    <div className="mx-auto flex w-full max-w-[72ch] flex-col gap-4 px-4 py-12">
      <h1 tabIndex={-1} className="break-words font-semibold text-xl">
        No {noun} is called “{name}”
      </h1>
      {removedIn === null ? null : (
        <p className="text-md">
          It was removed in{' '}
          <Link href={planHref(place, `releases/${removedIn}`)} className="text-accent underline underline-offset-2">
            release {removedIn}
          </Link>
          .
        </p>
      )}
      {at === null ? null : (
        <p className="text-md text-muted">You are reading the plan as it was ({at}). It may have been added later.</p>
      )}
      {nearest.length === 0 ? null : (
        <div>
          <h2 className="mb-1 font-medium text-subtle text-sm">Did you mean</h2>
          <ul className="flex flex-col gap-2">
            {nearest.map((item) => (
              <li key={item.id}>
                <ItemLink item={item} at={at} icon />
                <p className="text-base text-muted">{item.meaning}</p>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <Button asChild variant="primary">
          <Link href={proposeHref(place, { kind, name })}>Propose it</Link>
        </Button>
        <Button asChild>
          <Link href={`${planHref(place, 'search')}?q=${encodeURIComponent(name)}`}>Search the plan</Link>
        </Button>
      </div>
    </div>
  );
}
