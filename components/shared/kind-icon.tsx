import { Boxes, ChartLine, Database, type LucideIcon, RadioTower, Tag, Zap } from 'lucide-react';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { kinds } from '@/lib/domain/plan/kinds/list';

const icons: Record<ItemKind, LucideIcon> = {
  event: Zap,
  property: Tag,
  'property-group': Boxes,
  source: RadioTower,
  destination: Database,
  consumer: ChartLine,
};

/** The picture of a kind of item; named for readers unless a word stands beside it. */
export function KindIcon({
  kind,
  hidden = false,
  className = 'size-4 shrink-0 text-subtle',
}: {
  kind: ItemKind;
  hidden?: boolean;
  className?: string;
}) {
  const Icon = icons[kind];
  return hidden ? (
    <Icon aria-hidden className={className} />
  ) : (
    <Icon role="img" aria-label={kinds[kind].label} className={className} />
  );
}
