import { canonicalJson } from '../../kit/canonical';

/** Types without inner structure. `any` says that nobody stated the type; `null` stands inside unions only and makes them nullable. */
export const scalarTypes = ['string', 'integer', 'number', 'boolean', 'timestamp', 'date'] as const;
export type ScalarType = (typeof scalarTypes)[number];

export type PropertyType =
  | { type: ScalarType | 'any' | 'null' }
  | { type: 'object'; open: boolean; fields: ObjectField[] }
  | { type: 'array'; items: PropertyType }
  | { type: 'union'; of: PropertyType[] };

export interface ObjectField {
  name: string;
  type: PropertyType;
  required: boolean;
  meaning: string;
}

/** The members of a union, or the type itself as the only one. */
export function alternatives(type: PropertyType): readonly PropertyType[] {
  return type.type === 'union' ? type.of : [type];
}

/** Whether a value may be `null`. */
export function isNullable(type: PropertyType): boolean {
  return alternatives(type).some((member) => member.type === 'null');
}

/** The same type with `null` allowed or not. */
export function withNullable(type: PropertyType, nullable: boolean): PropertyType {
  const rest = alternatives(type).filter((member) => member.type !== 'null');
  const members: PropertyType[] = nullable ? [...rest, { type: 'null' }] : rest;
  const [only] = members;
  return members.length === 1 && only ? only : { type: 'union', of: members };
}

/** The type with the fields of objects by name and the members of unions in one order, `null` last, since neither order means anything. */
export function canonicalType(type: PropertyType): PropertyType {
  if (type.type === 'array') return keptIfSame(type, { type: 'array', items: canonicalType(type.items) });
  if (type.type === 'object') {
    const fields = type.fields.map((field) => ({ ...field, type: canonicalType(field.type) }));
    return keptIfSame(type, {
      ...type,
      fields: fields.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
    });
  }
  if (type.type !== 'union') return type;
  const members = new Map(
    type.of.map(canonicalType).map((member) => [member.type === 'null' ? '~' : canonicalJson(member), member]),
  );
  const of = [...members.keys()]
    .sort((a, b) => (a === b ? 0 : a === '~' || (b !== '~' && a > b) ? 1 : -1))
    .flatMap((key) => members.get(key) ?? []);
  const [only] = of;
  return of.length === 1 && only ? only : keptIfSame(type, { type: 'union', of });
}

function keptIfSame(type: PropertyType, canonical: PropertyType): PropertyType {
  return JSON.stringify(type) === JSON.stringify(canonical) ? type : canonical;
}

/** The type in the words of a person: "text", "list of whole numbers", "text or nothing". */
export function typeInWords(type: PropertyType): string {
  switch (type.type) {
    case 'object':
      return type.fields.length === 0 ? 'object' : `object with ${type.fields.map((field) => field.name).join(', ')}`;
    case 'array':
      return `list of ${typeInWords(type.items)}`;
    case 'union':
      return type.of.map(typeInWords).join(' or ');
    case 'any':
      return 'any type';
    default:
      return type.type;
  }
}
