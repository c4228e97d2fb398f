import * as z from 'zod';
import type { Revision } from '@/lib/domain/plan/item';
import { qualifiedName } from '@/lib/domain/plan/item';
import type { Json } from '@/lib/domain/plan/parts';
import { itemsOfKind } from '@/lib/domain/plan/snapshot';
import { resolvedUses } from '@/lib/domain/plan-query/resolved-uses';
import type { Loss } from '@/lib/domain/transfer/loss';
import { defineExport, type ExportFile, type ExportPlan } from './define';
import { type EventSchemaContext, eventSchema } from './json-schema-parts/event-schema';
import { safeName, UniqueNames } from './json-schema-parts/paths';
import { type JsonSchema, propertySchema } from './json-schema-parts/property-schema';

const options = z.object({
  dialect: z.enum(['2020-12', 'draft-07']).default('2020-12').describe('Version of JSON Schema'),
  shape: z
    .enum(['properties', 'message'])
    .default('properties')
    .describe('Check the properties of an event, or the whole message around them'),
  definitions: z
    .enum(['shared', 'inline'])
    .default('shared')
    .describe('Properties in one file of definitions, or repeated in each event'),
  unplanned: z.enum(['allow', 'refuse']).default('allow').describe('Properties that the plan does not name'),
  retired: z.boolean().default(false).describe('Retired events too'),
  baseUri: z
    .url({ protocol: /^https?$/u })
    .default('https://waymark.invalid/')
    .describe('Where the files will stand: the beginning of each $id'),
  indent: z.boolean().default(true).describe('Indent the files'),
});
type Options = z.output<typeof options>;

/** Source: JSON Schema draft 2020-12 and draft-07, validation vocabulary; compiles under Ajv's strict mode. */
export const adapter = defineExport({
  id: 'json-schema',
  label: 'JSON Schema',
  summary: 'One schema per event, for validators, code generators and tests',
  options,
  files: (plan, chosen) => new Writer(plan, chosen).write(),
});

const metaSchemas = {
  '2020-12': 'https://json-schema.org/draft/2020-12/schema',
  'draft-07': 'http://json-schema.org/draft-07/schema#',
} as const;
const definitionsPath = 'definitions.schema.json';

class Writer {
  readonly #plan: ExportPlan;
  readonly #options: Options;
  readonly #losses: Loss[] = [];
  readonly #definitionNames = new Map<string, string>();
  readonly #definitions = new Map<string, JsonSchema>();
  readonly #base: string;
  /** The keyword under which definitions stand. */
  readonly #keyword: '$defs' | 'definitions';

  constructor(plan: ExportPlan, chosen: Options) {
    this.#plan = plan;
    this.#options = chosen;
    this.#keyword = chosen.dialect === '2020-12' ? '$defs' : 'definitions';
    this.#base = `${chosen.baseUri.replace(/\/?$/u, '/')}${plan.slug}/`;
    const names = new UniqueNames();
    for (const property of itemsOfKind(plan.snapshot, 'property')) {
      const wanted =
        property.namespace === null
          ? safeName(property.name)
          : `${safeName(property.namespace)}.${safeName(property.name)}`;
      this.#definitionNames.set(property.id, names.take(wanted, property.id));
      this.#definitions.set(
        property.id,
        propertySchema(property, chosen.dialect, (loss) => this.#losses.push(loss)),
      );
    }
  }

  write() {
    const files: ExportFile[] = [];
    const paths = new UniqueNames();
    for (const event of itemsOfKind(this.#plan.snapshot, 'event')) {
      if (event.content.lifecycle.state === 'retired' && !this.#options.retired) {
        this.#lose(event, 'event.retired', 'Retired: left out', 'lifecycle');
        continue;
      }
      const folder = event.namespace === null ? 'events' : `events/${safeName(event.namespace)}`;
      const path = `${paths.take(`${folder}/${safeName(event.name)}`, event.id)}.schema.json`;
      files.push(this.#file(path, this.#event(event, path)));
    }
    for (const scope of ['user', 'group'] as const) {
      const traits = this.#traits(scope);
      if (traits) files.push(this.#file(`${scope}-traits.schema.json`, traits));
    }
    if (this.#options.definitions === 'shared') files.push(this.#file(definitionsPath, this.#shared()));
    this.#reportKinds();
    return { files, losses: this.#losses };
  }

  #event(event: Revision<'event'>, path: string): JsonSchema {
    const context: EventSchemaContext = {
      snapshot: this.#plan.snapshot,
      dialect: this.#options.dialect,
      closed: this.#options.unplanned === 'refuse',
      refOf: (property) => this.#ref(property),
      report: (loss) => this.#losses.push(loss),
    };
    const payload = eventSchema(event, context);
    const { content } = event;
    const description = [
      content.meaning,
      content.firesWhen ? `Fires when: ${content.firesWhen}` : '',
      content.doesNotCount ? `Does not count: ${content.doesNotCount}` : '',
    ]
      .filter((text) => text !== '')
      .join('\n');
    this.#reportEvent(event);
    return {
      $schema: metaSchemas[this.#options.dialect],
      $id: this.#id(path),
      title: content.displayName || event.name,
      ...(description ? { description } : {}),
      ...(this.#options.dialect === '2020-12' && content.lifecycle.state === 'deprecated' ? { deprecated: true } : {}),
      ...(this.#options.shape === 'properties' ? payload : message(event, payload)),
      ...this.#inline(resolvedUses(this.#plan.snapshot, event).map((resolved) => resolved.property)),
    };
  }

  #traits(scope: 'user' | 'group'): JsonSchema | undefined {
    const properties = itemsOfKind(this.#plan.snapshot, 'property').filter(
      (property) => property.content.scope === scope,
    );
    if (properties.length === 0) return undefined;
    const byName = Map.groupBy(properties, (property) => property.name);
    const members = [...byName].map(([name, sharing]): [string, Json] => {
      const references = sharing.map((property) => ({ $ref: this.#ref(property) }));
      const [only] = references;
      return [name, only && references.length === 1 ? only : { anyOf: references }];
    });
    return {
      $schema: metaSchemas[this.#options.dialect],
      $id: this.#id(`${scope}-traits.schema.json`),
      title: scope === 'user' ? 'User properties' : 'Group properties',
      type: 'object',
      properties: Object.fromEntries(members),
      ...this.#inline(properties),
    };
  }

  #shared(): JsonSchema {
    return {
      $schema: metaSchemas[this.#options.dialect],
      $id: this.#id(definitionsPath),
      title: `Properties of ${this.#plan.name}`,
      ...this.#definitionsOf(itemsOfKind(this.#plan.snapshot, 'property')),
    };
  }

  #inline(properties: readonly Revision<'property'>[]): JsonSchema {
    return this.#options.definitions === 'inline' && properties.length > 0 ? this.#definitionsOf(properties) : {};
  }

  #definitionsOf(properties: readonly Revision<'property'>[]): JsonSchema {
    const entries = properties.map((property): [string, Json] => [
      this.#nameOf(property),
      this.#definitions.get(property.id) ?? {},
    ]);
    return { [this.#keyword]: Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))) };
  }

  #nameOf(property: Revision<'property'>): string {
    return this.#definitionNames.get(property.id) ?? property.id;
  }

  #ref(property: Revision<'property'>): string {
    const pointer = `#/${this.#keyword}/${this.#nameOf(property)}`;
    return this.#options.definitions === 'inline' ? pointer : `${this.#id(definitionsPath)}${pointer}`;
  }

  #id(path: string): string {
    return `${this.#base}${path}`;
  }

  #file(path: string, schema: JsonSchema): ExportFile {
    return {
      path,
      mediaType: 'application/schema+json',
      text: `${JSON.stringify(schema, null, this.#options.indent ? 2 : 0)}\n`,
    };
  }

  #reportEvent(event: Revision<'event'>): void {
    const { content } = event;
    if (content.sources.length > 0)
      this.#lose(event, 'field.no-words', 'Sources and their source of truth are left out', 'sources');
    if (content.destinations.length > 0)
      this.#lose(event, 'field.no-words', 'Destinations are left out', 'destinations');
    if (content.owner) this.#lose(event, 'field.no-words', 'The owner is left out', 'owner');
    if (content.purpose) this.#lose(event, 'field.no-words', 'The purpose is left out', 'purpose');
    if (this.#options.dialect === 'draft-07' && content.lifecycle.state === 'deprecated') {
      this.#lose(event, 'field.no-words', 'Draft-07 has no word for deprecated', 'lifecycle');
    }
  }

  #reportKinds(): void {
    for (const kind of ['source', 'destination', 'consumer'] as const) {
      for (const item of itemsOfKind(this.#plan.snapshot, kind)) {
        this.#lose(item, 'kind.no-words', `JSON Schema has no word for a ${kind}`, null);
      }
    }
  }

  #lose(item: Revision, code: string, words: string, field: string | null): void {
    this.#losses.push({ code, words, itemId: item.id, name: qualifiedName(item), field });
  }
}

const payloadKey = {
  track: 'properties',
  page: 'properties',
  screen: 'properties',
  identify: 'traits',
  group: 'traits',
} as const;

/** The message around an event's payload, as the common collection APIs send it. */
function message(event: Revision<'event'>, payload: JsonSchema): JsonSchema {
  const { action } = event.content;
  const named: JsonSchema =
    action === 'track'
      ? { event: { const: event.name } }
      : action === 'page' || action === 'screen'
        ? { name: { const: event.name } }
        : {};
  const key = payloadKey[action];
  return {
    type: 'object',
    properties: { type: { const: action }, ...named, [key]: payload },
    required: ['type', ...Object.keys(named), ...('required' in payload ? [key] : [])],
  };
}
