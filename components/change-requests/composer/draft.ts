import type { DifferenceView } from '@/lib/contracts/change-requests';
import { fieldValue, type Item, qualifiedName } from '@/lib/domain/plan/item';
import { itemSchema } from '@/lib/domain/plan/item-schema';
import { contents } from '@/lib/domain/plan/kinds/contents';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { fieldOf, fieldsOf, kinds } from '@/lib/domain/plan/kinds/list';
import type { PropertyType } from '@/lib/domain/plan/property-type';
import { sameJson } from '@/lib/kit/canonical';

/** A property that is made while the item that uses it is written. */
export interface NewProperty {
  readonly id: string;
  readonly name: string;
  readonly type: PropertyType;
  readonly meaning: string;
}

/** What the composer holds while one writes. */
export interface Draft {
  readonly namespace: string | null;
  readonly name: string;
  readonly content: Readonly<Record<string, unknown>>;
  /** Prose fields whose edit is declared a clarification. */
  readonly claims: readonly string[];
  readonly newProperties: readonly NewProperty[];
  /** Empty: the proposed one is taken. */
  readonly title: string;
  readonly reason: string;
}

/** The form of a new item: only its name is asked for, the rest stands at its kind's defaults. */
export function emptyDraft(kind: ItemKind, name: string): Draft {
  const content = contents[kind].parse({}) as Record<string, unknown>;
  return { namespace: null, name, content, claims: [], newProperties: [], title: '', reason: '' };
}

/** The form of an item as it stands. */
export function draftOf(item: Item, claims: readonly string[] = []): Draft {
  const content = { ...item.content } as Record<string, unknown>;
  return { namespace: item.namespace, name: item.name, content, claims, newProperties: [], title: '', reason: '' };
}

/** The value of a field of the form. */
export function valueIn(draft: Draft, key: string): unknown {
  if (key === 'name') return draft.name;
  return key === 'namespace' ? draft.namespace : draft.content[key];
}

/** The form with one field replaced. */
export function withValue(draft: Draft, key: string, value: unknown): Draft {
  if (key === 'name') return { ...draft, name: String(value) };
  if (key === 'namespace') return { ...draft, namespace: value === null || value === '' ? null : String(value) };
  return { ...draft, content: { ...draft.content, [key]: value } };
}

/** Keys of the fields that differ from what was loaded, in the order of the kind. */
export function changedKeys(kind: ItemKind, before: Item | null, draft: Draft): string[] {
  const blank = emptyDraft(kind, '');
  return fieldsOf(kind)
    .map((field) => field.key)
    .filter((key) => !sameJson(before ? fieldValue(before, key) : valueIn(blank, key), valueIn(draft, key)));
}

/** The changed fields as an edit of an existing item sends them, with what the form had loaded. */
export function editOf(
  before: Item,
  draft: Draft,
): { fields: Record<string, unknown>; expected: Record<string, unknown> } {
  const keys = changedKeys(before.kind, before, draft);
  return {
    fields: Object.fromEntries(keys.map((key) => [key, trimmed(valueIn(draft, key))])),
    expected: Object.fromEntries(keys.map((key) => [key, fieldValue(before, key)])),
  };
}

function trimmed(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value;
}

/** The claims that still hold: of fields that are in fact edited. */
export function standingClaims(before: Item | null, draft: Draft): string[] {
  if (!before) return [];
  const changed = changedKeys(before.kind, before, draft);
  return draft.claims.filter((key) => changed.includes(key));
}

/** Whether an edit of a field can be declared a clarification. */
export function isClaimable(kind: ItemKind, key: string): boolean {
  const field = fieldOf(kind, key);
  return field?.shape === 'prose' && field.significance === 'meaning';
}

/** What is wrong with the form, by field: one sentence each. */
export function problemsOf(kind: ItemKind, draft: Draft): Record<string, string> {
  const problems: Record<string, string> = {};
  if (draft.name.trim() === '') problems.name = 'Give it a name.';
  const item = {
    id: `${kinds[kind].idPrefix}_draft`,
    kind,
    namespace: draft.namespace,
    name: draft.name.trim() || 'x',
    content: draft.content,
  };
  const parsed = itemSchema.safeParse(item);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) problems[fieldOfPath(issue.path.join('.'))] ??= sentence(issue.message);
  }
  return problems;
}

/** The field that a path of the API or of the schema is about. */
export function fieldOfPath(path: string): string {
  const rest = path
    .replace(/^items\.\d+\./u, '')
    .replace(/^(fields|content)\./u, '')
    .replace(/^content\./u, '');
  return rest.split('.')[0] || 'name';
}

function sentence(message: string): string {
  const text = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}

/** The title a request gets when its author writes none. */
export function proposedTitle(kind: ItemKind, before: Item | null, draft: Draft): string {
  const name = draft.name.trim();
  if (!before) return `Add ${kinds[kind].label.toLowerCase()} ${name}`.slice(0, 200);
  const changed = changedKeys(kind, before, draft);
  if (changed.includes('name')) return `Rename ${qualifiedName(before)} to ${name}`.slice(0, 200);
  const labels = changed.map((key) => fieldOf(kind, key)?.label.toLowerCase() ?? key);
  const some = labels.length > 3 ? [...labels.slice(0, 2), `${labels.length - 2} more`] : labels;
  const words = some.length < 2 ? (some[0] ?? 'nothing') : `${some.slice(0, -1).join(', ')} and ${some.at(-1)}`;
  return `${qualifiedName(before)}: ${words}`.slice(0, 200);
}

/** Differences as the panel shows them: with the names of items that are not stored yet, and the author's claims. */
export function shownDifferences(differences: readonly DifferenceView[], draft: Draft): DifferenceView[] {
  const named = (text: string) =>
    draft.newProperties.reduce((words, property) => words.replaceAll(property.id, property.name), text);
  return differences.map((one) => ({
    ...one,
    label: named(one.label),
    sentence: named(one.sentence),
    why: named(one.why),
    claimed: one.claimed || (one.member === null && one.field !== null && draft.claims.includes(one.field)),
  }));
}

/** Fields in the order of the form: those that make a good proposal first, the rest folded. */
export function sectionsOf(kind: ItemKind): { main: string[]; more: string[] } {
  const main = ['meaning', ...mainKeys[kind], 'owner'];
  const more = fieldsOf(kind)
    .map((field) => field.key)
    .filter((key) => key !== 'name' && !main.includes(key));
  return { main, more };
}

const mainKeys: Record<ItemKind, readonly string[]> = {
  event: ['firesWhen', 'doesNotCount', 'properties', 'sources', 'sourceOfTruth'],
  property: ['type', 'allowedValues', 'unit', 'dataClass'],
  'property-group': ['properties'],
  source: ['runtime', 'platform'],
  destination: ['service'],
  consumer: ['type', 'uses'],
};

/** How many of some fields hold anything. */
export function filledAmong(kind: ItemKind, draft: Draft, keys: readonly string[]): number {
  const blank = emptyDraft(kind, '');
  return keys.filter((key) => !sameJson(valueIn(blank, key), valueIn(draft, key))).length;
}
