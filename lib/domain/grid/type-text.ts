import { canonicalJson } from '../../kit/canonical';
import { err, ok, type Result } from '../../kit/result';
import { canonicalType, type ObjectField, type PropertyType, scalarTypes } from '../plan/property-type';
import { closest, shortened } from './choices';
import { type CellFault, fault } from './fault';

const words = [...scalarTypes, 'any', 'null'] as const;
const synonyms: Readonly<Record<string, PropertyType>> = {
  text: { type: 'string' },
  int: { type: 'integer' },
  float: { type: 'number' },
  double: { type: 'number' },
  bool: { type: 'boolean' },
  datetime: { type: 'timestamp' },
  nothing: { type: 'null' },
  object: { type: 'object', open: true, fields: [] },
};

/** What types a cell offers. */
export const typeOffers: readonly string[] = [...scalarTypes, 'list of string', 'string or null', 'object'];

/** A type as one writes it: `string`, `list of integer`, `string or null`; one with named fields as JSON. */
export function formatType(type: PropertyType): string {
  const short = shortText(type);
  const read = short === undefined ? undefined : readType(short);
  return short !== undefined && read && canonicalJson(read) === canonicalJson(type) ? short : canonicalJson(type);
}

/** The type that a text says. */
export function parseType(text: string): Result<PropertyType, CellFault> {
  const written = text.trim();
  if (written === '') return ok({ type: 'any' });
  const type = written.startsWith('{') ? readJson(written) : readType(written);
  if (type) return ok(type);
  return err(fault(`“${shortened(written)}” is no type.`, closest(written, typeOffers)));
}

function shortText(type: PropertyType): string | undefined {
  switch (type.type) {
    case 'object':
      return type.open && type.fields.length === 0 ? 'object' : undefined;
    case 'array': {
      const items = shortText(type.items);
      return items === undefined || type.items.type === 'union' ? undefined : `list of ${items}`;
    }
    case 'union': {
      const members = type.of.map(shortText);
      return members.includes(undefined) ? undefined : members.join(' or ');
    }
    default:
      return type.type;
  }
}

function readType(text: string): PropertyType | undefined {
  const members = text.split(/\s+or\s+|\s*\|\s*/u).map(readMember);
  const of: PropertyType[] = [];
  for (const member of members) {
    if (!member) return undefined;
    of.push(member);
  }
  const [only] = of;
  if (of.length === 1) return only;
  return canonicalType({ type: 'union', of });
}

function readMember(text: string): PropertyType | undefined {
  const folded = text.trim().toLowerCase();
  const list = /^(?:list|array) of (.+)$/u.exec(folded) ?? /^(.+)\[\]$/u.exec(folded);
  if (list) {
    const items = readMember(list[1] ?? '');
    return items && { type: 'array', items };
  }
  const word = words.find((one) => one === folded);
  return word ? { type: word } : Object.hasOwn(synonyms, folded) ? synonyms[folded] : undefined;
}

function readJson(text: string): PropertyType | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return isType(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

function isType(value: unknown): value is PropertyType {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  if (value.type === 'array') return 'items' in value && isType(value.items);
  if (value.type === 'union') return 'of' in value && Array.isArray(value.of) && value.of.every(isType);
  if (value.type === 'object')
    return (
      'open' in value &&
      typeof value.open === 'boolean' &&
      'fields' in value &&
      Array.isArray(value.fields) &&
      value.fields.every(isField)
    );
  return words.some((word) => word === value.type);
}

function isField(value: unknown): value is ObjectField {
  if (typeof value !== 'object' || value === null) return false;
  const { name, type, required, meaning } = value as Record<string, unknown>;
  return typeof name === 'string' && isType(type) && typeof required === 'boolean' && typeof meaning === 'string';
}
