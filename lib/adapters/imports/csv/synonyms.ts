import type { ColumnField } from '@/lib/domain/transfer/mapping';

/** Names that columns of real tracking plans have, as `columnKey` gives them; the first field that knows a name has it. */
const names: readonly (readonly [ColumnField, readonly string[]])[] = [
  [
    'property.name',
    [
      'property name',
      'property',
      'properties',
      'event properties',
      'attribute',
      'attribute name',
      'attributes',
      'parameter',
      'parameter name',
      'parameters',
      'param',
      'params',
      'prop',
      'props',
      'field',
      'field name',
      'fields',
    ],
  ],
  [
    'property.type',
    [
      'property type',
      'property data type',
      'data type',
      'datatype',
      'type',
      'value type',
      'property value type',
      'field type',
      'attribute type',
      'parameter type',
    ],
  ],
  [
    'property.presence',
    [
      'property required',
      'required',
      'is required',
      'mandatory',
      'presence',
      'property presence',
      'required optional',
      'property is required',
    ],
  ],
  [
    'property.meaning',
    [
      'property description',
      'property definition',
      'property meaning',
      'attribute description',
      'parameter description',
      'field description',
    ],
  ],
  [
    'property.allowedValues',
    [
      'allowed values',
      'property allowed values',
      'values',
      'possible values',
      'enum',
      'enum values',
      'accepted values',
      'options',
      'property values',
      'valid values',
    ],
  ],
  [
    'property.examples',
    [
      'example',
      'examples',
      'sample',
      'sample value',
      'sample values',
      'example value',
      'example values',
      'property example',
      'property sample values',
    ],
  ],
  [
    'name',
    ['event name', 'event', 'name', 'event title', 'events', 'tracking event', 'event type name', 'action name'],
  ],
  ['namespace', ['namespace', 'vendor', 'waymark namespace']],
  ['displayName', ['display name', 'event display name', 'label', 'human name', 'title']],
  ['meaning', ['event description', 'description', 'definition', 'event definition', 'meaning', 'what', 'details']],
  [
    'firesWhen',
    [
      'event trigger',
      'trigger',
      'fires when',
      'when',
      'triggered when',
      'when triggered',
      'trigger description',
      'when does it fire',
      'fired when',
    ],
  ],
  ['doesNotCount', ['does not count', 'exclusions', 'not when']],
  ['purpose', ['purpose', 'why', 'question', 'business question', 'reason', 'use case']],
  [
    'category',
    ['category', 'event category', 'product category', 'feature', 'area', 'module', 'product area', 'section'],
  ],
  ['stage', ['stage', 'funnel stage', 'lifecycle stage', 'aarrr']],
  ['action', ['action', 'call', 'call type', 'event type', 'method', 'api call']],
  [
    'owner',
    ['owner', 'event owner', 'owners', 'team', 'owning team', 'responsible', 'product group', 'event owner team'],
  ],
  [
    'status',
    ['status', 'state', 'event status', 'implementation status', 'event activity', 'event schema status', 'lifecycle'],
  ],
  ['sources', ['sources', 'source', 'platform', 'platforms', 'event sources', 'event source']],
  ['tags', ['tags', 'event tags']],
  ['link', ['link', 'links', 'url', 'spec', 'documentation', 'introduced by url', 'doc', 'docs', 'ticket', 'jira']],
];

const fieldOf = new Map(names.flatMap(([field, all]) => all.map((name) => [name, field] as const)));

/** A header as names are compared: lower case, words apart. */
export function columnKey(header: string): string {
  return header
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What a column of this name usually says. */
export function usualField(header: string): ColumnField | undefined {
  return fieldOf.get(columnKey(header));
}
