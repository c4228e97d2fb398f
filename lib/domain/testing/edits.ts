import * as z from 'zod';
import { digestOf } from '../../kit/digest';
import type { Item } from '../plan/item';
import { contents } from '../plan/kinds/contents';
import { type Snapshot, snapshotOf } from '../plan/snapshot';
import { revisionOf } from './arbitraries';

/** The projects whose edits stand in `significance/fixtures/edits`. */
export const editCorpora = ['aws-toolkit-telemetry', 'duckduckgo-pixels', 'glean-mozilla', 'otel-semconv'] as const;

const names = z.array(z.string());
const editSchema = z.strictObject({
  object: z.string(),
  property: z.string().optional(),
  kind: z.string(),
  field: z.string().optional(),
  before: z.unknown(),
  after: z.unknown(),
  reading: z.string().optional(),
  tell_analysts: z.boolean().optional(),
  times: z.number().default(1),
});
/** One edit of a published definition. */
export type Edit = z.infer<typeof editSchema>;

/** The edits of a file of JSON lines. */
export function parseEdits(lines: string): Edit[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => editSchema.parse(JSON.parse(line)));
}

/** Both sides of an edit of a sentence, `null` of any other edit. */
export function textsOfEdit(edit: Edit): { readonly before: string; readonly after: string } | null {
  const { before, after } = edit;
  return typeof before === 'string' && typeof after === 'string' ? { before, after } : null;
}

/** One side of an edit as what an event, its property and its use of that property say. */
interface Said {
  readonly event?: Readonly<Record<string, unknown>>;
  readonly property?: Readonly<Record<string, unknown>>;
  readonly use?: Readonly<Record<string, unknown>> | null;
}

/**
 * An edit as two plans, one pair for each place where its words can stand: what a project says of a property of one
 * event is the property's meaning where no other event uses it, and a note of the use where others do.
 */
export function plansOfEdit(edit: Edit): { readonly before: Snapshot; readonly after: Snapshot }[] {
  const say = sayings[edit.kind];
  if (!say) throw new Error(`no words for an edit of the kind ${edit.kind}`);
  const plans = (of: (value: unknown, edit: Edit) => Said) => ({
    before: planOf(of(edit.before, edit)),
    after: planOf(of(edit.after, edit)),
  });
  const isNote = edit.kind === 'property_description_changed' && !isShared(edit);
  return isNote ? [plans(say), plans((value) => ({ use: { note: value } }))] : [plans(say)];
}

function planOf({ event, property, use }: Said): Snapshot {
  const properties = use === null ? [] : [{ propertyId: 'pr_1', ...use }];
  return snapshotOf(
    'pl_1',
    1,
    [
      itemOf('event', 'ev_1', { lifecycle: live, properties, ...event }),
      itemOf('property', 'pr_1', { lifecycle: live, ...property }),
      ...['de_1', 'de_2'].map((id) => itemOf('destination', id, {})),
    ].map((item) => revisionOf(item)),
  );
}

const live = { state: 'live', replacedBy: null };

function itemOf(kind: Item['kind'], id: string, said: Readonly<Record<string, unknown>>): Item {
  const { name = id, ...content } = said;
  return { id, kind, namespace: null, name, content: contents[kind].parse(content) } as Item;
}

const isShared = (edit: Edit) => edit.object.startsWith('(shared property)') || edit.object.startsWith('attribute:');
const onItem = (edit: Edit, content: Readonly<Record<string, unknown>>): Said =>
  isShared(edit) ? { property: content } : { event: content };
const extra = (value: unknown) => ({ extras: [{ key: 'kept', value: JSON.stringify(value ?? '') }] });
const values = (value: unknown): Said => {
  const list = [...new Set(names.parse(value))];
  return { property: { allowedValues: list.length > 0 ? list.map((one) => ({ value: one })) : null } };
};
const use = (value: unknown): Said => ({
  use: value === null ? null : { presence: presenceOf((value as { required?: unknown }).required) },
});

/** What one side of an edit says, by the kind of the edit. What a plan has no field for is kept as an extra. */
const sayings: Readonly<Record<string, (value: unknown, edit: Edit) => Said>> = {
  description_changed: (value, edit) => onItem(edit, { meaning: value }),
  property_description_changed: (value) => ({ property: { meaning: value } }),
  renamed: (value, edit) => onItem(edit, { name: value }),
  property_added: use,
  property_removed: use,
  property_required_changed: (value) => ({ use: { presence: presenceOf(value) } }),
  property_type_changed: (value) => ({ property: { type: typeOf(value) } }),
  type_changed: (value) => ({ property: { type: typeOf(value) } }),
  allowed_values_added: values,
  allowed_values_changed: values,
  allowed_values_removed: values,
  allowed_values_reordered: values,
  allowed_values_introduced: values,
  allowed_values_dropped: values,
  unit_changed: (value) => ({ property: { unit: value } }),
  time_unit_changed: (value) => ({ property: { unit: value } }),
  status_changed: (value, edit) =>
    onItem(edit, {
      lifecycle: { state: value === 'deprecated' || value === true ? 'deprecated' : 'live', replacedBy: null },
      ...extra(value),
    }),
  passive_changed: (value) => ({ event: { firesWhen: value === 'True' ? 'By itself.' : 'A person acts.' } }),
  owner_changed: (value) => ({ event: { owner: { type: 'person', id: digestOf(value).slice(0, 20) } } }),
  data_sensitivity_changed: (value) => ({
    property: {
      dataClass: { class: value === null ? 'undeclared' : 'personal', kind: names.parse(value ?? []).join() },
    },
  }),
  send_in_pings_changed: (value) => ({
    event: { destinations: names.parse(value ?? []).map((ping) => `de_${ping.replace(/[^0-9a-z]/gu, '')}`) },
  }),
  expires_changed: (value) => ({ event: extra(value) }),
  expiry_changed: (value) => ({ event: extra(value) }),
  lifetime_changed: (value) => ({ event: extra(value) }),
  instrument_changed: (value) => ({ event: extra(value) }),
};

/** How strongly a property is asked for, in the words of the projects. */
function presenceOf(required: unknown): { readonly kind: string; readonly condition?: string } {
  if (required === true || required === 'required') return { kind: 'always' };
  return required === 'conditionally_required'
    ? { kind: 'when', condition: 'The condition of the convention holds.' }
    : { kind: 'sometimes' };
}

const types: Readonly<Record<string, unknown>> = {
  '': { type: 'any' },
  int: { type: 'integer' },
  counter: { type: 'integer' },
  quantity: { type: 'integer' },
  double: { type: 'number' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  array: { type: 'array', items: { type: 'any' } },
};

function typeOf(word: unknown): unknown {
  return types[String(word).toLowerCase()] ?? { type: 'string' };
}
