import type { PropertyType, ScalarType } from '../plan/property-type';

/** A type in one cell: `string`, `string|null`, `integer[]`, `object`. Fields of objects are not in it. */
export function typeText(type: PropertyType): string {
  switch (type.type) {
    case 'array': {
      const inner = typeText(type.items);
      return inner === 'any' ? 'array' : inner.includes('|') ? `(${inner})[]` : `${inner}[]`;
    }
    case 'union':
      return type.of.map(typeText).join('|');
    default:
      return type.type;
  }
}

const words: Record<ScalarType | 'any' | 'null', readonly string[]> = {
  string: [
    'string',
    'str',
    'text',
    'varchar',
    'char',
    'character',
    'nvarchar',
    'enum',
    'uuid',
    'guid',
    'url',
    'uri',
    'email',
  ],
  integer: [
    'integer',
    'int',
    'long',
    'short',
    'bigint',
    'smallint',
    'int32',
    'int64',
    'uint',
    'uint32',
    'uint64',
    'whole number',
  ],
  number: ['number', 'num', 'float', 'double', 'decimal', 'numeric', 'real', 'float32', 'float64'],
  boolean: ['boolean', 'bool', 'true/false', 'yes/no', 'flag'],
  timestamp: [
    'timestamp',
    'datetime',
    'date-time',
    'date time',
    'date/time',
    'timestamptz',
    'iso 8601 date string',
    'iso8601',
  ],
  date: ['date', 'day'],
  any: ['any', 'mixed', 'variant'],
  null: ['null', 'nil', 'none'],
};

const scalars = new Map(
  Object.entries(words).flatMap(([type, texts]) => texts.map((text) => [text, type as ScalarType | 'any' | 'null'])),
);
const objects = new Set(['object', 'json', 'map', 'record', 'dict', 'dictionary', 'struct', 'hash']);
const arrays = new Set(['array', 'list']);

/** The type a text names in the words of common formats; nothing when it is not one of them. */
export function parseType(text: string): PropertyType | undefined {
  const wanted = text.trim().toLowerCase();
  const scalar = scalars.get(wanted);
  if (scalar) return scalar === 'null' ? undefined : { type: scalar };
  if (objects.has(wanted)) return { type: 'object', open: true, fields: [] };
  if (arrays.has(wanted)) return { type: 'array', items: { type: 'any' } };
  return parseArray(wanted) ?? parseUnion(wanted);
}

function parseArray(text: string): PropertyType | undefined {
  const inner =
    /^\((.+)\)\[\]$/u.exec(text)?.[1] ??
    /^([^|,()]+)\[\]$/u.exec(text)?.[1] ??
    /^(?:array|list)(?:\s*of\s+|\s*[<[(])([^|,]+?)[>\])]?s?$/u.exec(text)?.[1];
  const items = inner === undefined ? undefined : parseType(inner);
  return items && { type: 'array', items };
}

function parseUnion(text: string): PropertyType | undefined {
  const parts = splitTop(text);
  if (parts.length < 2) return undefined;
  const of = new Map<string, PropertyType>();
  for (const part of parts) {
    const type = scalars.get(part) === 'null' ? ({ type: 'null' } as const) : parseType(part);
    if (!type) return undefined;
    of.set(typeText(type), type);
  }
  // Nothing is left to say once any type will do; `null` comes last, so that one type is written one way.
  if (of.has('any')) return { type: 'any' };
  const members = [...of.values()].sort((a, b) => Number(a.type === 'null') - Number(b.type === 'null'));
  const [only] = members;
  return members.length === 1 && only ? only : { type: 'union', of: members };
}

function splitTop(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const char of text.replace(/\s+or\s+/gu, '|')) {
    if ('([<'.includes(char)) depth += 1;
    else if (')]>'.includes(char)) depth -= 1;
    if (depth === 0 && (char === '|' || char === ',')) {
      parts.push(part.trim());
      part = '';
    } else part += char;
  }
  parts.push(part.trim());
  return parts.filter((member) => member !== '');
}
