import type { ItemView } from '@/lib/contracts/items';
import { targetText, targetWords, type WatchTarget } from '@/lib/domain/watch/target';
import type { WiderTarget } from './watch-button';

/** What an item is part of and can be watched as a whole: its tags, category, owner and sources; of a source, all that it sends. */
export function widerTargets(view: ItemView): WiderTarget[] {
  const { item, owner } = view;
  const names = new Map(view.sources.map((one) => [one.item.id, one.item.name]));
  if (owner) names.set(owner.id, owner.name);
  names.set(item.id, item.name);
  const targets: WatchTarget[] = [
    ...(item.kind === 'source' ? [{ kind: 'source' as const, id: item.id }] : []),
    ...(item.kind === 'event' && item.content.category
      ? [{ kind: 'category' as const, id: item.content.category }]
      : []),
    ...item.content.tags.map((id) => ({ kind: 'tag' as const, id })),
    ...(owner ? [{ kind: 'owner' as const, id: `${owner.type}:${owner.id}` }] : []),
    ...view.sources.map((one) => ({ kind: 'source' as const, id: one.item.id })),
  ];
  return targets.map((target) => ({
    target: targetText(target),
    name: targetWords(target, (id) => names.get(id) ?? id),
  }));
}
