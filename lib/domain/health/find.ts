import { holdsOn, type Suppression } from '../conventions/excuse';
import type { Finding } from '../conventions/finding';
import { lint } from '../conventions/lint';
import type { ConventionSettings, RuleId } from '../conventions/settings';
import type { Revision } from '../plan/item';
import { referrers } from '../plan/references';
import { itemOfKind, type Snapshot } from '../plan/snapshot';
import { carriersOf } from '../plan-query/resolved-uses';
import type { HealthCounts, HealthFinding } from './finding';
import { type HealthKind, healthKinds } from './kinds';

export interface HealthContext {
  readonly conventions: ConventionSettings;
  /** The day it is looked at, `2026-03-31`. */
  readonly today: string;
  /** What somebody answers for until a day is not missing meanwhile. */
  readonly suppressions?: readonly Suppression[];
}

const doubles: ReadonlySet<RuleId> = new Set(['duplicate-name', 'near-duplicate']);
/** Said by kinds of their own, whatever the conventions of the plan say about them. */
const saidElsewhere: ReadonlyMap<RuleId, HealthKind> = new Map([
  ['missing-meaning', 'no-meaning'],
  ['missing-owner', 'no-owner'],
  ['unused-property', 'unused-property'],
]);

/** The kinds that are asked of an item; of a retired one none. */
export function kindsAskedOf(item: Revision): readonly HealthKind[] {
  if (item.content.lifecycle.state === 'retired') return [];
  switch (item.kind) {
    case 'event':
      return isLeaving(item) ? askedOfLeaving : askedOfEvents;
    case 'property':
      return askedOfProperties;
    case 'property-group':
      return askedOfGroups;
    default:
      return askedOfPlaces;
  }
}

const askedOfLeaving: readonly HealthKind[] = ['no-owner', 'no-meaning', 'near-duplicate', 'conventions'];
const askedOfEvents: readonly HealthKind[] = ['over-tracking', ...askedOfLeaving, 'no-consumer', 'review-overdue'];
const askedOfProperties: readonly HealthKind[] = [
  'no-meaning',
  'review-overdue',
  'undeclared-class',
  'near-duplicate',
  'unused-property',
  'conventions',
];
const askedOfGroups: readonly HealthKind[] = ['no-meaning', 'review-overdue'];
const askedOfPlaces: readonly HealthKind[] = ['no-owner', 'review-overdue'];

/** Everything an item lacks. */
function healthOf(
  snapshot: Snapshot,
  item: Revision,
  context: HealthContext,
  answeredFor: ReadonlySet<RuleId>,
): HealthFinding[] {
  const excused = new Set([...answeredFor].map((rule) => saidElsewhere.get(rule)));
  const asked = kindsAskedOf(item).filter((kind) => !excused.has(kind));
  if (asked.length === 0) return [];
  const findings: HealthFinding[] = [];
  const find = (kind: HealthKind, field: string | null, words: string, otherIds: readonly string[] = []) => {
    if (asked.includes(kind)) findings.push({ kind, itemId: item.id, field, words, otherIds });
  };
  const { content } = item;
  if (item.kind === 'event') findReaders(snapshot, item, find);
  if (content.owner === null) find('no-owner', 'owner', 'Nobody owns it.');
  if (content.meaning.trim() === '') find('no-meaning', 'meaning', 'Nobody has written down what it means.');
  if (content.reviewBy !== null && content.reviewBy < context.today)
    find('review-overdue', 'reviewBy', `It was to be looked at again by ${content.reviewBy}.`);
  if (item.kind === 'property') {
    if (item.content.dataClass.class === 'undeclared')
      find('undeclared-class', 'dataClass', 'Nobody said whether it holds personal data.');
    if (!isUsed(snapshot, item.id)) find('unused-property', 'lifecycle', 'No event, group or consumer uses it.');
  }
  if (item.kind === 'event' || item.kind === 'property')
    for (const finding of lint(snapshot, context.conventions, new Set([item.id])))
      if (!answeredFor.has(finding.rule)) findConvention(finding, find);
  return findings;
}

type Find = (kind: HealthKind, field: string | null, words: string, otherIds?: readonly string[]) => void;

function findReaders(snapshot: Snapshot, event: Revision<'event'>, find: Find): void {
  if (hasConsumer(snapshot, event.id)) return;
  const goesTo = event.content.destinations.filter((id) => receives(snapshot, id, event.id));
  if (goesTo.length === 0)
    find('over-tracking', 'lifecycle', 'No consumer depends on it, and no destination in use receives it.');
  else find('no-consumer', null, 'It is sent, but nobody has said what depends on it.');
}

function findConvention(finding: Finding, find: Find): void {
  if (saidElsewhere.has(finding.rule)) return;
  find(
    doubles.has(finding.rule) ? 'near-duplicate' : 'conventions',
    finding.field ?? 'name',
    finding.words,
    finding.otherIds,
  );
}

function isLeaving(event: Revision<'event'>): boolean {
  return event.content.lifecycle.state === 'deprecated';
}

function hasConsumer(snapshot: Snapshot, id: string): boolean {
  for (const pointer of referrers(snapshot).get(id) ?? []) {
    const other = itemOfKind(snapshot, 'consumer', pointer);
    if (other && other.content.lifecycle.state !== 'retired') return true;
  }
  return false;
}

/** A destination counts while it is in use and gets the event at all. */
function receives(snapshot: Snapshot, destinationId: string, eventId: string): boolean {
  const destination = itemOfKind(snapshot, 'destination', destinationId);
  if (!destination) return false;
  const { lifecycle, nameMapping } = destination.content;
  if (lifecycle.state === 'retired' || lifecycle.state === 'deprecated') return false;
  return !nameMapping.some((mapping) => mapping.itemId === eventId && mapping.sendAs === null);
}

function isUsed(snapshot: Snapshot, propertyId: string): boolean {
  return (carriersOf(snapshot).get(propertyId)?.length ?? 0) > 0 || hasConsumer(snapshot, propertyId);
}

export interface PlanHealth {
  /** By kind, then in the order of the items. */
  readonly findings: readonly HealthFinding[];
  readonly counts: HealthCounts;
}

/** What a plan lacks, in steps, so that whoever asks can rest between them and keeps nobody waiting. */
export function* lookThrough(
  snapshot: Snapshot,
  context: HealthContext,
  itemsAStep = 250,
): Generator<undefined, PlanHealth> {
  const byKind = new Map<HealthKind, HealthFinding[]>(healthKinds.map((kind) => [kind, []]));
  const [found, asked] = [zeros(), zeros()];
  const answered = rulesAnsweredFor(context);
  let [items, clean] = [0, 0];
  for (const item of snapshot.items.values()) {
    const kinds = kindsAskedOf(item);
    if (kinds.length === 0) continue;
    items += 1;
    for (const kind of kinds) asked[kind] += 1;
    const findings = healthOf(snapshot, item, context, answered.get(item.id) ?? none);
    for (const finding of findings) byKind.get(finding.kind)?.push(finding);
    for (const kind of new Set(findings.map((finding) => finding.kind))) found[kind] += 1;
    if (findings.length === 0) clean += 1;
    if (items % itemsAStep === 0) yield;
  }
  return { findings: [...byKind.values()].flat(), counts: { items, clean, found, asked } };
}

const none: ReadonlySet<RuleId> = new Set();

function rulesAnsweredFor({ suppressions = [], today }: HealthContext): Map<string, Set<RuleId>> {
  const rules = new Map<string, Set<RuleId>>();
  for (const one of suppressions)
    if (holdsOn(one, today)) rules.set(one.itemId, (rules.get(one.itemId) ?? new Set()).add(one.rule));
  return rules;
}

function zeros(): Record<HealthKind, number> {
  return Object.fromEntries(healthKinds.map((kind) => [kind, 0])) as Record<HealthKind, number>;
}
