import type { Revision } from '../plan/item';
import type { Scalar } from '../plan/parts';
import type { Presence } from '../plan/property-use';
import { itemsOfKind, type Snapshot } from '../plan/snapshot';
import { resolvedUses } from './resolved-uses';

/** One event as the code of a source must send it. */
export interface CodedEvent {
  readonly event: Revision<'event'>;
  /** `send`: it must be in the code. `remove`: it is retired and must go. */
  readonly duty: 'send' | 'remove';
  readonly isSourceOfTruth: boolean;
  readonly properties: readonly CodedProperty[];
  /** Every item whose change the code must follow: the event, what it carries, and the groups that bring it. */
  readonly dependsOn: readonly string[];
}

/** A property as this very source sends it. */
export interface CodedProperty {
  readonly property: Revision<'property'>;
  /** As it is here, which may differ from the other sources. */
  readonly presence: Presence;
  readonly differsHere: boolean;
  readonly values: readonly Scalar[] | null;
  readonly note: string;
}

/** What must be in the code of a source, by the names of the events; what it never sends is left out. */
export function sourceCode(snapshot: Snapshot, sourceId: string): CodedEvent[] {
  return itemsOfKind(snapshot, 'event').flatMap((event) => {
    const { sources, sourceOfTruth, groups, lifecycle } = event.content;
    if (!sources.includes(sourceId)) return [];
    const uses = resolvedUses(snapshot, event);
    return [
      {
        event,
        duty: lifecycle.state === 'retired' ? ('remove' as const) : ('send' as const),
        isSourceOfTruth: sourceOfTruth === sourceId,
        properties: uses.flatMap(({ use, property }): CodedProperty[] => {
          const here = use.perSource.find((one) => one.sourceId === sourceId);
          const presence = here?.presence ?? use.presence;
          if (presence.kind === 'never') return [];
          const values = use.pinned
            ? [use.pinned.value]
            : (use.allowedValues ?? property.content.allowedValues?.map(({ value }) => value) ?? null);
          const note = [use.note, here?.note ?? ''].filter((text) => text.trim() !== '').join(' ');
          return [{ property, presence, differsHere: here !== undefined, values, note }];
        }),
        dependsOn: [event.id, ...groups, ...uses.map(({ property }) => property.id)],
      },
    ];
  });
}
