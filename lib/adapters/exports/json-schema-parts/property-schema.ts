import type { Item } from '@/lib/domain/plan/item';
import { qualifiedName } from '@/lib/domain/plan/item';
import type { Json, Scalar } from '@/lib/domain/plan/parts';
import { alternatives, isNullable, type PropertyType, withNullable } from '@/lib/domain/plan/property-type';
import type { Loss } from '@/lib/domain/transfer/loss';

/** A schema as it is written; its members are set by key, so that no property name can reach a prototype. */
export type JsonSchema = { [key: string]: Json };

export type Dialect = '2020-12' | 'draft-07';

/** Formats that ajv-formats and most validators know. */
const knownFormats = new Set([
  'date',
  'time',
  'date-time',
  'iso-time',
  'iso-date-time',
  'duration',
  'uri',
  'uri-reference',
  'uri-template',
  'url',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'regex',
  'uuid',
  'json-pointer',
  'relative-json-pointer',
  'byte',
  'int32',
  'int64',
  'float',
  'double',
  'password',
  'binary',
]);
const numericFormats = new Set(['int32', 'int64', 'float', 'double']);

/** The schema of a property's values, with its constraints; what the dialect cannot say is reported. */
export function propertySchema(property: Item<'property'>, dialect: Dialect, report: (loss: Loss) => void): JsonSchema {
  const lose = (code: string, field: string, words: string) =>
    report({ code, words, itemId: property.id, name: qualifiedName(property), field });
  const { content } = property;
  const nullable = isNullable(content.type);
  const body = constrained(content.type, constraintsOf(property, lose));
  const values = content.allowedValues?.map((entry) => entry.value);
  const isList = withNullable(content.type, false).type === 'array';
  const schema: JsonSchema = { ...annotations(property, dialect), ...body };
  if (!values) return schema;
  for (const value of values) {
    if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
      lose('value.too-large', 'allowedValues', `${value} is larger than JSON readers keep exactly`);
    }
  }
  if (!isList) return { ...schema, enum: enumOf(values, nullable) };
  const items = schema.items;
  return {
    ...schema,
    items: { ...(typeof items === 'object' && !Array.isArray(items) ? items : {}), enum: enumOf(values, false) },
  };
}

/** Distinct values, and `null` where it may stand: an enum that leaves it out refuses it. */
export function enumOf(values: readonly Scalar[], nullable: boolean): Json[] {
  return [...new Set<Scalar | null>(nullable ? [...values, null] : values)];
}

function annotations(property: Item<'property'>, dialect: Dialect): JsonSchema {
  const { displayName, meaning, unit, examples, lifecycle, allowedValues } = property.content;
  const explained = (allowedValues ?? [])
    .filter((entry) => entry.meaning !== '')
    .map((entry) => `${JSON.stringify(entry.value)}: ${entry.meaning}`);
  const description = [meaning, unit ? `Unit: ${unit}` : '', ...explained].filter((text) => text !== '').join('\n');
  return {
    ...(displayName ? { title: displayName } : {}),
    ...(description ? { description } : {}),
    ...(examples.length > 0 ? { examples: [...examples] } : {}),
    ...(dialect === '2020-12' && lifecycle.state === 'deprecated' ? { deprecated: true } : {}),
  };
}

interface Constraints {
  readonly text: JsonSchema;
  readonly number: JsonSchema;
}

type Lose = (code: string, field: string, words: string) => void;

function constraintsOf(property: Item<'property'>, lose: Lose): Constraints {
  const { type, pattern, minimum, maximum, minLength, maxLength, format } = property.content;
  const kinds = new Set(alternatives(type).map((member) => member.type));
  const open = kinds.has('any');
  const takesText = open || kinds.has('string');
  const takesNumbers = open || kinds.has('integer') || kinds.has('number');
  const text: JsonSchema = {};
  const number: JsonSchema = {};
  const place = (field: string, value: Json | null, fits: boolean, into: JsonSchema) => {
    if (value === null) return;
    if (fits) into[field] = value;
    else lose('constraint.not-applicable', field, `${field} says nothing about values of this type`);
  };
  place('minLength', minLength, takesText, text);
  place('maxLength', maxLength, takesText, text);
  place('minimum', minimum, takesNumbers, number);
  place('maximum', maximum, takesNumbers, number);
  if (pattern !== null && !isPortable(pattern))
    lose('pattern.not-portable', 'pattern', 'The pattern is not a JSON Schema (ECMAScript) pattern');
  else place('pattern', pattern, takesText, text);
  if (format !== null && !knownFormats.has(format))
    lose('format.unknown', 'format', `Validators do not know the format ${format}`);
  else if (format !== null)
    place(
      'format',
      format,
      numericFormats.has(format) ? takesNumbers : takesText,
      numericFormats.has(format) ? number : text,
    );
  return { text, number };
}

/** Whether a pattern compiles in the dialect of JSON Schema; it is never run here. */
function isPortable(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}

function constrained(type: PropertyType, constraints: Constraints): JsonSchema {
  const { text, number } = constraints;
  if (type.type === 'any') {
    if (Object.keys(text).length + Object.keys(number).length === 0) return {};
    const rest = ['boolean', 'object', 'array', 'null'].map((name) => ({ type: name }));
    return { anyOf: [{ type: 'string', ...text }, { type: 'number', ...number }, ...rest] };
  }
  if (type.type === 'union') {
    const rest = withNullable(type, false);
    if (rest.type !== 'union' && isNullable(type)) return nullableSchema(constrained(rest, constraints));
    return { anyOf: alternatives(type).map((member) => constrained(member, constraints)) };
  }
  if (type.type === 'string') return { type: 'string', ...text };
  if (type.type === 'integer' || type.type === 'number') return { type: type.type, ...number };
  return typeSchema(type);
}

function nullableSchema(schema: JsonSchema): JsonSchema {
  const type = schema.type;
  return typeof type === 'string' ? { ...schema, type: [type, 'null'] } : { anyOf: [schema, { type: 'null' }] };
}

/** The schema of a type without constraints. */
function typeSchema(type: PropertyType): JsonSchema {
  switch (type.type) {
    case 'timestamp':
      return { type: 'string', format: 'date-time' };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'any':
      return {};
    case 'array':
      return { type: 'array', items: typeSchema(type.items) };
    case 'union':
      return constrained(type, { text: {}, number: {} });
    case 'object': {
      const required = type.fields.filter((field) => field.required).map((field) => field.name);
      const properties = Object.fromEntries(
        type.fields.map((field) => [
          field.name,
          { ...(field.meaning ? { description: field.meaning } : {}), ...typeSchema(field.type) },
        ]),
      );
      return {
        type: 'object',
        ...(type.fields.length > 0 ? { properties } : {}),
        ...(required.length > 0 ? { required } : {}),
        ...(type.open ? {} : { additionalProperties: false }),
      };
    }
    default:
      return { type: type.type };
  }
}
