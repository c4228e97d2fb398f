import { foldName } from '../../../kit/fold';
import type { Revision } from '../../plan/item';
import { event as eventKind } from '../../plan/kinds/event';
import type { EventContent } from '../../plan/kinds/event-content';
import { eventContentSchema } from '../../plan/kinds/event-content';
import { source as sourceKind } from '../../plan/kinds/source';
import type { PropertyUse } from '../../plan/property-use';
import { itemByName, itemOfKind, itemsOfKind } from '../../plan/snapshot';
import type { DraftEvent, DraftUse } from '../draft';
import type { DraftContext, Proposal } from './proposal';
import { type MatchedEvent, type ToldUse, tellProperties } from './row-properties';

/** Proposes events as rows tell them: new ones, and the fields that rows speak of in those the plan has. */
export function proposeEvents(drafts: readonly DraftEvent[], context: DraftContext, proposal: Proposal): void {
  const events = match(drafts, context);
  const told = tellProperties(events, context, proposal);
  const sources = tellSources(drafts, context, proposal);
  for (const matched of events) {
    const content = contentOf(matched, told, sources, context);
    const { draft, id } = matched;
    proposal.set({ id, kind: 'event', namespace: draft.namespace, name: draft.name, content }, draft.rows[0] ?? 0);
  }
  if (!context.removeMissing) return;
  const kept = new Set(events.map((event) => event.id));
  for (const event of itemsOfKind(context.snapshot, 'event')) if (!kept.has(event.id)) proposal.remove(event.id);
}

/** By the value that tells events of one name apart, then by name; no item is matched twice. */
function match(drafts: readonly DraftEvent[], context: DraftContext): MatchedEvent[] {
  const byKey = eventsByKey(drafts, context);
  const taken = new Set<string>();
  const found = new Map<DraftEvent, Revision<'event'>>();
  const claim = (draft: DraftEvent, event: Revision<'event'> | undefined) => {
    if (!event || taken.has(event.id) || found.has(draft)) return;
    taken.add(event.id);
    found.set(draft, event);
  };
  for (const draft of drafts)
    if (draft.key) claim(draft, byKey.get(`${draft.key.column}\n${draft.key.value}`) ?? undefined);
  for (const draft of drafts)
    claim(draft, itemByName(context.snapshot, 'event', draft.namespace, draft.name) as Revision<'event'> | undefined);
  return drafts.map((draft) => {
    const before = found.get(draft);
    return { draft, before, id: before?.id ?? context.newId(eventKind.idPrefix) };
  });
}

/** Events by a fact that only one of them has. */
function eventsByKey(
  drafts: readonly DraftEvent[],
  context: DraftContext,
): ReadonlyMap<string, Revision<'event'> | null> {
  const columns = new Set(drafts.flatMap((draft) => (draft.key ? [draft.key.column] : [])));
  const result = new Map<string, Revision<'event'> | null>();
  if (columns.size === 0) return result;
  for (const event of itemsOfKind(context.snapshot, 'event')) {
    for (const { key, value } of event.content.extras) {
      if (!columns.has(key) || value === '') continue;
      const entry = `${key}\n${value}`;
      result.set(entry, result.has(entry) ? null : event);
    }
  }
  return result;
}

function tellSources(
  drafts: readonly DraftEvent[],
  context: DraftContext,
  proposal: Proposal,
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const draft of drafts) {
    for (const name of draft.sources) {
      const key = foldName(name);
      const row = draft.rows[0] ?? 0;
      if (ids.has(key)) continue;
      const before = itemByName(context.snapshot, 'source', null, name);
      const id = before?.id ?? context.newId(sourceKind.idPrefix);
      ids.set(key, id);
      if (before) continue;
      context.findings.add('source.created', { row, value: name });
      proposal.set(
        { id, kind: 'source', namespace: null, name, content: { lifecycle: { state: context.emptyStatus } } },
        row,
      );
    }
  }
  return ids;
}

function contentOf(
  { draft, before }: MatchedEvent,
  told: ReadonlyMap<DraftUse, ToldUse>,
  sourceIds: ReadonlyMap<string, string>,
  context: DraftContext,
): EventContent {
  const base: EventContent = before?.content ?? eventContentSchema.parse({ lifecycle: { state: context.emptyStatus } });
  const sources =
    draft.sources.length > 0 ? draft.sources.map((name) => sourceIds.get(foldName(name)) ?? '') : base.sources;
  const uses = draft.uses.flatMap((use) => told.get(use) ?? []);
  return {
    ...base,
    ...draft.fields,
    ...tellOwner(draft, base, context),
    lifecycle: draft.state ? { ...base.lifecycle, state: draft.state } : base.lifecycle,
    sources,
    sourceOfTruth: base.sourceOfTruth !== null && sources.includes(base.sourceOfTruth) ? base.sourceOfTruth : null,
    links: [...new Map([...base.links, ...draft.links].map((link) => [link.url, link])).values()],
    properties: mergeUses(base.properties, uses, context),
  };
}

function tellOwner(
  draft: DraftEvent,
  base: EventContent,
  context: DraftContext,
): Pick<EventContent, 'owner' | 'extras'> {
  const extras = new Map(base.extras.map((extra) => [extra.key, extra.value]));
  for (const [key, value] of draft.extras) {
    if (value !== '') extras.set(key, value);
  }
  let owner = base.owner;
  if (draft.owner !== null) {
    const found = context.findOwner(draft.owner);
    if (found) {
      owner = found;
      extras.delete('owner');
    } else {
      extras.set('owner', draft.owner);
      context.findings.add('owner.unknown', { row: draft.rows[0] ?? 0, value: draft.owner });
    }
  }
  return { owner, extras: [...extras].map(([key, value]) => ({ key, value })) };
}

/** The uses an event has, with what rows say laid over them; a use of another property of the same name gives way. */
function mergeUses(
  before: readonly PropertyUse[],
  told: readonly ToldUse[],
  { snapshot, removeMissing }: DraftContext,
): PropertyUse[] {
  const toldIds = new Set(told.map((one) => one.propertyId));
  const toldNames = new Set(told.map((one) => foldName(one.use.name)));
  const stays = (use: PropertyUse) => {
    if (toldIds.has(use.propertyId)) return true;
    const name = itemOfKind(snapshot, 'property', use.propertyId)?.name;
    return !removeMissing && (name === undefined || !toldNames.has(foldName(name)));
  };
  const result = new Map(before.filter(stays).map((use) => [use.propertyId, use]));
  for (const { propertyId, use, allowedValues, note } of told) {
    const known: PropertyUse = result.get(propertyId) ?? {
      propertyId,
      presence: { kind: 'sometimes' },
      allowedValues: null,
      pinned: null,
      note: '',
      perSource: [],
    };
    result.set(propertyId, {
      ...known,
      presence: use.presence ?? known.presence,
      allowedValues:
        allowedValues === undefined ? known.allowedValues : allowedValues === null ? null : [...allowedValues],
      note: note ?? known.note,
    });
  }
  return [...result.values()];
}
