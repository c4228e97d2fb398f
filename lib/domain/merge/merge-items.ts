import { canonicalJson, sameJson } from '../../kit/canonical';
import { fieldValue, type Item, withField } from '../plan/item';
import type { FieldDefinition } from '../plan/kinds/define';
import { fieldsOf } from '../plan/kinds/list';
import { memberKeyOf } from '../plan/member-key';

/** Where in an item two sides meet: a field, a member of it by its key, a part of that member. */
export interface Place {
  readonly field: string;
  readonly member: string | null;
  readonly part: string | null;
}

/** Both sides changed one place, differently. A member that a side does not have is `null`. */
export interface FieldConflict extends Place {
  readonly base: unknown;
  readonly theirs: unknown;
  readonly yours: unknown;
}

/** A place that only they changed and that merged by itself. */
export interface Taken extends Place {
  readonly base: unknown;
  readonly theirs: unknown;
}

export interface ItemMerge<I extends Item = Item> {
  /** Both sides together; where they clash it says what yours says. */
  readonly merged: I;
  readonly conflicts: readonly FieldConflict[];
  readonly taken: readonly Taken[];
}

interface Report {
  readonly conflicts: FieldConflict[];
  readonly taken: Taken[];
}

/**
 * Three-way merge of one item, field by field from the table of its kind: values and prose as a whole, sets and keyed
 * lists member by member, parts of a member apart. Nothing is lost: each side's edits are in the result or in a conflict.
 */
export function mergeItems<I extends Item>(base: I, ours: I, theirs: I): ItemMerge<I> {
  const report: Report = { conflicts: [], taken: [] };
  let merged = ours;
  for (const field of fieldsOf(base.kind)) {
    const own = fieldValue(ours, field.key);
    const value = mergeField(field, fieldValue(base, field.key), own, fieldValue(theirs, field.key), report);
    if (value !== own) merged = withField(merged, field.key, value);
  }
  return { merged, ...report };
}

function mergeField(field: FieldDefinition, base: unknown, ours: unknown, theirs: unknown, report: Report): unknown {
  if (theirs === base || sameJson(theirs, base)) return ours;
  const place = { field: field.key, member: null, part: null };
  if (!Array.isArray(base) || !Array.isArray(ours) || !Array.isArray(theirs))
    return mergeWhole(place, base, ours, theirs, report);
  if (field.shape === 'set')
    return mergeSets(place, (member) => memberKeyOf(field, member), base, ours, theirs, report);
  if (field.shape === 'keyed') return mergeMembers(field, base, ours, theirs, report);
  return mergeWhole(place, base, ours, theirs, report);
}

function mergeWhole(place: Place, base: unknown, ours: unknown, theirs: unknown, report: Report): unknown {
  if (sameJson(theirs, base) || sameJson(ours, theirs)) return ours;
  if (sameJson(ours, base)) {
    report.taken.push({ ...place, base, theirs });
    return theirs;
  }
  report.conflicts.push({ ...place, base, theirs, yours: ours });
  return ours;
}

/** A member stays unless a side removed it, and comes if a side added it: sets cannot clash. */
function mergeSets(
  place: Place,
  keyOf: (member: unknown) => string,
  base: readonly unknown[],
  ours: readonly unknown[],
  theirs: readonly unknown[],
  report: Report,
): unknown {
  const keyed = (side: readonly unknown[]) => new Map(side.map((member) => [keyOf(member), member]));
  const inBase = keyed(base);
  const inOurs = keyed(ours);
  const inTheirs = keyed(theirs);
  const result = new Map(inOurs);
  for (const [key, member] of inTheirs) {
    if (inBase.has(key) || inOurs.has(key)) continue;
    result.set(key, member);
    report.taken.push({ ...place, member: key, base: null, theirs: member });
  }
  for (const [key, member] of inBase) {
    if (inTheirs.has(key) || !inOurs.has(key)) continue;
    result.delete(key);
    report.taken.push({ ...place, member: key, base: member, theirs: null });
  }
  return inOrder(result);
}

type Keyed = Extract<FieldDefinition, { shape: 'keyed' }>;
type Member = Readonly<Record<string, unknown>>;

function mergeMembers(
  field: Keyed,
  base: readonly unknown[],
  ours: readonly unknown[],
  theirs: readonly unknown[],
  report: Report,
): unknown {
  const inBase = byKey(field, base);
  const inOurs = byKey(field, ours);
  const inTheirs = byKey(field, theirs);
  const result = new Map<string, Member>();
  for (const key of new Set([...inBase.keys(), ...inOurs.keys(), ...inTheirs.keys()])) {
    const member = mergeMember(field, key, inBase.get(key), inOurs.get(key), inTheirs.get(key), report);
    if (member) result.set(key, member);
  }
  return inOrder(result);
}

function mergeMember(
  field: Keyed,
  key: string,
  base: Member | undefined,
  ours: Member | undefined,
  theirs: Member | undefined,
  report: Report,
): Member | undefined {
  if (sameJson(theirs, base) || sameJson(ours, theirs)) return ours;
  const place = { field: field.key, member: key, part: null };
  if (sameJson(ours, base)) {
    report.taken.push({ ...place, base: base ?? null, theirs: theirs ?? null });
    return theirs;
  }
  if (!ours || !theirs) {
    report.conflicts.push({ ...place, base: base ?? null, theirs: theirs ?? null, yours: ours ?? null });
    return ours;
  }
  let merged = ours;
  for (const part of field.parts) {
    const own = ours[part.key];
    const value = mergePart(part.shape, { ...place, part: part.key }, base, own, theirs[part.key], report);
    if (value !== own) merged = { ...merged, [part.key]: value };
  }
  return merged;
}

function mergePart(
  shape: 'prose' | 'value' | 'set',
  place: Place,
  member: Member | undefined,
  ours: unknown,
  theirs: unknown,
  report: Report,
): unknown {
  if (sameJson(ours, theirs)) return ours;
  // Both added the member: there is no common past, so a part on which they differ is for a person to choose.
  if (!member) {
    report.conflicts.push({ ...place, base: null, theirs, yours: ours });
    return ours;
  }
  const base = member[place.part ?? ''];
  if (sameJson(theirs, base)) return ours;
  if (sameJson(ours, base)) return mergeWhole(place, base, ours, theirs, report);
  if (shape !== 'set' || !Array.isArray(base) || !Array.isArray(ours) || !Array.isArray(theirs))
    return mergeWhole(place, base, ours, theirs, report);
  const parted: Report = { conflicts: [], taken: [] };
  const value = mergeSets(place, canonicalJson, base, ours, theirs, parted);
  // An empty list of allowed values is no state of a use: two removals that leave nothing need a person.
  if (Array.isArray(value) && value.length === 0 && base.length > 0)
    return mergeWhole(place, base, ours, theirs, report);
  if (parted.taken.length > 0) report.taken.push({ ...place, base, theirs });
  return value;
}

function byKey(field: Keyed, members: readonly unknown[]): Map<string, Member> {
  return new Map(members.map((member) => [memberKeyOf(field, member), member as Member]));
}

function inOrder(members: ReadonlyMap<string, unknown>): unknown[] {
  return [...members.keys()].sort().map((key) => members.get(key));
}
