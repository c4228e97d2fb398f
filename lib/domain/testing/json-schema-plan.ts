import { canonicalJson } from '../../kit/canonical';
import { digestOf } from '../../kit/digest';
import type { Item } from '../plan/item';
import { contents } from '../plan/kinds/contents';
import type { ObjectField, PropertyType } from '../plan/property-type';
import { type Snapshot, snapshotOf } from '../plan/snapshot';
import { revisionOf } from './arbitraries';

type Schema = Readonly<Record<string, unknown>>;

const scalars = new Set(['string', 'integer', 'number', 'boolean', 'null']);
/** Words of JSON Schema that a plan has no field for; they are kept as a digest, any change of which counts as narrower. */
const untold = [
  'oneOf',
  'anyOf',
  'allOf',
  'not',
  'patternProperties',
  'dependencies',
  'multipleOf',
  'uniqueItems',
  'const',
  'if',
  'then',
  'else',
];

/**
 * Two JSON Schemas as two plans: one property with the whole structure, and one a path with that path's constraints, for
 * the paths that both schemas have. What only one of them has is told by the structure alone.
 */
export function plansOfSchemas(before: Schema, after: Schema): { readonly before: Snapshot; readonly after: Snapshot } {
  const was = pathsOf(before);
  const is = pathsOf(after);
  const paths = [...was.keys()].filter((path) => is.has(path));
  const build = (schema: Schema, nodes: ReadonlyMap<string, Schema>) =>
    snapshotOf(
      'pl_1',
      1,
      [
        property('structure', { type: typeOf(schema), meaning: text(schema.description) }),
        ...paths.flatMap((path) => constraintsOf(path, nodes.get(path) ?? {})),
      ].map((item) => revisionOf(item)),
    );
  return { before: build(before, was), after: build(after, is) };
}

function property(path: string, content: object): Item {
  const id = `pr_${[...path].map((char) => (/[0-9a-z]/u.test(char) ? char : `0${char.codePointAt(0)?.toString(36) ?? ''}`)).join('')}`;
  return { id, kind: 'property', namespace: null, name: path, content: contents.property.parse(content) } as Item;
}

function constraintsOf(path: string, schema: Schema): Item[] {
  const unspoken = Object.fromEntries(untold.filter((word) => word in schema).map((word) => [word, schema[word]]));
  const values = Array.isArray(schema.enum) ? schema.enum.filter((value) => value !== null) : [];
  const own = {
    pattern: text(schema.pattern) || null,
    format: text(schema.format) || null,
    minimum: number(schema.minimum),
    maximum: number(schema.maximum),
    minLength: number(schema.minLength),
    maxLength: number(schema.maxLength),
    allowedValues:
      values.length > 0
        ? values.map((value) => ({ value: typeof value === 'object' ? canonicalJson(value) : value }))
        : null,
  };
  const size = {
    minimum: number(schema.minItems) ?? number(schema.minProperties),
    maximum: number(schema.maxItems) ?? number(schema.maxProperties),
  };
  return [
    property(path, own),
    property(`${path}#size`, size),
    property(`${path}#untold`, { pattern: Object.keys(unspoken).length > 0 ? digestOf(unspoken) : null }),
  ];
}

function pathsOf(schema: Schema, path = '$', found = new Map<string, Schema>()): Map<string, Schema> {
  found.set(path, schema);
  for (const [name, child] of Object.entries(record(schema.properties)))
    pathsOf(record(child), `${path}.${name}`, found);
  if (schema.items && !Array.isArray(schema.items)) pathsOf(record(schema.items), `${path}[]`, found);
  return found;
}

function typeOf(schema: Schema): PropertyType {
  const listed = Array.isArray(schema.enum) ? schema.enum : null;
  const named = typesIn(schema).filter((type) => type !== 'null' || listed === null || listed.includes(null));
  const members = named.map((type) => singleType(type, schema));
  const [only] = members;
  if (!only) return { type: 'any' };
  return members.length === 1 ? only : { type: 'union', of: members };
}

function typesIn(schema: Schema): string[] {
  if (typeof schema.type === 'string') return [schema.type];
  if (Array.isArray(schema.type)) return schema.type.map(String);
  return 'properties' in schema ? ['object'] : 'items' in schema ? ['array'] : [];
}

function singleType(type: string, schema: Schema): PropertyType {
  if (type === 'array')
    return {
      type,
      items: schema.items && !Array.isArray(schema.items) ? typeOf(record(schema.items)) : { type: 'any' },
    };
  if (type === 'object') return { type, open: schema.additionalProperties !== false, fields: fieldsIn(schema) };
  return scalars.has(type) ? ({ type } as PropertyType) : { type: 'any' };
}

function fieldsIn(schema: Schema): ObjectField[] {
  const required = Array.isArray(schema.required) ? schema.required : [];
  const properties = record(schema.properties);
  const named = Object.entries(properties).map(([name, child]) => ({
    name,
    type: typeOf(record(child)),
    required: required.includes(name),
    meaning: text(record(child).description),
  }));
  // A name that is required without being described is a field of any type; a closed object cannot take it at all.
  const bare = (schema.additionalProperties === false ? [] : required)
    .filter((name) => typeof name === 'string' && !(name in properties))
    .map((name) => ({ name: String(name), type: { type: 'any' as const }, required: true, meaning: '' }));
  return [...named, ...bare];
}

function record(value: unknown): Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Schema) : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
