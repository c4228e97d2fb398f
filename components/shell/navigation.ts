import {
  Activity,
  BookOpen,
  Boxes,
  ChartLine,
  Database,
  Download,
  GitPullRequestArrow,
  HeartPulse,
  History,
  House,
  Inbox,
  type LucideIcon,
  RadioTower,
  Settings,
  Tag,
  Upload,
  Waypoints,
  Zap,
} from 'lucide-react';
import type { ShortcutId } from '@/components/shared/keyboard/registry';

/** A place the navigation leads to. */
export interface Destination {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly href: string;
  readonly shortcut?: ShortcutId;
  /** Only this very address is it, not those below. */
  readonly isExact?: boolean;
}

/** A named group of places. */
export interface Section {
  readonly label: string;
  readonly places: readonly Destination[];
}

/** Where the rail, the key sequences and ⌘K lead: the same places in the same order. `plan` is null outside a plan. */
export function placesOf(
  workspace: string,
  plan: string | null,
): { top: Destination[]; sections: Section[]; bottom: Destination[] } {
  const root = `/${encodeURIComponent(workspace)}`;
  const within = (path: string) => `${root}/${encodeURIComponent(plan ?? '')}/${path}`;
  const top: Destination[] = [
    { id: 'inbox', label: 'Inbox', icon: Inbox, href: `${root}/inbox`, shortcut: 'go.inbox' },
    { id: 'home', label: 'Home', icon: House, href: root, shortcut: 'go.home', isExact: true },
  ];
  const bottom: Destination[] = [
    { id: 'settings', label: 'Settings', icon: Settings, href: `${root}/settings`, shortcut: 'go.settings' },
  ];
  if (plan === null) return { top, sections: [], bottom };
  const sections: Section[] = [
    {
      label: 'Plan',
      places: [
        { id: 'events', label: 'Events', icon: Zap, href: within('events'), shortcut: 'go.events' },
        { id: 'properties', label: 'Properties', icon: Tag, href: within('properties'), shortcut: 'go.properties' },
        { id: 'groups', label: 'Groups', icon: Boxes, href: within('groups') },
        { id: 'sources', label: 'Sources', icon: RadioTower, href: within('sources') },
        { id: 'destinations', label: 'Destinations', icon: Database, href: within('destinations') },
        { id: 'consumers', label: 'Consumers', icon: ChartLine, href: within('consumers'), shortcut: 'go.consumers' },
        { id: 'map', label: 'Map', icon: Waypoints, href: within('map') },
        { id: 'glossary', label: 'Glossary', icon: BookOpen, href: within('glossary') },
        { id: 'health', label: 'Plan health', icon: HeartPulse, href: within('health') },
      ],
    },
    {
      label: 'Work',
      places: [
        {
          id: 'change-requests',
          label: 'Change requests',
          icon: GitPullRequestArrow,
          href: within('change-requests'),
          shortcut: 'go.change-requests',
        },
        { id: 'imports', label: 'Import', icon: Upload, href: within('imports') },
      ],
    },
    {
      label: 'Use',
      places: [
        { id: 'exports', label: 'Exports', icon: Download, href: within('exports'), shortcut: 'go.exports' },
        { id: 'releases', label: 'Releases', icon: History, href: within('releases') },
        { id: 'activity', label: 'Activity', icon: Activity, href: within('activity') },
      ],
    },
  ];
  return { top, sections, bottom };
}

/** Every place in one list. */
export function allPlaces(workspace: string, plan: string | null): Destination[] {
  const { top, sections, bottom } = placesOf(workspace, plan);
  return [...top, ...sections.flatMap((section) => section.places), ...bottom];
}

/** Whether an address is a place or below it. */
export function isAt(path: string, place: Destination): boolean {
  return path === place.href || (!place.isExact && path.startsWith(`${place.href}/`));
}
