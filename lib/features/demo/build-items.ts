import { canonicalItem } from '@/lib/domain/plan/canonical-item';
import type { Item } from '@/lib/domain/plan/item';
import { itemSchema } from '@/lib/domain/plan/item-schema';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { kinds } from '@/lib/domain/plan/kinds/list';
import type { PropertyType } from '@/lib/domain/plan/property-type';
import { digestOf } from '@/lib/kit/digest';
import { demoConsumers, demoDestinations, demoGroups, demoSources } from './around';
import { type DemoEvent, demoEvents } from './events';
import { type DemoProperty, demoProperties } from './properties';

/** Ids of teams and people by the name the demo calls them. */
export interface DemoNames {
  readonly teams: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
}

/** The id an item of the demo always has, so that links to it survive a new seed. */
export function demoItemId(kind: ItemKind, name: string): string {
  return `${kinds[kind].idPrefix}_${digestOf(['fern-and-kettle', kind, name]).slice(0, 26)}`;
}

/** All items of the demo plan as of its newest release, in canonical form. */
export function buildDemoItems(names: DemoNames, today: string): Item[] {
  const owner = (name: string | null | undefined) => {
    if (!name) return null;
    const team = names.teams.get(name);
    const person = names.people.get(name);
    return team ? { type: 'team' as const, id: team } : person ? { type: 'person' as const, id: person } : null;
  };
  return [
    ...demoSources.map((s) => item('source', s.name, { ...s.content, owner: owner(s.owner), lifecycle: live })),
    ...demoProperties.map((property) => item('property', property.name, propertyContent(property))),
    ...demoGroups.map((g) =>
      item('property-group', g.name, {
        meaning: g.meaning,
        owner: owner(g.owner),
        lifecycle: live,
        properties: g.properties.map(use),
      }),
    ),
    ...demoEvents.map((event) => item('event', event.name, eventContent(event, owner(event.owner), today))),
    ...demoDestinations.map((d) =>
      item('destination', d.name, {
        ...d.content,
        owner: owner(d.owner),
        lifecycle: live,
        nameMapping: d.mapping.map(([event, sendAs]) => ({ itemId: demoItemId('event', event), sendAs })),
      }),
    ),
    ...demoConsumers(today).map((c) =>
      item('consumer', c.name, {
        meaning: c.meaning,
        type: c.type,
        owner: owner(c.owner),
        lifecycle: live,
        links: c.link ? [{ label: 'Open', url: c.link }] : [],
        startsAt: c.startsAt ?? null,
        endsAt: c.endsAt ?? null,
        uses: c.uses.map((u) => ({
          key: [u.event, u.property, u.value].filter((part) => part !== undefined).join(' · '),
          eventId: u.event ? demoItemId('event', u.event) : null,
          propertyId: u.property ? demoItemId('property', u.property) : null,
          value: u.value ?? null,
          outcome: u.outcome ?? false,
        })),
      }),
    ),
  ];
}

const live = { state: 'live', replacedBy: null } as const;

function item(kind: ItemKind, name: string, content: Record<string, unknown>): Item {
  return canonicalItem(itemSchema.parse({ id: demoItemId(kind, name), kind, namespace: null, name, content }));
}

function propertyContent(property: DemoProperty): Record<string, unknown> {
  return {
    meaning: property.meaning,
    scope: property.scope ?? 'event',
    type: property.type,
    lifecycle: live,
    allowedValues: property.values?.map(([value, meaning]) => ({ value, meaning })) ?? null,
    unit: property.unit ?? null,
    format: property.format ?? null,
    examples: property.example === undefined ? [] : [property.example],
    dataClass: property.personal
      ? { class: 'personal', kind: property.personal }
      : { class: property.sensitive ? 'sensitive' : property.undeclared ? 'undeclared' : 'none', kind: '' },
  };
}

/** `name` sometimes, `name!` always, `name?condition` when the condition holds. */
function use(text: string): Record<string, unknown> {
  const [plain, condition] = text.split('?', 2);
  const name = (plain ?? '').replace(/!$/u, '');
  const presence = condition ? { kind: 'when', condition } : { kind: text.endsWith('!') ? 'always' : 'sometimes' };
  return { propertyId: demoItemId('property', name), presence };
}

function eventContent(event: DemoEvent, owner: unknown, today: string): Record<string, unknown> {
  const collects =
    event.sources.length > 0 && event.lifecycle !== 'deprecated' && !event.goesNowhere
      ? demoDestinations.filter((d) => d.takes(event.category))
      : [];
  return {
    action: event.action ?? 'track',
    meaning: event.meaning,
    firesWhen: event.firesWhen,
    doesNotCount: event.doesNotCount ?? '',
    purpose: event.purpose ?? '',
    stage: event.stage,
    category: event.category,
    tags: event.tags ?? [],
    reviewBy: event.overdueDays ? daysBefore(today, event.overdueDays) : null,
    owner,
    sources: event.sources.map((name) => demoItemId('source', name)),
    sourceOfTruth: event.truth ? demoItemId('source', event.truth) : null,
    destinations: collects.map((d) => demoItemId('destination', d.name)),
    groups: (event.groups ?? []).map((name) => demoItemId('property-group', name)),
    properties: event.properties.map(use),
    lifecycle: {
      state: event.lifecycle ?? 'live',
      replacedBy: event.replacedBy ? demoItemId('event', event.replacedBy) : null,
    },
    examples: [{ title: 'As it is sent', payload: examplePayload(event) }],
  };
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}

const propertiesByName = new Map(demoProperties.map((property) => [property.name, property]));

function examplePayload(event: DemoEvent): Record<string, unknown> {
  const payload: Record<string, unknown> = {};
  const inherited = (event.groups ?? []).flatMap(
    (name) => demoGroups.find((group) => group.name === name)?.properties ?? [],
  );
  for (const text of [...event.properties, ...inherited]) {
    if (!text.endsWith('!')) continue;
    const property = propertiesByName.get(text.slice(0, -1));
    if (property) payload[property.name] = property.example ?? property.values?.[0]?.[0] ?? exampleOf(property.type);
  }
  return payload;
}

function exampleOf(type: PropertyType): unknown {
  switch (type.type) {
    case 'integer':
      return 1;
    case 'number':
      return 1.5;
    case 'boolean':
      return true;
    case 'timestamp':
      return '2026-03-04T08:00:00Z';
    case 'date':
      return '2026-03-04';
    case 'array':
      return [exampleOf(type.items)];
    case 'object':
      return Object.fromEntries(
        type.fields.filter((field) => field.required).map((field) => [field.name, exampleOf(field.type)]),
      );
    case 'union': {
      const [first] = type.of;
      return first ? exampleOf(first) : null;
    }
    case 'null':
      return null;
    default:
      return 'example';
  }
}
