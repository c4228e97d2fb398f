import { canonicalJson, sameJson } from '../../../kit/canonical';
import { foldName } from '../../../kit/fold';
import type { Revision } from '../../plan/item';
import { property as propertyKind } from '../../plan/kinds/property';
import type { PropertyContent } from '../../plan/kinds/property-content';
import { propertyContentSchema } from '../../plan/kinds/property-content';
import type { Scalar } from '../../plan/parts';
import { canonicalType, type PropertyType } from '../../plan/property-type';
import { referrers } from '../../plan/references';
import { itemByName, itemOfKind } from '../../plan/snapshot';
import { parseScalar } from '../cells';
import type { DraftEvent, DraftUse } from '../draft';
import { typeText } from '../type-text';
import type { DraftContext, Proposal } from './proposal';

/** An event as rows tell it, beside what the plan has. */
export interface MatchedEvent {
  readonly draft: DraftEvent;
  readonly id: string;
  readonly before: Revision<'event'> | undefined;
}

/** What a row says about one property in one event; `undefined` is unsaid. */
export interface ToldUse {
  readonly propertyId: string;
  readonly use: DraftUse;
  readonly allowedValues: readonly Scalar[] | null | undefined;
  readonly note: string | undefined;
}

interface Placed {
  readonly event: MatchedEvent;
  readonly use: DraftUse;
}

/** Properties that are one item: same name, same type. */
interface Bucket {
  readonly id: string;
  readonly namespace: string | null;
  readonly name: string;
  readonly before: Revision<'property'> | undefined;
  /** Whether the file speaks of all who use it. */
  readonly covered: boolean;
  /** The type it will have. */
  readonly type: PropertyType;
  readonly uses: Placed[];
}

/**
 * Finds or proposes the property that each row means. One name with one type is one property, shared by all events; the
 * same name with another type is a property of its own. What a property says to events outside the file is not touched.
 */
export function tellProperties(
  events: readonly MatchedEvent[],
  context: DraftContext,
  proposal: Proposal,
): Map<DraftUse, ToldUse> {
  const byName = new Map<string, Placed[]>();
  for (const event of events) {
    for (const use of event.draft.uses) {
      const key = foldName(use.name);
      const list = byName.get(key);
      if (list) list.push({ event, use });
      else byName.set(key, [{ event, use }]);
    }
  }
  const told = new Map<DraftUse, ToldUse>();
  for (const placed of byName.values()) {
    for (const bucket of bucketsOf(placed, context)) tellBucket(bucket, context, proposal, told);
  }
  return told;
}

function bucketsOf(placed: readonly Placed[], context: DraftContext): Bucket[] {
  const { snapshot } = context;
  const name = placed[0]?.use.name ?? '';
  const buckets = new Map<string, Bucket>();
  const put = (one: Placed, before: Revision<'property'> | undefined, namespace: string | null, type: PropertyType) => {
    const key = before?.id ?? `new ${namespace ?? ''}`;
    let bucket = buckets.get(key);
    if (!bucket) {
      const covered = before === undefined || isCovered(before, placed, context);
      bucket = {
        id: before?.id ?? context.newId(propertyKind.idPrefix),
        namespace: before ? before.namespace : namespace,
        name: before?.name ?? name,
        before,
        covered,
        type,
        uses: [],
      };
      buckets.set(key, bucket);
    }
    bucket.uses.push(one);
  };
  const rest: Placed[] = [];
  for (const one of placed) {
    const used = usedByName(one, context);
    const target = used && targetType(used, placed, context);
    if (used && target && fits(one.use.type, target)) put(one, used, null, target);
    else rest.push(one);
  }
  const bare = itemByName(snapshot, 'property', null, name) as Revision<'property'> | undefined;
  const target = bare ? targetType(bare, placed, context) : (usualType(rest) ?? { type: 'any' });
  for (const one of rest) {
    const { type } = one.use;
    if (type === null || fits(type, target)) {
      put(one, bare, null, target);
      continue;
    }
    const namespace = typeText(type);
    const apart = itemByName(snapshot, 'property', namespace, name) as Revision<'property'> | undefined;
    context.findings.add('property.kept-apart', { row: one.use.row, value: `${namespace}/${name}` });
    put(one, apart, namespace, apart ? targetType(apart, placed, context) : type);
  }
  return [...buckets.values()];
}

/** The type a property will have: another one only where the file speaks of all who use it, and with one voice. */
function targetType(property: Revision<'property'>, placed: readonly Placed[], context: DraftContext): PropertyType {
  const has = property.content.type;
  const usual = usualType(placed);
  if (usual === undefined || fits(usual, has, true) || !isCovered(property, placed, context)) return has;
  return has.type === 'any' || placed.every(({ use }) => fits(use.type, usual)) ? usual : has;
}

/** The property of that name which the event uses already. */
function usedByName({ event, use }: Placed, { snapshot }: DraftContext): Revision<'property'> | undefined {
  const key = foldName(use.name);
  for (const before of event.before?.content.properties ?? []) {
    const property = itemOfKind(snapshot, 'property', before.propertyId);
    if (property && foldName(property.name) === key) return property;
  }
  return undefined;
}

function fits(told: PropertyType | null, has: PropertyType, exactly = false): boolean {
  return told === null || (has.type === 'any' && !exactly) || sameJson(canonicalType(told), canonicalType(has));
}

function usualType(placed: readonly Placed[]): PropertyType | undefined {
  const counts = new Map<string, { type: PropertyType; count: number }>();
  for (const { use } of placed) {
    if (!use.type) continue;
    const key = canonicalJson(use.type);
    const entry = counts.get(key) ?? { type: use.type, count: 0 };
    entry.count += 1;
    counts.set(key, entry);
  }
  let best: { type: PropertyType; count: number } | undefined;
  for (const entry of counts.values()) if (!best || entry.count > best.count) best = entry;
  return best?.type;
}

/** Whether the file speaks of every event and group that uses a property. */
function isCovered(property: Revision<'property'>, placed: readonly Placed[], context: DraftContext): boolean {
  const told = new Set(placed.map(({ event }) => event.id));
  for (const id of referrers(context.snapshot).get(property.id) ?? []) {
    const kind = context.snapshot.items.get(id)?.kind;
    if ((kind === 'event' || kind === 'property-group') && !told.has(id)) return false;
  }
  return true;
}

function tellBucket(bucket: Bucket, context: DraftContext, proposal: Proposal, told: Map<DraftUse, ToldUse>): void {
  const { before, covered, type, uses } = bucket;
  const content: PropertyContent = before
    ? before.content
    : propertyContentSchema.parse({ lifecycle: { state: newState(uses, context) } });
  for (const { use } of uses)
    if (!fits(use.type, type, true)) context.findings.add('property.type-kept', { row: use.row, value: bucket.name });
  const meaning = tellMeaning(bucket, content, context);
  const lists = new Map(uses.map(({ use }) => [use, readValues(use, type, context)]));
  // Values of another type mean nothing any more; values of the same type only go when asked.
  const forgets = covered && (context.removeMissing || !fits(type, content.type, true));
  const allowedValues = tellValues(content, [...lists.values()], covered, forgets);
  const examples = [...content.examples, ...uses.flatMap(({ use }) => use.examples)];
  const row = uses[0]?.use.row ?? 0;
  proposal.set(
    {
      id: bucket.id,
      kind: 'property',
      namespace: bucket.namespace,
      name: bucket.name,
      content: { ...content, type, meaning, allowedValues, examples: examples.slice(0, 100) },
    },
    row,
  );
  const whole = allowedValues && new Set(allowedValues.map((entry) => entry.value));
  for (const { use } of uses) {
    const list = lists.get(use) ?? null;
    const isWhole = list !== null && whole !== null && list.length === whole.size;
    told.set(use, {
      propertyId: bucket.id,
      use,
      allowedValues: list === null ? undefined : isWhole ? null : list,
      note: use.meaning === '' || use.meaning === meaning ? undefined : use.meaning,
    });
  }
}

/**
 * What the property itself means: what all rows say who have not said something of their own before, as its note. A
 * meaning stays while somebody outside the file, or nobody at all, relies on it.
 */
function tellMeaning({ before, covered, uses }: Bucket, content: PropertyContent, context: DraftContext): string {
  const voting = uses.filter(({ event }) => !before || noteOf(event, before.id) === '');
  const told = new Set(voting.map(({ use }) => use.meaning).filter((text) => text !== ''));
  const [only] = told;
  if (only === undefined || told.size > 1) return content.meaning;
  const mayChange = content.meaning === '' || (covered && before !== undefined && hasUsers(before, context));
  return mayChange ? only : content.meaning;
}

function noteOf({ before }: MatchedEvent, propertyId: string): string {
  return before?.content.properties.find((use) => use.propertyId === propertyId)?.note ?? '';
}

function hasUsers(property: Revision<'property'>, { snapshot }: DraftContext): boolean {
  return (referrers(snapshot).get(property.id)?.size ?? 0) > 0;
}

function newState(uses: readonly Placed[], context: DraftContext): 'planned' | 'live' {
  return context.emptyStatus === 'live' || uses.some(({ event }) => event.draft.state === 'live') ? 'live' : 'planned';
}

function readValues(use: DraftUse, type: PropertyType, context: DraftContext): Scalar[] | null {
  if (use.values.length === 0) return null;
  const values = new Set<Scalar>();
  for (const text of use.values) {
    const value = parseScalar(text, type);
    if (value === undefined) context.findings.add('value.wrong-type', { row: use.row, value: text });
    else values.add(value);
  }
  return values.size === 0 ? null : [...values];
}

/** The list of a property: what all its rows list, or none where one lists nothing; a list outsiders rely on only grows. */
function tellValues(
  content: PropertyContent,
  lists: readonly (Scalar[] | null)[],
  covered: boolean,
  forgets: boolean,
): PropertyContent['allowedValues'] {
  const told = new Set(lists.flatMap((list) => list ?? []));
  if (told.size === 0) return content.allowedValues;
  const before = new Map((content.allowedValues ?? []).map((entry) => [entry.value, entry]));
  const complete = lists.every((list) => list !== null);
  const restricts = content.allowedValues !== null || (covered && complete);
  if (!restricts) return null;
  const kept = forgets && complete ? [] : [...before.keys()];
  return [...new Set([...kept, ...told])].map((value) => before.get(value) ?? { value, meaning: '' });
}
