import { grouped } from '../../kit/grouped';
import { reservedBy } from '../conventions/reserved-names';
import type { Revision } from '../plan/item';
import type { ReadPattern } from '../plan/pattern';
import { itemsOfKind, type Snapshot } from '../plan/snapshot';
import { resolvedUses } from '../plan-query/resolved-uses';
import { limitsOf, type ServiceLimits } from './services';

/** One limit a destination has, as a sentence, and where it comes from. */
export interface StatedLimit {
  readonly words: string;
  /** The address of the service's documentation; `null` when the destination itself says so. */
  readonly source: string | null;
}

/** One item that the destination will not take as it is sent. */
export interface Violation {
  readonly itemId: string;
  /** The name it is sent under. */
  readonly sentAs: string;
  readonly words: string;
}

export interface DestinationCheck {
  /** The service it is known as, with the day its documentation was read, if it was. */
  readonly service: { readonly name: string; readonly source: string; readonly checkedOn: string | null } | null;
  readonly limits: readonly StatedLimit[];
  readonly violations: readonly Violation[];
  /** Events it receives, and properties they bring. */
  readonly events: number;
  readonly properties: number;
}

/** Whether a destination takes what is sent to it: lengths, patterns, reserved words, properties of an event, events in all. */
export function checkDestination(
  snapshot: Snapshot,
  destination: Revision<'destination'>,
  readPattern: ReadPattern,
): DestinationCheck {
  const called = `${destination.content.service} ${destination.name} ${destination.content.displayName}`;
  const known = limitsOf(called);
  const rules = rulesOf(destination, known, readPattern);
  const reserved = reservedBy(called);
  const mapping = new Map(destination.content.nameMapping.map((one) => [one.itemId, one.sendAs]));
  const violations: Violation[] = [];
  const properties = new Map<string, string>();
  const events = itemsOfKind(snapshot, 'event').filter(
    ({ id, content }) =>
      content.destinations.includes(destination.id) &&
      content.lifecycle.state !== 'retired' &&
      mapping.get(id) !== null,
  );
  for (const event of events) {
    const sentAs = mapping.get(event.id) ?? event.name;
    const against = (words: string) => violations.push({ itemId: event.id, sentAs, words });
    if (rules.eventName !== null && sentAs.length > rules.eventName)
      against(`Its name has ${sentAs.length} characters; ${rules.eventName} are taken.`);
    for (const { pattern, words } of rules.patterns) if (!pattern(sentAs)) against(words);
    const prefix = reserved?.prefixes.find((start) => sentAs.toLowerCase().startsWith(start));
    if (prefix !== undefined) against(`Names that begin with ${prefix} are reserved there.`);
    else if (reserved?.events.has(sentAs.toLowerCase())) against('This name is reserved there.');
    const sent = resolvedUses(snapshot, event).filter(
      ({ use, property }) => use.presence.kind !== 'never' && mapping.get(property.id) !== null,
    );
    if (rules.perEvent !== null && sent.length > rules.perEvent)
      against(`It brings ${sent.length} properties; ${rules.perEvent} are taken.`);
    for (const { property } of sent) properties.set(property.id, mapping.get(property.id) ?? property.name);
  }
  for (const [itemId, sentAs] of properties) {
    const against = (words: string) => violations.push({ itemId, sentAs, words });
    if (rules.propertyName !== null && sentAs.length > rules.propertyName)
      against(`Its name has ${sentAs.length} characters; ${rules.propertyName} are taken.`);
    for (const { pattern, words } of rules.propertyPatterns) if (!pattern(sentAs)) against(words);
    const prefix = reserved?.prefixes.find((start) => sentAs.toLowerCase().startsWith(start));
    if (prefix !== undefined) against(`Names that begin with ${prefix} are reserved there.`);
    else if (reserved?.properties.has(sentAs.toLowerCase())) against('This name is reserved there.');
  }
  if (known?.events != null && events.length > known.events)
    violations.push({
      itemId: destination.id,
      sentAs: destination.name,
      words: `It receives ${events.length} different events; ${known.events} are taken.`,
    });
  return {
    service: known ? { name: known.service, source: known.source, checkedOn: known.checkedOn } : null,
    limits: limitsInWords(destination, known, reserved !== undefined),
    violations,
    events: events.length,
    properties: properties.size,
  };
}

function rulesOf({ content }: Revision<'destination'>, known: ServiceLimits | undefined, readPattern: ReadPattern) {
  // One that cannot be read asks nothing; where it is written, that is said.
  const own = content.namePattern === null ? undefined : readPattern(content.namePattern);
  const usual = known?.eventPattern;
  const patterns = own ? [{ pattern: own, words: `Its name does not match ${content.namePattern}.` }] : [];
  return {
    eventName: content.maxNameLength ?? known?.eventName ?? null,
    propertyName: content.maxNameLength ?? known?.propertyName ?? null,
    perEvent: content.maxPropertiesPerEvent ?? known?.propertiesPerEvent ?? null,
    patterns:
      own === undefined && usual
        ? [{ pattern: (name: string) => usual.pattern.test(name), words: `Its name must be ${usual.words}.` }]
        : patterns,
    propertyPatterns: patterns,
  };
}

function limitsInWords(
  { content }: Revision<'destination'>,
  known: ServiceLimits | undefined,
  hasReserved: boolean,
): StatedLimit[] {
  const source = known?.source ?? null;
  const limits: StatedLimit[] = [];
  if (content.maxNameLength !== null)
    limits.push({ words: `Names of at most ${content.maxNameLength} characters`, source: null });
  else {
    if (known?.eventName) limits.push({ words: `Event names of at most ${known.eventName} characters`, source });
    if (known?.propertyName)
      limits.push({ words: `Property names of at most ${known.propertyName} characters`, source });
  }
  if (content.namePattern !== null) limits.push({ words: `Names that match ${content.namePattern}`, source: null });
  else if (known?.eventPattern) limits.push({ words: `Event names of ${known.eventPattern.words}`, source });
  if (content.maxPropertiesPerEvent !== null)
    limits.push({ words: `At most ${content.maxPropertiesPerEvent} properties per event`, source: null });
  else if (known?.propertiesPerEvent)
    limits.push({ words: `At most ${grouped(known.propertiesPerEvent)} properties per event`, source });
  if (known?.events) limits.push({ words: `At most ${grouped(known.events)} different events`, source });
  if (hasReserved) limits.push({ words: 'No names it keeps for itself', source });
  return limits;
}
