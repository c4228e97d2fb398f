import type { Revision } from '../plan/item';
import type { Json, Scalar } from '../plan/parts';
import type { ReadPattern } from '../plan/pattern';
import { alternatives, isNullable, type PropertyType, withNullable } from '../plan/property-type';
import type { Snapshot } from '../plan/snapshot';
import { type ResolvedUse, resolvedUses } from './resolved-uses';

/**
 * A payload that the definition of an event accepts, made from it, so that it never grows stale. `null` when a property
 * that is always sent has limits for which no value is at hand.
 */
export function examplePayload(
  snapshot: Snapshot,
  event: Revision<'event'>,
  readPattern: ReadPattern,
): { [key: string]: Json } | null {
  const payload: [string, Json][] = [];
  const names = new Set<string>();
  for (const resolved of resolvedUses(snapshot, event)) {
    const { use, property } = resolved;
    if (use.presence.kind === 'never' || names.has(property.name)) continue;
    const value = valueOfUse(resolved, readPattern);
    if (value === undefined) {
      if (use.presence.kind === 'always') return null;
      continue;
    }
    names.add(property.name);
    payload.push([property.name, value]);
  }
  return Object.fromEntries(payload);
}

function valueOfUse({ use, property }: ResolvedUse, readPattern: ReadPattern): Json | undefined {
  const { content } = property;
  const type = withNullable(content.type, false);
  const limits = limitsOf(content, readPattern);
  const own = content.allowedValues?.map(({ value }) => value);
  const isList = type.type === 'array';
  const isTaken = (value: Scalar) =>
    (!own || own.includes(value)) && (isList ? fits(type.items, value) : fits(type, value) && within(value, limits));
  if (use.pinned) return !isList && isTaken(use.pinned.value) ? use.pinned.value : undefined;
  const listed = use.allowedValues ?? own;
  if (listed) {
    const value = listed.find(isTaken);
    if (value === undefined) return isNullable(content.type) ? null : undefined;
    return isList ? [value] : value;
  }
  const made = valueOfType(type, limits);
  return made === undefined && isNullable(content.type) ? null : made;
}

interface Limits {
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly minLength: number;
  readonly maxLength: number;
  readonly format: string | null;
  readonly matches: (text: string) => boolean;
  /** What people gave as examples, tried first. */
  readonly examples: readonly Json[];
}

function limitsOf(content: Revision<'property'>['content'], readPattern: ReadPattern): Limits {
  const { minimum, maximum, minLength, maxLength, format, examples, pattern } = content;
  return {
    ...{ minimum, maximum, format, examples },
    minLength: minLength ?? 0,
    maxLength: maxLength ?? Number.POSITIVE_INFINITY,
    // Against a pattern that cannot be read no text can be tried, so none is certain.
    matches: pattern === null ? () => true : (readPattern(pattern) ?? (() => false)),
  };
}

const samples: Readonly<Record<string, string>> = {
  'date-time': '2026-03-31T09:30:00Z',
  'iso-date-time': '2026-03-31T09:30:00Z',
  date: '2026-03-31',
  time: '09:30:00Z',
  'iso-time': '09:30:00Z',
  duration: 'P1D',
  email: 'ana@shop.example',
  uri: 'https://shop.example/a',
  url: 'https://shop.example/a',
  'uri-reference': '/a',
  'uri-template': '/a/{id}',
  hostname: 'shop.example',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uuid: '7d9f3c1e-5b2a-4c68-9f0d-2a6b1e4c8d35',
  regex: 'a',
  'json-pointer': '/a',
  'relative-json-pointer': '0',
  byte: 'YWJj',
};
const plainTexts = [
  'text',
  'a',
  'A',
  '1',
  '2026-03-31',
  'v1.0.0',
  'order_1',
  'a-1',
  'EUR',
  'en',
  'en-GB',
  '/a',
  '#a1b2c3',
];

/** A value of a type within its limits; limits of texts and numbers hold for the alternatives of a union, not inside objects. */
function valueOfType(type: PropertyType, limits: Limits): Json | undefined {
  const given = limits.examples.find((value) => fits(type, value) && within(value, limits));
  if (given !== undefined) return given;
  switch (type.type) {
    case 'string':
    case 'any':
      return textWithin(limits);
    case 'integer':
    case 'number':
      return numberWithin(type.type, limits);
    case 'union':
      for (const member of alternatives(type)) {
        const value = valueOfType(member, limits);
        if (value !== undefined) return value;
      }
      return undefined;
    case 'array':
      return [structureOf(type.items)];
    default:
      return structureOf(type);
  }
}

const noLimits: Limits = {
  ...{ minimum: null, maximum: null, minLength: 0, maxLength: Number.POSITIVE_INFINITY, format: null, examples: [] },
  matches: () => true,
};

function structureOf(type: PropertyType): Json {
  switch (type.type) {
    case 'boolean':
      return true;
    case 'timestamp':
      return samples['date-time'] ?? '';
    case 'date':
      return samples.date ?? '';
    case 'null':
      return null;
    case 'array':
      return [structureOf(type.items)];
    case 'object':
      return Object.fromEntries(type.fields.map((field) => [field.name, structureOf(field.type)]));
    case 'union':
      return structureOf(alternatives(type).find((member) => member.type !== 'null') ?? { type: 'null' });
    default:
      return valueOfType(type, noLimits) ?? null;
  }
}

function textWithin(limits: Limits): string | undefined {
  const { format, minLength, maxLength } = limits;
  const sample = format === null ? undefined : samples[format];
  const tried = sample === undefined ? plainTexts : [sample];
  const padded = tried.map((text) => text.padEnd(minLength, text.slice(-1)).slice(0, Math.min(maxLength, 10_000)));
  return [...tried, ...(sample === undefined ? padded : [])].find((text) => within(text, limits));
}

const wholeFormats: ReadonlySet<string> = new Set(['int32', 'int64']);

function numberWithin(type: 'integer' | 'number', limits: Limits): number | undefined {
  const { minimum, maximum, format } = limits;
  const isWhole = type === 'integer' || wholeFormats.has(format ?? '');
  const candidates = [isWhole ? 1 : 1.5, minimum, maximum, minimum === null ? null : Math.ceil(minimum)];
  return candidates.find(
    (value): value is number => value !== null && (!isWhole || Number.isSafeInteger(value)) && within(value, limits),
  );
}

function within(value: Json, limits: Limits): boolean {
  if (typeof value === 'number')
    return (limits.minimum === null || value >= limits.minimum) && (limits.maximum === null || value <= limits.maximum);
  if (typeof value !== 'string') return true;
  const length = [...value].length;
  if (length < limits.minLength || length > limits.maxLength) return false;
  // Whether an example that somebody gave has a format is not ours to decide: the sample of the format is certain.
  if (limits.format !== null && samples[limits.format] !== undefined && samples[limits.format] !== value) return false;
  return limits.matches(value);
}

function fits(type: PropertyType, value: Json): boolean {
  switch (type.type) {
    case 'any':
      return true;
    case 'string':
      return typeof value === 'string';
    case 'integer':
      return Number.isSafeInteger(value);
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'union':
      return alternatives(type).some((member) => member.type !== 'null' && fits(member, value));
    default:
      // Moments, objects and lists are made, since whether a given one is right takes a validator.
      return false;
  }
}
