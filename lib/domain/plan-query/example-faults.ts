import { isRecord } from '../../kit/is-record';
import type { Revision } from '../plan/item';
import type { Json, Scalar } from '../plan/parts';
import type { ReadPattern } from '../plan/pattern';
import { alternatives, isNullable, type PropertyType, typeInWords } from '../plan/property-type';
import type { Snapshot } from '../plan/snapshot';
import { type ResolvedUse, resolvedUses } from './resolved-uses';

/** What a stored example shows that the definition of its event does not say, each as the end of "Example 2 …". */
export function exampleFaults(
  snapshot: Snapshot,
  event: Revision<'event'>,
  payload: Json,
  readPattern: ReadPattern,
): string[] {
  if (!isRecord(payload)) return ['is no object with properties by name'];
  const uses = Map.groupBy(resolvedUses(snapshot, event), ({ property }) => property.name);
  const faults: string[] = [];
  const lacking: string[] = [];
  for (const [name, candidates] of uses) {
    const value = Object.hasOwn(payload, name) ? payload[name] : undefined;
    if (value === undefined) {
      if (!isInside(name) && candidates.some(({ use }) => use.presence.kind === 'always')) lacking.push(name);
      continue;
    }
    // Two properties of one name may both be meant; the example is right when it fits one of them.
    const found = candidates.map((one) => faultOf(one, value, readPattern));
    const [fault] = found;
    if (fault !== undefined && !found.includes(undefined)) faults.push(fault);
  }
  if (lacking.length > 0) faults.unshift(`lacks ${lacking.join(', ')}`);
  const unknown = Object.keys(payload).filter((name) => !uses.has(name));
  if (unknown.length > 0) faults.push(`brings ${unknown.join(', ')}, which the event does not have`);
  return faults;
}

/** Names such as `products.$.price` stand inside another value. */
function isInside(name: string): boolean {
  return /[.[\]$]/u.test(name);
}

function faultOf({ use, property }: ResolvedUse, value: Json, readPattern: ReadPattern): string | undefined {
  const { content, name } = property;
  if (use.presence.kind === 'never') return `brings ${name}, which is never sent`;
  if (value === null && isNullable(content.type)) return undefined;
  if (!accepts(content.type, value)) return `has ${shown(value)} for ${name}, which is ${typeInWords(content.type)}`;
  if (use.pinned) {
    const { value: always } = use.pinned;
    return value === always ? undefined : `has ${shown(value)} for ${name}, which is always ${shown(always)}`;
  }
  const listed: readonly Scalar[] | undefined = use.allowedValues ?? content.allowedValues?.map((one) => one.value);
  const members = Array.isArray(value) ? value : [value];
  const stray = listed && members.find((one) => !listed.some((allowed) => allowed === one));
  if (stray !== undefined) return `has ${shown(stray)} for ${name}, which is not an allowed value`;
  return outside(content, value, readPattern) ? `has ${shown(value)} for ${name}, outside its limits` : undefined;
}

function accepts(type: PropertyType, value: Json): boolean {
  switch (type.type) {
    case 'any':
      return true;
    case 'null':
      return value === null;
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value);
    case 'number':
    case 'boolean':
      return typeof value === type.type;
    case 'array':
      return Array.isArray(value) && value.every((one) => accepts(type.items, one));
    case 'object':
      return isRecord(value) && type.fields.every((field) => acceptsField(field, value[field.name]));
    case 'union':
      return alternatives(type).some((member) => accepts(member, value));
    default:
      return typeof value === 'string';
  }
}

function acceptsField(field: { readonly type: PropertyType; readonly required: boolean }, value: Json | undefined) {
  return value === undefined ? !field.required : accepts(field.type, value);
}

function outside(content: Revision<'property'>['content'], value: Json, readPattern: ReadPattern): boolean {
  const { minimum, maximum, minLength, maxLength, pattern } = content;
  if (typeof value === 'number') return (minimum !== null && value < minimum) || (maximum !== null && value > maximum);
  // Lengths and patterns are those of texts; a day or a moment has none.
  const isText = alternatives(content.type).every(({ type }) => type !== 'date' && type !== 'timestamp');
  if (typeof value !== 'string' || !isText) return false;
  const length = [...value].length;
  if ((minLength !== null && length < minLength) || (maxLength !== null && length > maxLength)) return true;
  // A pattern that cannot be read asks nothing; where it is written, that is said.
  const matches = pattern === null ? undefined : readPattern(pattern);
  return matches !== undefined && !matches(value);
}

const longestShown = 40;

function shown(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
