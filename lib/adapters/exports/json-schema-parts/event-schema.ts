import type { Revision } from '@/lib/domain/plan/item';
import { qualifiedName } from '@/lib/domain/plan/item';
import type { Json } from '@/lib/domain/plan/parts';
import { isNullable, withNullable } from '@/lib/domain/plan/property-type';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import { type ResolvedUse, resolvedUses } from '@/lib/domain/plan-query/resolved-uses';
import type { Loss } from '@/lib/domain/transfer/loss';
import { type Dialect, enumOf, type JsonSchema } from './property-schema';

export interface EventSchemaContext {
  readonly snapshot: Snapshot;
  readonly dialect: Dialect;
  /** Whether what the plan does not name is refused. */
  readonly closed: boolean;
  /** Where the schema of a property stands, as a `$ref`. */
  readonly refOf: (property: Revision<'property'>) => string;
  readonly report: (loss: Loss) => void;
}

/** The schema of an event's properties, groups resolved. */
export function eventSchema(event: Revision<'event'>, context: EventSchemaContext): JsonSchema {
  const uses = resolvedUses(context.snapshot, event);
  const byName = Map.groupBy(uses, (resolved) => resolved.property.name);
  const properties: [string, Json][] = [];
  const required: string[] = [];
  for (const [name, sharing] of byName) {
    for (const resolved of sharing) reportUse(event, resolved, context);
    if (sharing.length > 1) {
      const words = `${sharing.length} properties are called ${name} here: a value of any of them is accepted`;
      context.report({
        code: 'property.name-shared',
        words,
        itemId: event.id,
        name: qualifiedName(event),
        field: 'properties',
      });
    }
    const schemas = sharing.map((resolved) => useSchema(resolved, context)).filter((schema) => schema !== false);
    const [only] = schemas;
    properties.push([name, only === undefined ? false : schemas.length === 1 ? only : { anyOf: schemas }]);
    if (sharing.some(({ use }) => use.presence.kind === 'always')) required.push(name);
  }
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : {}),
    ...(context.closed ? { additionalProperties: false } : {}),
  };
}

/** Never sent: `false` refuses every value. Narrowed or pinned here: the property's own schema and what stands beside it. */
function useSchema({ use, property }: ResolvedUse, context: EventSchemaContext): JsonSchema | false {
  if (use.presence.kind === 'never') return false;
  const reference: JsonSchema = { $ref: context.refOf(property) };
  const beside: JsonSchema = {};
  const condition = use.presence.kind === 'when' ? `Sent when ${use.presence.condition}` : '';
  const description = [condition, use.note].filter((text) => text !== '').join('\n');
  if (description) beside.description = description;
  const isList = withNullable(property.content.type, false).type === 'array';
  if (use.pinned) beside.const = use.pinned.value;
  else if (use.allowedValues) {
    const list = enumOf(use.allowedValues, !isList && isNullable(property.content.type));
    if (isList) return { ...beside, allOf: [reference, { type: nullableType(property), items: { enum: list } }] };
    beside.enum = list;
  }
  if (Object.keys(beside).length === 0) return reference;
  // Draft-07 readers ignore what stands beside a `$ref`.
  return context.dialect === 'draft-07' ? { ...beside, allOf: [reference] } : { ...reference, ...beside };
}

function nullableType(property: Revision<'property'>): Json {
  return isNullable(property.content.type) ? ['array', 'null'] : 'array';
}

function reportUse(event: Revision<'event'>, { use, property }: ResolvedUse, context: EventSchemaContext): void {
  const lose = (code: string, words: string) =>
    context.report({
      code,
      words: `${property.name}: ${words}`,
      itemId: event.id,
      name: qualifiedName(event),
      field: 'properties',
    });
  if (use.presence.kind === 'when')
    lose('presence.condition', `"when ${use.presence.condition}" is only a note: validators take it as optional`);
  if (use.perSource.length > 0) lose('use.per-source', 'what single sources do differently is left out');
  if (property.content.scope !== 'event')
    lose('property.scope', `a property of the ${property.content.scope} is checked as if sent with the event`);
}
