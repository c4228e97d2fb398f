import type { ItemRow } from '@/lib/contracts/items';
import type { Revision } from '@/lib/domain/plan/item';
import { versionText } from '@/lib/domain/plan/item';
import { typeInWords } from '@/lib/domain/plan/property-type';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import { factsOf } from '@/lib/domain/plan-query/facts';
import { mentionOf } from '@/lib/domain/plan-query/item-ref';
import type { OwnerNames } from '@/lib/store/owner-names';
import type { PlanHistory } from '@/lib/store/plan-history';

/** What a row needs to know beside the plan itself. */
export interface RowContext {
  readonly snapshot: Snapshot;
  readonly history: PlanHistory;
  readonly owners: OwnerNames;
  readonly watches: ReadonlyMap<string, { readonly watchers: number; readonly watching: boolean }>;
}

/** A row of a list of items. */
export function itemRow(item: Revision, context: RowContext, group: string): ItemRow {
  const { snapshot, history, owners } = context;
  const facts = factsOf(snapshot).get(item.id);
  const event = item.kind === 'event' ? item.content : null;
  const watch = context.watches.get(item.id);
  return {
    ...mentionOf(item),
    version: versionText(item.version),
    owner: item.content.owner ? { ...item.content.owner, name: owners.nameOf(item.content.owner) } : null,
    stage: event?.stage ?? null,
    category: event?.category ?? '',
    tags: [...item.content.tags],
    action: event?.action ?? '',
    sources: (event?.sources ?? []).flatMap((id) => {
      const source = snapshot.items.get(id);
      return source?.kind === 'source' ? [{ id, name: source.name, runtime: source.content.runtime }] : [];
    }),
    type: typeWords(item),
    scope: item.kind === 'property' ? item.content.scope : '',
    dataClass: item.kind === 'property' ? item.content.dataClass.class : loudestClass(facts?.classes ?? []),
    group,
    users: facts?.users ?? 0,
    consumers: facts?.consumers ?? 0,
    propertyCount: (facts?.properties.length ?? 0) / 2,
    reviewBy: item.content.reviewBy,
    changed: releaseRef(item.fromRelease, history),
    lastMeaningChange: releaseRef(history.meaningChangedIn.get(item.id), history),
    watchers: watch?.watchers ?? 0,
    watching: watch?.watching ?? false,
  };
}

/** A release with its moment, when it is known. */
export function releaseRef(number: number | undefined, history: PlanHistory): { number: number; at: string } | null {
  const at = number === undefined ? undefined : history.releasedAt.get(number);
  return number === undefined || !at ? null : { number, at: at.toISOString() };
}

/** What a property, consumer, source or destination is of, in words. */
export function typeWords(item: Revision): string {
  switch (item.kind) {
    case 'property':
      return typeInWords(item.content.type);
    case 'consumer':
      return item.content.type;
    case 'source':
      return [item.content.platform, item.content.runtime].filter((word) => word !== '').join(', ');
    case 'destination':
      return item.content.service;
    default:
      return '';
  }
}

function loudestClass(classes: readonly string[]): string {
  return ['sensitive', 'personal', 'undeclared'].find((one) => classes.includes(one)) ?? '';
}
