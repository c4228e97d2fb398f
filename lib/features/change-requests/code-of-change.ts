import 'server-only';
import { adapter as jsonSchema } from '@/lib/adapters/exports/json-schema';
import type { ChangeCodeView, CodeViewName } from '@/lib/contracts/change-code';
import type { Change } from '@/lib/domain/plan/change';
import { qualifiedName, type Revision } from '@/lib/domain/plan/item';
import { itemOfKind, overlay, type Snapshot } from '@/lib/domain/plan/snapshot';
import { callOf, eventsCodedBy, planOfEvent, planOfProperty } from '@/lib/domain/plan-query/coded-events';
import { snippetLabels } from '@/lib/domain/plan-query/snippets';

type Piece = ChangeCodeView['pieces'][number];
/** The plan without a request and with it, and its name in addresses. */
type Sides = { readonly before: Snapshot; readonly after: Snapshot; readonly slug: string; readonly name: string };

/** What is read, and of which source only. */
type Asked = { readonly view: CodeViewName; readonly source?: string | undefined };

/** So many events are compared for one item; what more it reaches is counted. */
const mostEvents = 12;

/** Every text of code that the change of one item makes another; with a source, only what that source calls. */
export function codeOf(change: Change, sides: Sides, { view, source }: Asked): ChangeCodeView {
  const events = reached(change.itemId, sides);
  const near = events.slice(0, mostEvents);
  const only = source ?? (kindOf(change.itemId, sides) === 'source' ? change.itemId : undefined);
  const pieces =
    view === 'json-schema'
      ? [...definitionOf(change, sides), ...near.flatMap((id) => schemaOf(id, sides))]
      : near.flatMap((id) => callsOf(id, sides, only));
  return { view, pieces: pieces.filter((one) => one.before !== one.after), more: events.length - near.length };
}

const kindOf = (itemId: string, { before, after }: Sides) =>
  (after.items.get(itemId) ?? before.items.get(itemId))?.kind;

/** Ids of the events that the item reaches on either side, by name. */
function reached(itemId: string, { before, after }: Sides): string[] {
  const events = [...eventsCodedBy(after, itemId), ...eventsCodedBy(before, itemId)];
  const names = new Map<string, string>();
  for (const event of events) if (!names.has(event.id)) names.set(event.id, qualifiedName(event));
  return [...names].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([id]) => id);
}

/** What the shared files say of a property; other items stay out of it. */
function definitionOf(change: Change, sides: Sides): Piece[] {
  const files = (snapshot: Snapshot) => {
    const property = itemOfKind(snapshot, 'property', change.itemId);
    return new Map(property ? filesOf(planOfProperty(snapshot, property), sides) : []);
  };
  return pairs(files(sides.before), files(overlay(sides.before, [change]))).map(([path, one, other]) => ({
    key: path,
    label: `${path}: this property`,
    before: one,
    after: other,
  }));
}

/** The file of an event; a retired one has none. */
function schemaOf(eventId: string, sides: Sides): Piece[] {
  const file = (snapshot: Snapshot) => {
    const event = itemOfKind(snapshot, 'event', eventId);
    return event && filesOf(planOfEvent(snapshot, event), sides).find(([path]) => path.startsWith('events/'));
  };
  const [before, after] = [file(sides.before), file(sides.after)];
  const [was, is] = [before?.[0], after?.[0]];
  const label = was && is && was !== is ? `${was} → ${is}` : (is ?? was);
  return label ? [{ key: eventId, label, before: before?.[1] ?? null, after: after?.[1] ?? null }] : [];
}

/** The calls of an event, one per source that sends it. */
function callsOf(eventId: string, sides: Sides, only: string | undefined): Piece[] {
  const sent = (snapshot: Snapshot) => {
    const event = itemOfKind(snapshot, 'event', eventId);
    return event?.content.lifecycle.state === 'retired' ? undefined : event;
  };
  const [before, after] = [sent(sides.before), sent(sides.after)];
  const sources = new Set([...(after?.content.sources ?? []), ...(before?.content.sources ?? [])]);
  const asked: readonly (string | null)[] = sources.size === 0 ? [null] : [...sources];
  return asked
    .filter((id) => only === undefined || id === only)
    .flatMap((id): Piece[] => {
      const [was, is] = [call(sides.before, before, id), call(sides.after, after, id)];
      const shown = is ?? was;
      if (!shown) return [];
      const label = `${shown.event}, ${shown.from}`;
      return [{ key: `${eventId} ${id ?? ''}`, label, before: was?.text ?? null, after: is?.text ?? null }];
    })
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
}

function call(snapshot: Snapshot, event: Revision<'event'> | undefined, sourceId: string | null) {
  const source = sourceId === null ? null : itemOfKind(snapshot, 'source', sourceId);
  if (!event || source === undefined || (source && !event.content.sources.includes(source.id))) return undefined;
  const { language, text } = callOf(snapshot, event, source);
  const label = snippetLabels[language];
  return { event: qualifiedName(event), from: source ? `${source.name} (${label})` : label, text };
}

/** The schemas of a plan by path. */
function filesOf(snapshot: Snapshot, { slug, name }: Sides): [path: string, text: string][] {
  const { files } = jsonSchema.files({ slug, name, snapshot, ownerNames: new Map() }, {});
  return files.map(({ path, text }) => [path, text]);
}

function pairs(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) {
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  return paths.map((path) => [path, before.get(path) ?? null, after.get(path) ?? null] as const);
}
