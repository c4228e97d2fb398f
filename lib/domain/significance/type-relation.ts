import { alternatives, type PropertyType } from '../plan/property-type';

/** Types whose values are all values of another one: a whole number is a number; a point in time and a day travel as text. */
const within: Readonly<Record<string, readonly string[]>> = {
  integer: ['number'],
  timestamp: ['string'],
  date: ['string'],
};

/** Whether every value of `inner` is a value of `outer`. */
export function isWithin(inner: PropertyType, outer: PropertyType): boolean {
  if (outer.type === 'any') return true;
  if (inner.type === 'any') return false;
  if (inner.type === 'union' || outer.type === 'union') {
    return alternatives(inner).every((one) => alternatives(outer).some((other) => isSingleWithin(one, other)));
  }
  return isSingleWithin(inner, outer);
}

function isSingleWithin(inner: PropertyType, outer: PropertyType): boolean {
  if (outer.type === 'any') return true;
  if (inner.type === 'array' && outer.type === 'array') return isWithin(inner.items, outer.items);
  if (inner.type === 'object' && outer.type === 'object') return isObjectWithin(inner, outer);
  return inner.type === outer.type || (within[inner.type] ?? []).includes(outer.type);
}

type ObjectType = Extract<PropertyType, { type: 'object' }>;

function isObjectWithin(inner: ObjectType, outer: ObjectType): boolean {
  if (inner.open && !outer.open) return false;
  const fields = new Map(inner.fields.map((field) => [field.name, field]));
  for (const field of outer.fields) {
    const own = fields.get(field.name);
    // A new optional field of an open object is taken as compatible: nobody sent another thing under that name.
    if (!own) {
      if (field.required) return false;
    } else if ((field.required && !own.required) || !isWithin(own.type, field.type)) return false;
  }
  const known = new Set(outer.fields.map((field) => field.name));
  return outer.open || inner.fields.every((field) => known.has(field.name));
}
