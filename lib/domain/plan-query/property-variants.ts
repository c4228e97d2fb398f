import { sameJson } from '../../kit/canonical';
import { nameIndex } from '../conventions/name-index';
import { nearDuplicatesOf } from '../conventions/near-duplicates-of';
import type { Revision } from '../plan/item';
import { typeInWords } from '../plan/property-type';
import { itemOfKind, type Snapshot } from '../plan/snapshot';
import { carriersOf } from './resolved-uses';

/** Another property that may be the same as one, and in what they contradict each other. */
export interface PropertyVariant {
  readonly property: Revision<'property'>;
  /** `spelling`: the same name written differently, or in another namespace. `close`: a name that says nearly the same. */
  readonly likeness: 'spelling' | 'close';
  /** Events and groups that carry it. */
  readonly uses: number;
  /** In words, such as "type is integer, not string"; empty when they agree. */
  readonly conflicts: readonly string[];
}

/** Names this alike may well be meant as one. */
const close = 0.85;
const most = 20;

/** Other properties that may be the same as this one: spelling variants first, then close names, the most used first. */
export function propertyVariants(snapshot: Snapshot, property: Revision<'property'>): PropertyVariant[] {
  const index = nameIndex(snapshot, 'property');
  const own = index.byId.get(property.id);
  const variants = new Map<string, PropertyVariant['likeness']>();
  for (const other of own ? index.byLoose.get(own.loose) : []) variants.set(other.item.id, 'spelling');
  for (const near of nearDuplicatesOf(property.name, snapshot, most, 'property', property.id))
    if (near.likeness >= close && !variants.has(near.item.id)) variants.set(near.item.id, 'close');
  variants.delete(property.id);
  return [...variants]
    .flatMap(([id, likeness]) => {
      const other = itemOfKind(snapshot, 'property', id);
      if (!other || other.content.lifecycle.state === 'retired') return [];
      const uses = carriersOf(snapshot).get(id)?.length ?? 0;
      return [{ property: other, likeness, uses, conflicts: conflictsOf(property, other) }];
    })
    .sort(
      (a, b) =>
        Number(b.likeness === 'spelling') - Number(a.likeness === 'spelling') ||
        b.uses - a.uses ||
        (a.property.name < b.property.name ? -1 : 1),
    )
    .slice(0, most);
}

/** In what another property contradicts one, a sentence's end each. */
function conflictsOf(one: Revision<'property'>, other: Revision<'property'>): string[] {
  const [a, b] = [one.content, other.content];
  const conflicts: string[] = [];
  if (!sameJson(a.type, b.type)) conflicts.push(`type is ${typeInWords(b.type)}, not ${typeInWords(a.type)}`);
  if (a.unit !== b.unit) conflicts.push(`unit is ${b.unit ?? 'not given'}, not ${a.unit ?? 'left open'}`);
  if (a.scope !== b.scope) conflicts.push(`scope is ${b.scope}, not ${a.scope}`);
  if (a.format !== b.format) conflicts.push(`format is ${b.format ?? 'not given'}, not ${a.format ?? 'left open'}`);
  if (a.dataClass.class !== b.dataClass.class)
    conflicts.push(`data class is ${b.dataClass.class}, not ${a.dataClass.class}`);
  const [values, others] = [a.allowedValues, b.allowedValues].map((list) => list?.map(({ value }) => value) ?? null);
  if (!sameJson(values ?? null, others ?? null)) conflicts.push('other values are allowed');
  return conflicts;
}
