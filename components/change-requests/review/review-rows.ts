import type { Tone } from '@/components/shared/change-glyph';
import type { ChangeRequestView, ChangeRow, DifferenceView } from '@/lib/contracts/change-requests';

/** Where the reader stands: an item, or a field of it. */
export interface Cursor {
  readonly itemId: string;
  readonly field: string | null;
}

/** A row of the tree: a changed item, or one of its changed fields. */
export type TreeRow =
  | { readonly type: 'item'; readonly key: string; readonly change: ChangeRow }
  | {
      readonly type: 'field';
      readonly key: string;
      readonly change: ChangeRow;
      readonly field: ChangeRow['fields'][number];
    };

/** Up to this many rows the tree shows every field; beyond, only those of the item being read. */
const mostOpenRows = 80;

/** Whether a change alters what an item means or breaks somebody. */
export function isLoud(change: Pick<ChangeRow, 'significances'>): boolean {
  return change.significances.includes('meaning') || change.significances.includes('breaking');
}

/** The changes to show: all, only those that matter, only those edited since. */
export function shownChanges(
  changes: readonly ChangeRow[],
  filter: { readonly loudOnly: boolean; readonly only: ReadonlySet<string> | null },
): readonly ChangeRow[] {
  if (!filter.loudOnly && !filter.only) return changes;
  return changes.filter(
    (change) => (!filter.loudOnly || isLoud(change)) && (!filter.only || filter.only.has(change.itemId)),
  );
}

/** The rows of the tree, items with their fields below them. */
export function treeRows(changes: readonly ChangeRow[], openId: string | null): TreeRow[] {
  const total = changes.reduce((sum, change) => sum + 1 + change.fields.length, 0);
  return changes.flatMap((change): TreeRow[] => {
    const item: TreeRow = { type: 'item', key: change.itemId, change };
    if (total > mostOpenRows && change.itemId !== openId) return [item];
    return [
      item,
      ...change.fields.map(
        (field): TreeRow => ({
          type: 'field',
          key: rowId({ itemId: change.itemId, field: field.field }),
          change,
          field,
        }),
      ),
    ];
  });
}

/** Where `n` and `p` halt: at every changed field, and once at an item that is folded away. */
export function stopsIn(changes: readonly ChangeRow[], isFolded: (change: ChangeRow) => boolean): Cursor[] {
  return changes.flatMap((change): Cursor[] =>
    isFolded(change) || change.fields.length === 0
      ? [{ itemId: change.itemId, field: null }]
      : change.fields.map(({ field }) => ({ itemId: change.itemId, field })),
  );
}

/** The next place to halt from where the reader stands; the last one again at the end. */
export function stepFrom(stops: readonly Cursor[], from: Cursor | null, by: 1 | -1): Cursor | undefined {
  if (!from) return by === 1 ? stops[0] : stops.at(-1);
  const exact = stops.findIndex(
    (stop) => stop.itemId === from.itemId && (stop.field === from.field || stop.field === null),
  );
  if (exact >= 0) return stops[Math.max(0, Math.min(stops.length - 1, exact + by))];
  // Standing on the item itself: its first field is next, and what lies before it is previous.
  const first = stops.findIndex((stop) => stop.itemId === from.itemId);
  if (first < 0) return stops[0];
  return stops[Math.max(0, by === 1 ? first : first - 1)];
}

/** The element's id of an item's card, or of a field in it. */
export function rowId(cursor: Cursor): string {
  return cursor.field === null ? `change-${cursor.itemId}` : `change-${cursor.itemId}-${cursor.field}`;
}

/** The differences of one field, in the order in which they came. */
export interface DifferenceGroup {
  readonly field: string | null;
  readonly differences: readonly DifferenceView[];
}

/** The differences of an item, field by field; what concerns the item as a whole comes first. */
export function groupsOf(differences: readonly DifferenceView[]): DifferenceGroup[] {
  const groups = new Map<string | null, DifferenceView[]>();
  for (const difference of differences) {
    const list = groups.get(difference.field);
    if (list) list.push(difference);
    else groups.set(difference.field, [difference]);
  }
  return [...groups].map(([field, list]) => ({ field, differences: list }));
}

/** The tone of a changed item: what happened to it, or how loud an edit of it is. */
export function toneOfChange(change: Pick<ChangeRow, 'operation' | 'significance'>): Tone {
  if (change.operation !== 'changed') return change.operation;
  return toneOfSignificance(change.significance);
}

/** The tone of a changed field. */
export function toneOfSignificance(significance: ChangeRow['significance']): Tone {
  if (significance === 'meaning' || significance === 'breaking') return significance;
  return significance === 'additive' ? 'added' : 'changed';
}

const kindsWithCode: readonly ChangeRow['kind'][] = ['event', 'property', 'property-group', 'source'];

/** Whether schemas or calls may follow from a change, so that it is read as code too. */
export function hasCode(change: Pick<ChangeRow, 'kind'>): boolean {
  return kindsWithCode.includes(change.kind);
}

/** A guess of a card's height before its differences are there, in pixels. */
export function estimatedHeight(change: ChangeRow, isFolded: boolean): number {
  return isFolded ? 64 : 84 + (hasCode(change) ? 44 : 0) + Math.max(1, change.fields.length) * 108;
}

/** Why a move cannot be made now, or undefined when it can. */
export function whyNot(view: Pick<ChangeRequestView, 'moves'>, move: string): string | undefined {
  const found = view.moves.find((one) => one.move === move);
  if (!found) return 'Your role does not allow this.';
  return found.enabled ? undefined : (found.whyNot ?? 'This cannot be done now.');
}
