import { sameJson } from '../../kit/canonical';
import {
  alternatives,
  canonicalType,
  isNullable,
  type ObjectField,
  type PropertyType,
  typeInWords,
} from '../plan/property-type';
import type { Effect } from './classified';
import { additive, breaking, editorial, proseMeaning } from './effects';
import { isFormattingOnly } from './formatting';
import { isWithin } from './type-relation';

type ObjectType = Extract<PropertyType, { type: 'object' }>;

/**
 * What a change of type does, part by part: a narrower type asks something of senders, a wider one changes nothing that
 * exists, one that replaces the other does both, and a field that is gone or may be missing reaches readers.
 * @param path the words for what has the type, "'type'" or "field 'address.city'"
 */
export function typeEffects(before: PropertyType, after: PropertyType, path: string): Effect[] {
  const was = canonicalType(before);
  const is = canonicalType(after);
  if (sameJson(was, is)) return [];
  const effects: Effect[] = [];
  if (was.type !== 'any' && is.type !== 'any') {
    if (!isNullable(was) && isNullable(is)) effects.push(additive(`${path} may now be null`));
    if (isNullable(was) && !isNullable(is)) effects.push(breaking('senders', `${path} may no longer be null`));
  }
  return [...effects, ...alternativesEffects(solid(was), solid(is), path)];
}

function alternativesEffects(before: readonly PropertyType[], after: readonly PropertyType[], path: string): Effect[] {
  const was = before.filter((one) => !after.some((other) => sameJson(one, other)));
  const is = after.filter((one) => !before.some((other) => sameJson(one, other)));
  const effects: Effect[] = [];
  const [wasObject, isObject] = [pickOnly(was, 'object'), pickOnly(is, 'object')];
  const [wasList, isList] = [pickOnly(was, 'array'), pickOnly(is, 'array')];
  if (wasObject && isObject) effects.push(...objectEffects(wasObject, isObject, path));
  if (wasList && isList)
    effects.push(
      ...typeEffects(
        wasList.items,
        isList.items,
        path === "'type'" ? "'type' of the list's members" : `members of ${path}`,
      ),
    );
  const paired = new Set<PropertyType | undefined>([
    ...(wasObject && isObject ? [wasObject, isObject] : []),
    ...(wasList && isList ? [wasList, isList] : []),
  ]);
  const lost = was.filter((one) => !paired.has(one) && !after.some((other) => isWithin(one, other)));
  const gained = is.filter((one) => !paired.has(one) && !before.some((other) => isWithin(one, other)));
  const sentence = `${path} is now ${words(after)}; was ${words(before)}`;
  if (lost.length > 0) effects.push(breaking(gained.length > 0 ? 'both' : 'senders', sentence));
  else if (gained.length > 0) effects.push(additive(sentence));
  // What is left is said twice, `integer` beside `number`: the values are the same.
  return effects.length > 0 || (was.length === 0 && is.length === 0) ? effects : [editorial(sentence)];
}

function objectEffects(before: ObjectType, after: ObjectType, path: string): Effect[] {
  const effects: Effect[] = [];
  const inner = (name: string) =>
    path === "'type'"
      ? `field '${name}'`
      : path.startsWith("field '")
        ? `${path.slice(0, -1)}.${name}'`
        : `field '${name}' of ${path}`;
  if (before.open && !after.open)
    effects.push(breaking('senders', `${path} no longer takes fields that are not named`));
  if (!before.open && after.open) effects.push(additive(`${path} now takes fields that are not named`));
  const was = new Map(before.fields.map((field) => [field.name, field]));
  const is = new Map(after.fields.map((field) => [field.name, field]));
  for (const [name, field] of is) {
    const old = was.get(name);
    if (old) effects.push(...fieldEffects(old, field, inner(name)));
    else
      effects.push(
        field.required ? breaking('senders', `${inner(name)} is new and required`) : additive(`${inner(name)} is new`),
      );
  }
  for (const [name] of was) {
    // An open object still takes the value, so only those who read it lose something.
    if (!is.has(name)) effects.push(breaking(after.open ? 'readers' : 'both', `${inner(name)} was removed`));
  }
  return effects;
}

function fieldEffects(before: ObjectField, after: ObjectField, path: string): Effect[] {
  const effects = typeEffects(before.type, after.type, path);
  if (!before.required && after.required) effects.push(breaking('senders', `${path} is now required; was optional`));
  if (before.required && !after.required) effects.push(breaking('readers', `${path} is now optional; was required`));
  if (before.meaning !== after.meaning) {
    effects.push(
      isFormattingOnly(before.meaning, after.meaning)
        ? editorial(`only the spacing of the meaning of ${path} changed`)
        : proseMeaning(`the meaning of ${path} was edited`),
    );
  }
  return effects;
}

/** The alternatives beside `null`. */
function solid(type: PropertyType): readonly PropertyType[] {
  return alternatives(type).filter((member) => member.type !== 'null');
}

function pickOnly<T extends 'object' | 'array'>(
  types: readonly PropertyType[],
  type: T,
): Extract<PropertyType, { type: T }> | undefined {
  const found = types.filter((one): one is Extract<PropertyType, { type: T }> => one.type === type);
  return found.length === 1 ? found[0] : undefined;
}

function words(types: readonly PropertyType[]): string {
  return types.map(typeInWords).join(' or ') || 'null';
}
