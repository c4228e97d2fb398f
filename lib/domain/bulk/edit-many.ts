import { sameJson } from '../../kit/canonical';
import { itemOf } from '../merge/changes-between';
import { fieldValue, type Item, withField } from '../plan/item';
import type { Json } from '../plan/parts';
import type { PropertyUse } from '../plan/property-use';
import { itemByName, type Snapshot } from '../plan/snapshot';

type Values = Readonly<Record<string, Json>>;

/** Edits of fields of one item, and of parts of its property uses; `expected` is what the editor saw in each of them. */
export interface ItemEdit {
  readonly itemId: string;
  readonly fields: Values;
  readonly expected: Values;
  readonly uses: readonly { readonly propertyId: string; readonly parts: Values; readonly expected: Values }[];
}

/** Why one value was not taken; the others are. `moved`: somebody else wrote another one meanwhile. */
export interface RefusedValue {
  readonly itemId: string;
  readonly propertyId: string | null;
  readonly field: string;
  readonly code: 'moved' | 'invalid' | 'gone';
  readonly words: string;
  readonly theirs: Json;
}

/** What is wrong with an item, by path. */
export type CheckItem = (
  item: Item,
) => { readonly item: Item } | { readonly errors: readonly { readonly path: string; readonly message: string }[] };

export interface EditedMany {
  /** Items as they shall be, without those that say what they said. */
  readonly items: readonly Item[];
  readonly refused: readonly RefusedValue[];
}

/** Makes many edits at once: each value is taken or refused for itself, and a refused one never keeps another from being taken. */
export function editMany(plan: Snapshot, edits: readonly ItemEdit[], check: CheckItem): EditedMany {
  const items: Item[] = [];
  const refused: RefusedValue[] = [];
  for (const edit of edits) {
    const before = plan.items.get(edit.itemId);
    if (!before) {
      refused.push(...allGone(edit));
      continue;
    }
    const item = itemOf(before);
    const values = pending(edit).filter((value) => {
      const against = refusalOf(item, value) ?? nameTaken(plan, item, value);
      if (against) refused.push(against);
      return !against;
    });
    const after = taken(item, values, check, refused);
    if (after !== item) items.push(after);
  }
  return { items, refused };
}

interface Value {
  readonly itemId: string;
  readonly propertyId: string | null;
  readonly field: string;
  readonly value: Json;
  readonly expected: Json | undefined;
}

function pending({ itemId, fields, expected, uses }: ItemEdit): Value[] {
  const valuesOf = (propertyId: string | null, values: Values, seen: Values) =>
    Object.entries(values).map(([field, value]) => ({ itemId, propertyId, field, value, expected: seen[field] }));
  return [
    ...valuesOf(null, fields, expected),
    ...uses.flatMap((use) => valuesOf(use.propertyId, use.parts, use.expected)),
  ];
}

function allGone(edit: ItemEdit): RefusedValue[] {
  const words = 'It is gone: somebody removed it meanwhile.';
  return pending(edit).map(({ itemId, propertyId, field }) => ({
    ...{ itemId, propertyId, field, words },
    code: 'gone',
    theirs: null,
  }));
}

function usesIn(item: Item): readonly PropertyUse[] {
  return item.kind === 'event' || item.kind === 'property-group' ? item.content.properties : [];
}

/** What the item says where a value is to stand; nothing when it has no such place. */
function valueNow(item: Item, { propertyId, field }: Value): { readonly value: Json } | undefined {
  const use = propertyId === null ? undefined : usesIn(item).find((one) => one.propertyId === propertyId);
  if (propertyId !== null && !use) return undefined;
  const value = use ? (use as unknown as Values)[field] : (fieldValue(item, field) as Json | undefined);
  return value === undefined ? undefined : { value };
}

function refusalOf(item: Item, one: Value): RefusedValue | undefined {
  const { itemId, propertyId, field, value, expected } = one;
  const place = { itemId, propertyId, field };
  const now = valueNow(item, one);
  if (!now) {
    const isUse = propertyId !== null && !usesIn(item).some((use) => use.propertyId === propertyId);
    return isUse
      ? { ...place, code: 'gone', words: 'It no longer carries this property.', theirs: null }
      : { ...place, code: 'invalid', words: 'It has no such field.', theirs: null };
  }
  if (expected === undefined || sameJson(now.value, expected) || sameJson(now.value, value)) return undefined;
  return { ...place, code: 'moved', words: 'Somebody else changed it meanwhile.', theirs: now.value };
}

function nameTaken(plan: Snapshot, item: Item, { itemId, propertyId, field, value }: Value): RefusedValue | undefined {
  if (propertyId !== null || field !== 'name' || typeof value !== 'string') return undefined;
  const other = itemByName(plan, item.kind, item.namespace, value);
  if (!other || other.id === itemId) return undefined;
  return { itemId, propertyId, field, code: 'invalid', words: `“${other.name}” exists already.`, theirs: null };
}

function withValue(item: Item, { propertyId, field, value }: Value): Item {
  if (propertyId === null) return withField(item, field, value);
  const uses = usesIn(item).map((use) => (use.propertyId === propertyId ? { ...use, [field]: value } : use));
  return withField(item, 'properties', uses);
}

/** The item with every value that it can have; the others are refused one by one. */
function taken(item: Item, values: readonly Value[], check: CheckItem, refused: RefusedValue[]): Item {
  let wanted = values.filter((one) => !sameJson(valueNow(item, one)?.value, one.value));
  while (wanted.length > 0) {
    const checked = check(wanted.reduce(withValue, item));
    if ('item' in checked) return checked.item;
    const bad = wanted.filter((one) => checked.errors.some((error) => isAbout(item, one, error.path)));
    // What is wrong lies in no one value: none is taken, and the sentence stands with each.
    const out = new Set(bad.length > 0 ? bad : wanted);
    for (const one of out) {
      const error = checked.errors.find(({ path }) => isAbout(item, one, path)) ?? checked.errors[0];
      const { itemId, propertyId, field } = one;
      refused.push({ itemId, propertyId, field, code: 'invalid', words: error?.message ?? '', theirs: null });
    }
    wanted = wanted.filter((one) => !out.has(one));
  }
  return item;
}

function isAbout(item: Item, { propertyId, field }: Value, path: string): boolean {
  const [first, second, third, fourth] = path.split('.');
  if (propertyId === null) return (first === 'content' ? second : first) === field;
  return second === 'properties' && usesIn(item)[Number(third)]?.propertyId === propertyId && fourth === field;
}
