import 'server-only';
import type { MarkedText, SearchDocument, SearchHit, SearchQuery, SearchResult } from '@/lib/contracts/search';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import type { Revision } from '@/lib/domain/plan/item';
import { kinds } from '@/lib/domain/plan/kinds/list';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import { factsOf } from '@/lib/domain/plan-query/facts';
import { mentionOf, shortened } from '@/lib/domain/plan-query/item-ref';
import { type FilterContext, testsOf } from '@/lib/domain/plan-query/match';
import { readTypedQuery } from '@/lib/domain/plan-query/typed-query';
import type { SearchIndex } from '@/lib/domain/search/build-search-index';
import { type Marker, markText, rangesIn } from '@/lib/domain/search/highlight';
import { rankDocuments, searchMarker, synonymFinder } from '@/lib/domain/search/search-index';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { foldName } from '@/lib/kit/fold';
import { ok, type Result } from '@/lib/kit/result';
import { type OwnerNames, readOwnerNames } from '@/lib/store/owner-names';
import { type PlanHistory, readPlanHistory } from '@/lib/store/plan-history';
import { type PlanAtError, readPlanAt } from '@/lib/store/read-plan-at';
import { findSaidOfItems, type SaidOfItem } from '@/lib/store/said-of-items';
import { findTerms, knowing, readPlanWords } from './plan-words';
import { searchIndexOf } from './search-documents';

interface Found {
  readonly item: Revision;
  readonly document: SearchDocument;
  /** Of the document in the index. */
  readonly number: number;
  readonly weak: boolean;
}

/** Items by name, former name, value, tag, owner, meaning and the other sentences, with facets and what matched marked. */
export async function searchPlan(
  actor: Actor,
  input: SearchQuery & { plan: string },
): Promise<Result<SearchResult, AccessDenied | PlanAtError>> {
  const allowed = can(actor, 'search.read');
  if (!allowed.ok) return allowed;
  const tx = prisma();
  const opened = await readPlanAt(tx, actor.workspaceId, input.plan, input.at);
  if (!opened.ok) return opened;
  const { plan, snapshot } = opened.value;
  const typed = readTypedQuery(input.q);
  const q = typed.words;
  const parts = foldName(q)
    .split(' ')
    .filter((part) => part !== '');
  const [history, owners, words, said] = await Promise.all([
    readPlanHistory(tx, actor.workspaceId, snapshot),
    readOwnerNames(tx, actor.workspaceId),
    readPlanWords(tx, plan, input.at),
    // A discussion belongs to no release: who reads the past does not find what was said since.
    input.at === undefined ? findSaidOfItems(tx, actor.workspaceId, plan.id, parts) : [],
  ]);
  const saidOf = Map.groupBy(said, ({ itemId }) => itemId);
  const index = knowing(searchIndexOf(snapshot, history, owners), words.synonyms);
  const tests = testsOf(typed.filter, contextOf(actor, owners, history));
  const facts = factsOf(snapshot);
  const found = find(snapshot, index, parts, q, saidOf).filter(({ item }) => {
    const own = facts.get(item.id);
    const isOfKind = typed.kinds.length === 0 || typed.kinds.includes(item.kind);
    return isOfKind && own !== undefined && tests.every((test) => test(item, own));
  });
  const marker = searchMarker(index, q);
  const synonymOf = synonymFinder(index, q);
  const chosen = found.filter(
    ({ item, document }) => fits(item, document, input) && (input.only === undefined || saidOf.has(item.id)),
  );
  return ok({
    release: snapshot.release,
    releasedAt: history.releasedAt.get(snapshot.release)?.toISOString() ?? null,
    total: chosen.length,
    weak: q !== '' && chosen.length > 0 && chosen.every((one) => one.weak),
    hits: chosen.slice(0, input.limit).map((one) => ({
      ...hitOf(one, marker, owners, saidOf.get(one.item.id) ?? []),
      synonym: synonymOf(one.number),
    })),
    terms: findTerms(words, q),
    facets: facetsOf(found),
  });
}

function find(
  snapshot: Snapshot,
  index: SearchIndex<SearchDocument>,
  parts: readonly string[],
  q: string,
  saidOf: ReadonlyMap<string, unknown>,
): Found[] {
  const found = new Map<string, Found>();
  const add = (number: number, weak = false) => {
    const document = index.documents[number];
    const item = document && snapshot.items.get(document.id);
    if (document && item && !found.has(item.id)) found.set(item.id, { item, document, number, weak });
  };
  if (q.trim() === '') {
    const inOrder = [...index.documents.entries()].sort(([, one], [, other]) => byName(one, other));
    for (const [number] of inOrder) add(number);
    return [...found.values()];
  }
  for (const { document, weak } of rankDocuments(index, q)) add(document, weak);
  // Sentences beyond the index come last: all words must occur in one of them.
  const beyond = beyondIndex(snapshot);
  for (const [number, document] of index.documents.entries()) {
    const texts = beyond.get(document.id) ?? [];
    if (saidOf.has(document.id) || texts.some((text) => parts.every((part) => text.includes(part)))) add(number);
  }
  return [...found.values()];
}

const byName = (one: SearchDocument, other: SearchDocument) =>
  one.name < other.name ? -1 : one.name > other.name ? 1 : one.id < other.id ? -1 : 1;

/** Shorter sentences are in the index whole. */
const longest = 150;
const foldedOf = new WeakMap<Snapshot, ReadonlyMap<string, readonly string[]>>();

/** The long sentences of each item, folded, of which the index may hold only the beginning. */
function beyondIndex(snapshot: Snapshot): ReadonlyMap<string, readonly string[]> {
  const known = foldedOf.get(snapshot);
  if (known) return known;
  const folded = new Map<string, readonly string[]>();
  for (const item of snapshot.items.values()) {
    const texts = sentencesOf(item).flatMap(({ text }) => (text.length > longest ? [foldName(text)] : []));
    if (texts.length > 0) folded.set(item.id, texts);
  }
  foldedOf.set(snapshot, folded);
  return folded;
}

function sentencesOf(item: Revision): { label: string; text: string }[] {
  const { content } = item;
  const own = [{ label: 'Meaning', text: content.meaning }];
  if (item.kind === 'event') {
    const { firesWhen, doesNotCount, purpose } = item.content;
    own.push(
      { label: 'Fires when', text: firesWhen },
      { label: 'Does not count', text: doesNotCount },
      { label: 'Purpose', text: purpose },
    );
  }
  if (item.kind === 'property') {
    for (const value of item.content.allowedValues ?? [])
      own.push({ label: `Value ${String(value.value)}`, text: value.meaning });
  }
  return own;
}

function fits(item: Revision, document: SearchDocument, input: SearchQuery): boolean {
  if (input.kind && item.kind !== input.kind) return false;
  if (input.owner !== undefined && document.owner !== input.owner) return false;
  if (input.lifecycle !== undefined && document.lifecycle !== input.lifecycle) return false;
  return input.tag === undefined || document.tags.includes(input.tag);
}

function hitOf(
  { item, document, weak }: Found,
  marker: Marker,
  owners: OwnerNames,
  said: readonly SaidOfItem[],
): Omit<SearchHit, 'synonym'> {
  const marked = (text: string): MarkedText => markText(text, rangesIn(text, marker));
  const name = marked(item.name);
  const formerName = document.formerNames.find((former) => rangesIn(former, marker).length > 0) ?? null;
  const places = [...sentencesOf(item), ...latestOf(said)]
    .map(({ label, text }) => ({ label, text: marked(shortened(text, 400)) }))
    .filter((place) => place.text.some((piece) => piece.marked));
  const values = document.values.filter((value) => rangesIn(value, marker).length > 0).slice(0, 5);
  const { owner } = item.content;
  return {
    item: mentionOf(item),
    owner: owner && { ...owner, name: owners.nameOf(owner) },
    name,
    places: [
      ...places.slice(0, 3),
      ...(values.length > 0 ? [{ label: 'Values', text: marked(values.join(', ')) }] : []),
    ],
    formerName: name.some((piece) => piece.marked) ? null : formerName,
    weak,
  };
}

/** The latest of the notes and of the discussion. */
function latestOf(said: readonly SaidOfItem[]): { label: string; text: string }[] {
  const note = said.find(({ place }) => place === 'note');
  const comment = said.find(({ place }) => place === 'discussion');
  return [
    { label: 'Note', text: note?.body ?? '' },
    { label: 'Discussion', text: comment?.body ?? '' },
  ];
}

function contextOf(actor: Actor, owners: OwnerNames, history: PlanHistory): FilterContext {
  return {
    me: actor,
    ownersNamed: owners.keysNamed,
    ownerNamed: owners.nameOfKey,
    releasedAt: (release) => history.releasedAt.get(release),
    now: now(),
  };
}

function facetsOf(found: readonly Found[]): SearchResult['facets'] {
  const count = (values: (one: Found) => readonly string[], label: (value: string) => string = (value) => value) => {
    const counts = new Map<string, number>();
    for (const one of found) for (const value of values(one)) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts]
      .map(([value, total]) => ({ value, label: label(value), count: total }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, 12);
  };
  return {
    kind: count(
      ({ item }) => [item.kind],
      (value) => kinds[value as Revision['kind']].plural,
    ),
    owner: count(
      ({ document }) => [document.owner],
      (value) => value || 'No owner',
    ),
    lifecycle: count(({ document }) => [document.lifecycle]),
    tag: count(({ document }) => document.tags),
  };
}
