import { qualifiedName } from '../plan/item';
import type { ConsumerUse } from '../plan/kinds/consumer-content';
import { fieldOf } from '../plan/kinds/list';
import { memberKeyOf } from '../plan/member-key';
import { itemOfKind, itemsOfKind, type Snapshot } from '../plan/snapshot';
import type { Classified, ItemChange } from '../significance/classified';
import type { AffectedExperiment } from './impact';

/** The items and the sentences by which the changes reach one use. */
interface Reach {
  readonly itemId: string;
  readonly why: string;
}

type Changes = ReadonlyMap<string, ItemChange>;

/** Every consumer of the plan that the changes reach, by what it uses: an event, a property of it, or a single value. */
export function reachedConsumers(
  before: Snapshot,
  itemChanges: readonly ItemChange[],
  today: string,
): AffectedExperiment[] {
  const changes: Changes = new Map(itemChanges.map((change) => [change.itemId, change]));
  const reached: AffectedExperiment[] = [];
  for (const consumer of itemsOfKind(before, 'consumer')) {
    const { content } = consumer;
    if (content.lifecycle.state === 'retired' || changes.get(consumer.id)?.operation === 'removed') continue;
    const hits = content.uses.flatMap((use) =>
      reachesOf(before, changes, use).map((reach) => ({ ...reach, outcome: use.outcome })),
    );
    const [first] = hits;
    if (!first) continue;
    const whys = [...new Set(hits.map((hit) => hit.why))];
    reached.push({
      consumerId: consumer.id,
      name: content.displayName || qualifiedName(consumer),
      type: content.type,
      owner: content.owner,
      why: whys.length === 1 ? first.why : `${first.why} ${whys.length - 1} more of what it uses changes.`,
      itemIds: [...new Set(hits.map((hit) => hit.itemId))],
      startsAt: content.startsAt,
      endsAt: content.endsAt,
      running: content.type === 'experiment' && isRunning(content.startsAt, content.endsAt, today),
      outcome: hits.some((hit) => hit.outcome),
    });
  }
  return reached;
}

/** Whether an experiment with these dates runs on a day; one without a beginning has not begun. */
export function isRunning(startsAt: string | null, endsAt: string | null, today: string): boolean {
  return startsAt !== null && startsAt <= today && (endsAt === null || today <= endsAt);
}

/** Whether readers of the data notice: its meaning changes, or what they ask for is not there as it was. */
export function isLoud(effect: Pick<Classified, 'significances' | 'breaks'>): boolean {
  return effect.significances.includes('meaning') || effect.breaks.readers;
}

function reachesOf(plan: Snapshot, changes: Changes, use: ConsumerUse): Reach[] {
  const reaches: Reach[] = [];
  if (use.propertyId) reaches.push(...throughProperty(changes, use.propertyId, use.value));
  const event = use.eventId ? changes.get(use.eventId) : undefined;
  if (!event) return reaches;
  const differences = event.differences.filter((one) => isLoud(one) && concerns(plan, one, use.propertyId));
  reaches.push(
    ...differences.slice(0, 1).map((one) => ({ itemId: event.itemId, why: `It uses ${event.name}. ${one.why}` })),
  );
  for (const via of event.via) {
    if (!isLoud(via) || (use.propertyId !== null && !viaConcerns(changes, via.itemId, use.propertyId))) continue;
    const name = plan.items.get(via.itemId);
    reaches.push({
      itemId: via.itemId,
      why: `It uses ${event.name}, which depends on ${name ? qualifiedName(name) : 'what changes'}. ${via.why}`,
    });
  }
  return reaches;
}

function throughProperty(changes: Changes, propertyId: string, value: ConsumerUse['value']): Reach[] {
  const property = changes.get(propertyId);
  const field = fieldOf('property', 'allowedValues');
  if (!property || !field) return [];
  const wanted = value === null ? null : memberKeyOf(field, { value });
  const hit = property.differences.find((one) => isLoud(one) && (wanted === null || ofValue(one, wanted)));
  if (!hit) return [];
  const what = value === null ? property.name : `the value ${String(value)} of ${property.name}`;
  return [{ itemId: propertyId, why: `It uses ${what}. ${hit.why}` }];
}

/** Whether a difference of a property can be felt by who uses one of its values. */
function ofValue(one: Classified, wanted: string): boolean {
  const { difference } = one;
  return !('member' in difference) || difference.field !== 'allowedValues' || difference.member === wanted;
}

/** Whether a difference of an event can be felt by who uses one of its properties. */
function concerns(plan: Snapshot, one: Classified, propertyId: string | null): boolean {
  const { difference } = one;
  if (propertyId === null || !('member' in difference)) return true;
  if (difference.field === 'properties') return difference.member === propertyId;
  if (difference.field === 'groups')
    return (
      itemOfKind(plan, 'property-group', difference.member)?.content.properties.some(
        (use) => use.propertyId === propertyId,
      ) ?? true
    );
  return true;
}

function viaConcerns(changes: Changes, viaId: string, propertyId: string): boolean {
  const via = changes.get(viaId);
  // The property itself was looked at with the value that is used, and others do not matter here.
  if (!via || via.kind === 'property') return false;
  if (via.kind !== 'property-group') return true;
  return via.differences.some((one) => {
    const { difference } = one;
    return (
      isLoud(one) &&
      (!('member' in difference) || difference.field !== 'properties' || difference.member === propertyId)
    );
  });
}
