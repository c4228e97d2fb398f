import { foldName } from '../../../kit/fold';
import type { ItemKind } from '../../plan/kinds/define';
import { kinds } from '../../plan/kinds/list';
import { ownerSchema } from '../../plan/parts';
import { itemByName, itemsOfKind } from '../../plan/snapshot';
import type { DraftItem } from '../draft';
import type { DraftContext, Proposal } from './proposal';
import { remapReferences } from './remap';

/** Proposes items that a file tells completely, under the ids they have in this plan, or new ones. */
export function proposeItems(items: readonly DraftItem[], context: DraftContext, proposal: Proposal): void {
  const { snapshot, findings } = context;
  const idHere = new Map<string, string>();
  const claimed = new Set<string>();
  const withId = (item: DraftItem) => snapshot.items.get(item.id)?.kind === item.kind;
  // Identity first: a name may have moved to another item.
  for (const item of items) {
    if (!withId(item)) continue;
    idHere.set(item.id, item.id);
    claimed.add(item.id);
  }
  for (const item of items) {
    if (withId(item)) continue;
    const named = itemByName(snapshot, item.kind, item.namespace, item.name);
    const id = named && !claimed.has(named.id) ? named.id : context.newId(kinds[item.kind].idPrefix);
    idHere.set(item.id, id);
    claimed.add(id);
  }
  const sources = sourcesByName(items, idHere, context);
  for (const item of items) {
    const id = idHere.get(item.id);
    if (id === undefined) continue;
    const content = remapReferences(item.content, (other, field) => {
      const here = idHere.get(other) ?? (snapshot.items.has(other) ? other : null);
      if (here === null)
        findings.add('item.reference-missing', {
          row: item.row,
          column: `${item.name.slice(0, 80)}: ${field}`,
          value: other,
        });
      return here;
    });
    const kept = context.removeMissing ? content : withUsesOf(id, content, context);
    const told = item.sources === null ? kept : withSources(kept, item, sources, context);
    proposal.set(
      { id, kind: item.kind, namespace: item.namespace, name: item.name, content: withOwner(told, item, context) },
      item.row,
    );
  }
  if (context.removeMissing) removeOthers(items, claimed, context, proposal);
}

/** The content with the property uses that the plan has and the file has not. */
function withUsesOf(
  id: string,
  content: Readonly<Record<string, unknown>>,
  context: DraftContext,
): Readonly<Record<string, unknown>> {
  const before = context.snapshot.items.get(id);
  if (before?.kind !== 'event' && before?.kind !== 'property-group') return content;
  const told: unknown[] = Array.isArray(content.properties) ? content.properties : [];
  const ids = new Set(told.map((use) => (use as { propertyId?: unknown }).propertyId));
  const others = before.content.properties.filter((use) => !ids.has(use.propertyId));
  return others.length === 0 ? content : { ...content, properties: [...told, ...others] };
}

function removeOthers(
  items: readonly DraftItem[],
  claimed: ReadonlySet<string>,
  context: DraftContext,
  proposal: Proposal,
): void {
  const told = new Set<ItemKind>(items.map((item) => item.kind));
  for (const item of context.snapshot.items.values()) {
    if (told.has(item.kind) && !claimed.has(item.id)) proposal.remove(item.id);
  }
}

/** The owner of the content while the row still shows its name, else the one that the row names. */
function withOwner(content: Readonly<Record<string, unknown>>, item: DraftItem, context: DraftContext): object {
  const parsed = ownerSchema.nullable().safeParse(content.owner ?? null);
  if (!parsed.success) return content;
  const name = parsed.data && context.ownerName(parsed.data);
  if (
    name !== null &&
    [name, parsed.data?.id].some((shown) => shown !== undefined && foldName(shown) === foldName(item.owner))
  )
    return content;
  if (item.owner === '') return parsed.data === null ? content : { ...content, owner: null };
  const found = context.findOwner(item.owner);
  if (found) return { ...content, owner: found };
  context.findings.add('owner.unknown', { row: item.row, value: item.owner });
  const extras = Array.isArray(content.extras) ? content.extras.filter((extra) => extra?.key !== 'owner') : [];
  return { ...content, owner: null, extras: [...extras, { key: 'owner', value: item.owner }] };
}

function sourcesByName(
  items: readonly DraftItem[],
  idHere: ReadonlyMap<string, string>,
  context: DraftContext,
): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  const add = (namespace: string | null, name: string, id: string) =>
    result.set(foldName(namespace === null ? name : `${namespace}/${name}`), id);
  for (const source of itemsOfKind(context.snapshot, 'source')) add(source.namespace, source.name, source.id);
  for (const item of items) if (item.kind === 'source') add(item.namespace, item.name, idHere.get(item.id) ?? item.id);
  return result;
}

function withSources(
  content: Readonly<Record<string, unknown>>,
  item: DraftItem,
  known: ReadonlyMap<string, string>,
  context: DraftContext,
): Record<string, unknown> {
  const ids = (item.sources ?? []).flatMap((name) => {
    const id = known.get(foldName(name));
    if (id === undefined)
      context.findings.add('item.reference-missing', {
        row: item.row,
        column: `${item.name.slice(0, 80)}: sources`,
        value: name,
      });
    return id === undefined ? [] : [id];
  });
  const truth = content.sourceOfTruth;
  return { ...content, sources: ids, sourceOfTruth: typeof truth === 'string' && ids.includes(truth) ? truth : null };
}
