'use client';
import { Ellipsis, Search } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { type Destination, isAt, placesOf } from './navigation';
import { PlanSwitch } from './plan-switch';
import type { RailProps } from './rail-props';
import { UserMenu } from './user-menu';

const tabStyle =
  'flex min-w-0 flex-col items-center justify-center gap-0.5 text-muted text-xs aria-[current]:text-accent [&_svg]:size-5';

/** The navigation on a phone: the places one needs most, search, and everything else behind "More". */
export function BottomBar(props: RailProps & { onSearch: () => void }) {
  const path = usePathname();
  const [isOpen, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a move to another page closes the sheet.
  useEffect(() => setOpen(false), [path]);
  const { top, sections } = placesOf(props.workspaceSlug, props.planSlug);
  const events = sections[0]?.places[0];
  const shown = [...top.slice().reverse(), ...(events ? [events] : [])];
  const count = shown.length + (props.planSlug === null ? 1 : 2);
  return (
    <nav
      aria-label="Main"
      data-print="hide"
      className="fixed inset-x-0 bottom-0 z-20 grid h-14 border-border border-t bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden"
      // As wide as they will be also while only some of them have arrived.
      style={{ gridTemplateColumns: `repeat(${count}, minmax(0, 1fr))` }}
    >
      {shown.map((place) => (
        <Link
          key={place.id}
          href={place.href}
          aria-current={isAt(path, place) ? 'page' : undefined}
          className={tabStyle}
        >
          <place.icon aria-hidden />
          <span className="truncate">
            {place.label}
            {place.id === 'inbox' && props.inboxCount > 0 ? ` (${props.inboxCount})` : ''}
          </span>
        </Link>
      ))}
      {props.planSlug === null ? null : (
        <button type="button" onClick={props.onSearch} className={tabStyle}>
          <Search aria-hidden />
          Search
        </button>
      )}
      <button type="button" onClick={() => setOpen(true)} aria-expanded={isOpen} className={tabStyle}>
        <Ellipsis aria-hidden />
        More
      </button>
      <Dialog open={isOpen} onOpenChange={setOpen} title="Navigation" size="small">
        <MoreSheet {...props} />
      </Dialog>
    </nav>
  );
}

function MoreSheet(props: RailProps) {
  const { sections, bottom } = placesOf(props.workspaceSlug, props.planSlug);
  return (
    <div className="flex flex-col gap-4">
      <PlanSwitch {...props} />
      {sections.map((section) => (
        <section key={section.label}>
          <h3 className="px-2 font-medium text-subtle text-xs">{section.label}</h3>
          <Places places={section.places} />
        </section>
      ))}
      <Places places={bottom} />
      <UserMenu user={props.user} role={props.role} />
    </div>
  );
}

function Places({ places }: { places: readonly Destination[] }) {
  const path = usePathname();
  return (
    <ul>
      {places.map((place) => (
        <li key={place.id}>
          <Link
            href={place.href}
            aria-current={isAt(path, place) ? 'page' : undefined}
            className="flex h-11 items-center gap-3 rounded-control px-2 text-base hover:bg-hover aria-[current]:bg-selected"
          >
            <place.icon aria-hidden className="size-4 text-subtle" />
            {place.label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
