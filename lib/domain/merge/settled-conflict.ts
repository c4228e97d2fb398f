import { describeDifference } from '../diff/describe';
import { diffItems } from '../diff/diff-items';
import { type Names, valueInWords } from '../diff/words';
import { fieldValue, type Item, qualifiedName } from '../plan/item';
import type { ItemKind } from '../plan/kinds/define';
import { fieldOf, kinds } from '../plan/kinds/list';
import type { Choice, Conflict } from './conflict';

type FieldLike = Extract<Conflict, { type: 'field' | 'rename-rename' }>;

/** What each side said where they clashed, and what was made of it: texts as they were on the day, for the activity. */
export interface SettledConflict {
  readonly itemId: string;
  readonly name: string;
  readonly label: string;
  readonly take: Choice['take'];
  /** Null where that side said nothing, or removed it. */
  readonly base: string | null;
  readonly theirs: string | null;
  readonly yours: string | null;
  readonly result: string | null;
}

/** What the place of a conflict is called: the field, or the member of it and its part. */
export function placeLabel(kind: ItemKind, conflict: FieldLike, names: Names): string {
  const { itemId, field, member, part, base, theirs, yours } = conflict;
  const about = { itemId, kind, field };
  if (member === null) return fieldOf(kind, field)?.label ?? field;
  if (part !== null)
    return describeDifference({ ...about, type: 'member-changed', member, part, before: base, after: yours }, names)
      .label;
  return describeDifference({ ...about, type: 'member-added', member, after: yours ?? theirs ?? base }, names).label;
}

/** Keeps what both sides of a conflict said, whichever was taken. `item` is the item as either side has it. */
export function settledConflicts(conflict: Conflict, choice: Choice, item: Item, names: Names): SettledConflict[] {
  const about = { itemId: conflict.itemId, name: qualifiedName(item), take: choice.take };
  const label = kinds[item.kind].label;
  const settled = (part: Pick<SettledConflict, 'label' | 'base' | 'theirs' | 'yours'>, written: unknown = null) => ({
    ...about,
    ...part,
    result: choice.take === 'written' ? saying(written) : part[choice.take],
  });
  /** One for each field that differs between two states of the item. */
  const whole = (before: Item, after: Item, sides: (was: string | null, is: string | null) => Sides) =>
    diffItems(before, after).map((difference) => {
      const { label: place, before: was, after: is, sentence } = describeDifference(difference, names);
      return settled({ label: place, ...sides(was ?? null, is ?? (was === undefined ? sentence : null)) });
    });
  switch (conflict.type) {
    case 'field':
    case 'rename-rename': {
      const say = (value: unknown) => sayAt(item.kind, conflict, value, names);
      const sides = { base: say(conflict.base), theirs: say(conflict.theirs), yours: say(conflict.yours) };
      const at = { label: placeLabel(item.kind, conflict, names), ...sides };
      return [settled(at, choice.take === 'written' ? say(choice.value) : null)];
    }
    case 'edit-delete':
      return whole(conflict.base, conflict.yours, (base, yours) => ({ base, theirs: null, yours }));
    case 'delete-edit':
      return whole(conflict.base, conflict.theirs, (base, theirs) => ({ base, theirs, yours: null }));
    case 'both-created':
      return whole(conflict.theirs, conflict.yours, (theirs, yours) => ({ base: null, theirs, yours }));
    case 'name-taken': {
      const written = choice.take === 'written' ? choice.value : null;
      return [settled({ label: 'Name', base: null, theirs: null, yours: conflict.name }, written)];
    }
    case 'reference-removed': {
      const pointed = qualifiedName(conflict.missing);
      const place = fieldOf(item.kind, conflict.field)?.label ?? conflict.field;
      return [settled({ label: place, base: pointed, theirs: null, yours: pointed })];
    }
    case 'removed-in-use':
      return [settled({ label, base: null, theirs: `Used by ${conflict.usedByName}`, yours: 'Removed' })];
    case 'source-of-truth': {
      const yours = saying(valueInWords('sourceOfTruth', fieldValue(item, 'sourceOfTruth'), names));
      const written = choice.take === 'written' ? valueInWords('sourceOfTruth', choice.value, names) : null;
      const place = fieldOf(item.kind, 'sourceOfTruth')?.label ?? label;
      return [settled({ label: place, base: null, theirs: null, yours }, written)];
    }
  }
}

type Sides = Pick<SettledConflict, 'base' | 'theirs' | 'yours'>;

/** All that one side says at the place of a conflict: a text, or a member with its parts. */
function sayAt(kind: ItemKind, { itemId, field, member, part }: FieldLike, value: unknown, names: Names) {
  if (member === null || part !== null || value === null || value === undefined)
    return valueInWords(part ?? field, value, names) ?? null;
  const added = describeDifference({ itemId, kind, field, type: 'member-added', member, after: value }, names);
  return added.after ?? added.sentence;
}

function saying(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
