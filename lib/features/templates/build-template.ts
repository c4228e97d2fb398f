import { canonicalItem } from '@/lib/domain/plan/canonical-item';
import type { Item } from '@/lib/domain/plan/item';
import { itemSchema } from '@/lib/domain/plan/item-schema';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { kinds } from '@/lib/domain/plan/kinds/list';
import { itemByName, type Snapshot } from '@/lib/domain/plan/snapshot';
import { newId } from '@/lib/kit/id';
import { templateProperties } from './properties';
import type { Template } from './template';

/**
 * The events of a template with the properties they carry, as new items of a plan. What the plan has by the same name is
 * used as it is: a property is carried by the new events, an event is left out.
 */
export function buildTemplate(template: Template, head: Snapshot): Item[] {
  const made = new Map<string, Item>();
  const idOf = (name: string) => {
    const present = itemByName(head, 'property', null, name);
    if (present) return present.id;
    const property = made.get(name) ?? propertyItem(name);
    made.set(name, property);
    return property.id;
  };
  const missing = template.events.filter((event) => !itemByName(head, 'event', null, event.name));
  const events = missing.map(({ name, properties, ...said }) => {
    const uses = properties.map((text) => ({
      propertyId: idOf(text.replace(/!$/u, '')),
      presence: { kind: text.endsWith('!') ? 'always' : 'sometimes' },
    }));
    return item('event', name, { ...said, properties: uses });
  });
  return [...made.values(), ...events];
}

function propertyItem(name: string): Item {
  const property = templateProperties[name];
  if (!property) throw new Error(`no template says what ${name} is`);
  const { type, meaning, values, unit } = property;
  const allowedValues = values?.map(([value, words]) => ({ value, meaning: words })) ?? null;
  return item('property', name, { type, meaning, unit, allowedValues, dataClass: { class: 'none', kind: '' } });
}

function item(kind: ItemKind, name: string, content: Record<string, unknown>): Item {
  return canonicalItem(itemSchema.parse({ id: newId(kinds[kind].idPrefix), kind, namespace: null, name, content }));
}
