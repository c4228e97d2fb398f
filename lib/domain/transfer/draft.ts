import type { ItemKind } from '../plan/kinds/define';
import type { EventContent } from '../plan/kinds/event-content';
import type { Lifecycle, Link, Scalar } from '../plan/parts';
import type { PropertyType } from '../plan/property-type';
import type { Presence } from '../plan/property-use';

/** What a file says, before anyone asked what the plan already has. */
export interface Draft {
  /** Events as rows tell them: names in place of ids, silence where a cell is empty. */
  readonly events: readonly DraftEvent[];
  /** Items told completely, with the ids they have where they come from. */
  readonly items: readonly DraftItem[];
  readonly rowCount: number;
}

/** An event as rows tell it; a member that is absent was not said. */
export interface DraftEvent {
  /** The value that tells events of one name apart, and the column it stands in. */
  readonly key: { readonly column: string; readonly value: string } | null;
  namespace: string | null;
  readonly name: string;
  readonly rows: readonly number[];
  readonly fields: Partial<
    Pick<
      EventContent,
      'displayName' | 'meaning' | 'firesWhen' | 'doesNotCount' | 'purpose' | 'category' | 'stage' | 'action' | 'tags'
    >
  >;
  readonly state: Lifecycle['state'] | null;
  readonly owner: string | null;
  readonly sources: readonly string[];
  readonly links: readonly Link[];
  readonly extras: ReadonlyMap<string, string>;
  readonly uses: readonly DraftUse[];
}

/** A property in an event as a row tells it. */
export interface DraftUse {
  readonly row: number;
  readonly name: string;
  readonly type: PropertyType | null;
  readonly values: readonly string[];
  readonly presence: Presence | null;
  readonly meaning: string;
  readonly examples: readonly Scalar[];
}

/** An item told completely. */
export interface DraftItem {
  readonly row: number;
  readonly kind: ItemKind;
  readonly id: string;
  readonly namespace: string | null;
  readonly name: string;
  /** As the file has it; checked by the kind's schema when it becomes a change. */
  readonly content: Readonly<Record<string, unknown>>;
  /** The owner's name as the row shows it. */
  readonly owner: string;
  /** Names of sources, where the row no longer says what the content does. */
  readonly sources: readonly string[] | null;
}
