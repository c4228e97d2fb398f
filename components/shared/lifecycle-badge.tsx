import { Archive, CircleCheck, CircleDashed, CircleSlash, type LucideIcon } from 'lucide-react';
import { Badge } from '@/components/ui/badge';

const states: Record<string, { icon: LucideIcon; label: string }> = {
  planned: { icon: CircleDashed, label: 'Planned' },
  live: { icon: CircleCheck, label: 'Live' },
  deprecated: { icon: CircleSlash, label: 'Deprecated' },
  retired: { icon: Archive, label: 'Retired' },
};

/** Where an item stands: planned, live, deprecated, retired. */
export function LifecycleBadge({ state }: { state: string }) {
  const known = states[state];
  if (!known) return null;
  const Icon = known.icon;
  return (
    <Badge>
      <Icon aria-hidden />
      {known.label}
    </Badge>
  );
}
