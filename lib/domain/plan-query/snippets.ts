import type { Item } from '../plan/item';
import type { Scalar } from '../plan/parts';
import type { PropertyType } from '../plan/property-type';
import type { Presence } from '../plan/property-use';

/** What a snippet needs to know of one property. */
export interface SnippetProperty {
  readonly name: string;
  readonly type: PropertyType;
  readonly presence: Presence;
  readonly values: readonly Scalar[];
}

export const snippetLanguages = ['javascript', 'swift', 'kotlin', 'python'] as const;
export type SnippetLanguage = (typeof snippetLanguages)[number];

/** How each language is called. */
export const snippetLabels: Record<SnippetLanguage, string> = {
  javascript: 'JavaScript',
  swift: 'Swift',
  kotlin: 'Kotlin',
  python: 'Python',
};

/** The language a source is most likely written in, by what it says of itself. */
export function languageOf(source: {
  readonly name: string;
  readonly platform: string;
  readonly runtime: string;
}): SnippetLanguage {
  const told = `${source.platform} ${source.name}`;
  if (/\b(ios|swift|iphone|ipad|macos|tvos|watchos)\b/iu.test(told)) return 'swift';
  if (/\b(android|kotlin|java)\b/iu.test(told)) return 'kotlin';
  if (/\b(python|django|flask|fastapi)\b/iu.test(told)) return 'python';
  if (/\b(web|browser|javascript|typescript|node|react)\b/iu.test(told)) return 'javascript';
  return source.runtime === 'server' ? 'python' : 'javascript';
}

/** The call that sends an event. Properties that are never sent are left out. */
export function snippetOf(
  language: SnippetLanguage,
  event: Pick<Item<'event'>, 'name' | 'content'>,
  properties: readonly SnippetProperty[],
): string {
  const sent = properties.filter((property) => property.presence.kind !== 'never');
  const pairs = sent.map((property) => [property.name, exampleOf(property), property.presence] as const);
  const name = JSON.stringify(event.name);
  const { action } = event.content;
  switch (language) {
    case 'javascript':
      return pairs.length === 0
        ? `analytics.${action}(${name});`
        : `analytics.${action}(${name}, {\n${pairs.map(([key, value, presence]) => `  ${scriptKey(key)}: ${JSON.stringify(value)},${note(presence, '//')}`).join('\n')}\n});`;
    case 'swift':
      return `analytics.${action}(name: ${name}${pairs.length === 0 ? '' : `, properties: [\n${pairs.map(([key, value, presence]) => `  ${JSON.stringify(key)}: ${swiftValue(value)},${note(presence, '//')}`).join('\n')}\n]`})`;
    case 'kotlin':
      return `analytics.${action}(${name}${pairs.length === 0 ? '' : `, mapOf(\n${pairs.map(([key, value, presence]) => `  ${JSON.stringify(key).replaceAll('$', '\\$')} to ${kotlinValue(value)},${note(presence, '//')}`).join('\n')}\n)`})`;
    default:
      return `analytics.${action}(user_id, ${name}${pairs.length === 0 ? '' : `, {\n${pairs.map(([key, value, presence]) => `    ${JSON.stringify(key)}: ${pythonValue(value)},${note(presence, '#')}`).join('\n')}\n}`})`;
  }
}

type Example = string | number | boolean | null | readonly Example[] | { readonly [key: string]: Example };

function exampleOf(property: SnippetProperty): Example {
  return property.values[0] ?? exampleOfType(property.type);
}

function exampleOfType(type: PropertyType): Example {
  switch (type.type) {
    case 'string':
    case 'any':
      return '…';
    case 'integer':
      return 1;
    case 'number':
      return 1.5;
    case 'boolean':
      return true;
    case 'timestamp':
      return '2026-03-31T09:30:00Z';
    case 'date':
      return '2026-03-31';
    case 'null':
      return null;
    case 'array':
      return [exampleOfType(type.items)];
    case 'object':
      return Object.fromEntries(type.fields.map((field) => [field.name, exampleOfType(field.type)]));
    default:
      return exampleOfType(type.of.find((member) => member.type !== 'null') ?? { type: 'null' });
  }
}

function note(presence: Presence, mark: string): string {
  if (presence.kind === 'always') return '';
  return ` ${mark} ${presence.kind === 'when' ? `when ${presence.condition.replace(/\s+/gu, ' ')}` : presence.kind}`;
}

function scriptKey(key: string): string {
  return /^[A-Za-z_$][\w$]*$/u.test(key) ? key : JSON.stringify(key);
}

function swiftValue(value: Example): string {
  if (value === null) return 'nil';
  if (Array.isArray(value)) return `[${value.map((member) => swiftValue(member as Example)).join(', ')}]`;
  if (typeof value === 'object')
    return `[${
      Object.entries(value)
        .map(([key, member]) => `${JSON.stringify(key)}: ${swiftValue(member as Example)}`)
        .join(', ') || ':'
    }]`;
  return JSON.stringify(value);
}

function pythonValue(value: Example): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) return `[${value.map((member) => pythonValue(member as Example)).join(', ')}]`;
  if (typeof value === 'object')
    return `{${Object.entries(value)
      .map(([key, member]) => `${JSON.stringify(key)}: ${pythonValue(member as Example)}`)
      .join(', ')}}`;
  return JSON.stringify(value);
}

function kotlinValue(value: Example): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `listOf(${value.map((member) => kotlinValue(member as Example)).join(', ')})`;
  if (typeof value === 'object')
    return `mapOf(${Object.entries(value)
      .map(([key, member]) => `${JSON.stringify(key).replaceAll('$', '\\$')} to ${kotlinValue(member as Example)}`)
      .join(', ')})`;
  // A dollar sign begins a template in the texts of Kotlin.
  return JSON.stringify(value).replaceAll('$', '\\$');
}
