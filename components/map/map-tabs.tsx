import Link from 'next/link';
import { planHref } from '@/components/shared/plan-href';
import { LinkTabs, tabStyle } from '@/components/ui/link-tabs';

/** The two ways to look at how a plan hangs together. */
export function MapTabs({
  place,
  current,
  at,
}: {
  place: { readonly workspace: string; readonly plan: string };
  current: 'flow' | 'journeys';
  at: string | null;
}) {
  const search = at === null ? '' : `?at=${encodeURIComponent(at)}`;
  const tabs = [
    { id: 'flow', label: 'Flow', href: planHref(place, 'map') },
    { id: 'journeys', label: 'Journeys', href: planHref(place, 'map/journeys') },
  ] as const;
  return (
    <LinkTabs label="Views of the map" className="px-4 lg:px-6">
      {tabs.map(({ id, label, href }) => (
        <Link
          key={id}
          href={`${href}${search}`}
          className={tabStyle}
          aria-current={id === current ? 'page' : undefined}
        >
          {label}
        </Link>
      ))}
    </LinkTabs>
  );
}
