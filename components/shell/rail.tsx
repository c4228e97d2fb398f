'use client';
import { PanelLeftClose, PanelLeftOpen, Search } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useState } from 'react';
import { keysOf } from '@/components/shared/keyboard/registry';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { currentPreference, setPreference } from '@/components/shared/preferences';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { Tooltip } from '@/components/ui/tooltip';
import { type Destination, isAt, placesOf } from './navigation';
import { PlanSwitch } from './plan-switch';
import type { RailProps } from './rail-props';
import { UserMenu } from './user-menu';

const rowStyle =
  'hit-area flex h-toolbar w-full items-center gap-2 rounded-control px-2 text-muted text-sm transition-colors hover:bg-hover hover:text-text aria-[current]:bg-selected aria-[current]:font-medium aria-[current]:text-text [&_svg]:size-4 [&_svg]:shrink-0';

/** Words that go when the rail is folded, but are still read aloud. */
const wordStyle = 'truncate in-data-[rail=folded]:sr-only';

/** The navigation at the left; below 640 px the `BottomBar` takes its place. */
export function Rail(props: RailProps & { onSearch: () => void }) {
  const { workspaceSlug, planSlug, inboxCount, onSearch } = props;
  const { top, sections, bottom } = placesOf(workspaceSlug, planSlug);
  return (
    <nav
      aria-label="Main"
      data-print="hide"
      className="sticky top-0 hidden h-dvh w-rail shrink-0 flex-col gap-3 overflow-y-auto overflow-x-hidden border-border border-r bg-surface p-2 sm:flex"
    >
      <PlanSwitch {...props} />
      <ul className="flex flex-col gap-0.5">
        {planSlug === null ? null : (
          <li>
            <button type="button" className={rowStyle} onClick={onSearch} title="Search">
              <Search aria-hidden />
              <span className={wordStyle}>Search</span>
              <Kbd keys={keysOf('palette.open')} className="ml-auto in-data-[rail=folded]:hidden" />
            </button>
          </li>
        )}
        {top.map((place) => (
          <RailLink key={place.id} place={place} count={place.id === 'inbox' ? inboxCount : 0} />
        ))}
      </ul>
      {sections.map((section) => (
        <div key={section.label} className="flex flex-col gap-0.5">
          <h2 className={cn('px-2 py-1 font-medium text-subtle text-xs', wordStyle)}>{section.label}</h2>
          <ul className="flex flex-col gap-0.5">
            {section.places.map((place) => (
              <RailLink key={place.id} place={place} />
            ))}
          </ul>
        </div>
      ))}
      <ul className="mt-auto flex flex-col gap-0.5">
        {bottom.map((place) => (
          <RailLink key={place.id} place={place} />
        ))}
        <li className="flex items-center gap-1 in-data-[rail=folded]:flex-col">
          <UserMenu user={props.user} role={props.role} />
          <FoldButton />
        </li>
      </ul>
    </nav>
  );
}

function RailLink({ place, count = 0 }: { place: Destination; count?: number }) {
  const path = usePathname();
  const Icon = place.icon;
  const current = path === place.href ? 'page' : isAt(path, place) ? 'true' : undefined;
  return (
    <li>
      <Tooltip label={place.label} keys={place.shortcut && keysOf(place.shortcut)} side="right">
        <Link href={place.href} aria-current={current} className={rowStyle}>
          <Icon aria-hidden />
          <span className={wordStyle}>{place.label}</span>
          {count > 0 ? (
            <span className="ml-auto rounded-full bg-accent px-1.5 font-medium text-on-accent text-xs tabular-nums in-data-[rail=folded]:hidden">
              {count > 99 ? '99+' : count}
              <span className="sr-only"> unread</span>
            </span>
          ) : null}
        </Link>
      </Tooltip>
    </li>
  );
}

function FoldButton() {
  const [isFolded, setFolded] = useState(false);
  useEffect(() => setFolded(currentPreference('rail') === 'folded'), []);
  const toggle = () => {
    const next = currentPreference('rail') === 'folded' ? 'open' : 'folded';
    setPreference('rail', next);
    setFolded(next === 'folded');
  };
  useShortcut('rail.fold', toggle);
  return (
    <IconButton
      label={isFolded ? 'Unfold the navigation' : 'Fold the navigation'}
      keys={keysOf('rail.fold')}
      onClick={toggle}
    >
      {isFolded ? <PanelLeftOpen aria-hidden /> : <PanelLeftClose aria-hidden />}
    </IconButton>
  );
}
