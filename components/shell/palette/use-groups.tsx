'use client';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { asOfWords } from '@/components/shared/as-of-words';
import { termHref } from '@/components/shared/glossary-text';
import { itemHref, planHref, proposeHref } from '@/components/shared/plan-href';
import { recentItems } from '@/components/shared/recent-items';
import { changeRequestListOptions } from '@/lib/client/change-requests';
import type { PlanPlace } from '@/lib/client/items';
import { memberChoicesOptions } from '@/lib/client/members';
import { saidOptions, searchIndexOptions } from '@/lib/client/search';
import { countVainSearch } from '@/lib/client/synonyms';
import type { SearchHit, SearchIndex as SearchView } from '@/lib/contracts/search';
import { roleWords } from '@/lib/domain/access/roles';
import { readTypedQuery } from '@/lib/domain/plan-query/typed-query';
import { canTell, fitsTyped } from '@/lib/domain/search/fits-typed';
import { searchIndex } from '@/lib/domain/search/search-index';
import type { FoundItem, PaletteGroup, PaletteOption } from './option';
import { preparedIndex, prepareIndex } from './prepared-index';
import { fitsWords, type PaletteMode } from './read-query';
import { ActionRow, ItemRow, PersonRow, ProposeRow, RequestRow, SaidRow, TermRow } from './rows';
import { useActions } from './use-actions';

/** Never more options than this in the page: each costs a little on every key. */
const mostOptions = 50;
const mostItems = 30;
/** How many of the best are looked through for those that fit conditions. */
const mostNarrowed = 400;
const mostBeside = 5;
/** So few that the way to propose what is missing stays in sight. */
const mostClose = 6;
const mostTerms = 4;
const restMs = 200;
const leastAsked = 3;
const vainRestMs = 2_500;

function itemOption(place: PlanPlace, item: FoundItem, at: string | null): PaletteOption {
  return { value: `item:${item.id}`, item, href: itemHref(place, item, at), content: <ItemRow item={item} /> };
}

/** The index of what the server sent; undefined while it is being built. */
function useIndex(data: SearchView | undefined) {
  const [built, setBuilt] = useState<SearchView>();
  useEffect(() => {
    if (!data) return;
    let wanted = true;
    void prepareIndex(data).then(() => wanted && setBuilt(data));
    return () => {
      wanted = false;
    };
  }, [data]);
  // Named so that a build that ends renders anew; one that ended before needs no effect.
  return preparedIndex(built ?? data) ?? preparedIndex(data);
}

/** Items for the words, or those looked at last when nothing is typed yet. */
function useItems(place: PlanPlace, at: string | null, mode: PaletteMode, words: string) {
  const { data, isError } = useQuery(searchIndexOptions(place, at));
  const index = useIndex(data);
  const found = useMemo(() => {
    if (mode !== 'all') return { options: [], isSure: true };
    if (words === '') return { options: recentItems(place).map((item) => itemOption(place, item, at)), isSure: true };
    const typed = readTypedQuery(words);
    const hasConditions = typed.kinds.length + typed.filter.terms.length > 0;
    // What only the search page can answer is left to it, which is offered below.
    if (hasConditions && (typed.words === '' || !canTell(typed))) return { options: [], isSure: true };
    const most = hasConditions ? mostNarrowed : mostItems;
    const hits = (index ? searchIndex(index.items, typed.words, most) : [])
      .filter(({ document }) => !hasConditions || fitsTyped(document, typed))
      .slice(0, mostItems);
    const isSure = hits.some((hit) => !hit.weak);
    const shown = isSure ? hits : hits.slice(0, mostClose);
    const options = shown.map(({ document, highlights, synonym }) =>
      itemOption(place, { ...document, highlights, synonym }, at),
    );
    return { options, isSure };
  }, [index, mode, words, place, at]);
  const terms = useMemo(() => {
    const hits = index && mode === 'all' && words !== '' ? searchIndex(index.terms, words, mostTerms) : [];
    return hits
      .filter((hit) => !hit.weak)
      .map(({ document: { id, name, meaning, anchor }, highlights }) => ({
        value: `term:${id}`,
        href: termHref(place, anchor, at),
        content: <TermRow name={name} meaning={meaning} highlights={highlights} />,
      }));
  }, [index, mode, words, place, at]);
  return { ...found, terms, isError, isReading: !index && !isError && words !== '' };
}

/**
 * Where notes and discussions speak so; the server knows, so it comes after the rest and only once a word has rested.
 * An answer that adds nothing draws nothing: it mostly comes while somebody types on.
 */
function useSaid(place: PlanPlace, mayAsk: boolean, words: string): PaletteOption[] {
  const { workspace, plan } = place;
  const client = useQueryClient();
  const [said, setSaid] = useState<{ readonly words: string; readonly hits: readonly SearchHit[] }>();
  const isAsked = mayAsk && words.length >= leastAsked;
  useEffect(() => {
    if (!isAsked) return;
    let isWanted = true;
    const timer = setTimeout(async () => {
      const answer = await client.query(saidOptions({ workspace, plan }, words)).catch(() => undefined);
      if (isWanted && answer && answer.hits.length > 0) setSaid({ words, hits: answer.hits });
    }, restMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [client, workspace, plan, words, isAsked]);
  const hits = isAsked && said?.words === words ? said.hits : [];
  return hits.map((hit) => ({
    value: `said:${hit.item.id}`,
    href: `${itemHref(place, hit.item)}${hit.places.some(({ label }) => label === 'Note') ? '#notes' : ''}`,
    content: <SaidRow hit={hit} />,
  }));
}

/** Lets what was looked for in vain be counted, once one stops typing it or leaves; nobody is named. */
function useVain(place: PlanPlace, words: string, isVain: boolean) {
  const last = useRef('');
  const counted = useRef(new Set<string>());
  useEffect(() => {
    last.current = isVain && words.length >= leastAsked ? words : '';
    if (last.current === '') return;
    const timer = setTimeout(() => count(place, counted.current, words), vainRestMs);
    return () => clearTimeout(timer);
  }, [place, words, isVain]);
  useEffect(() => {
    const [known, left] = [counted.current, last];
    return () => count(place, known, left.current);
  }, [place]);
}

function count(place: PlanPlace, counted: Set<string>, words: string): void {
  if (words === '' || counted.has(words)) return;
  counted.add(words);
  void countVainSearch(place, words);
}

/** Open change requests by number or title. */
function useRequests(place: PlanPlace, mode: PaletteMode, words: string): PaletteOption[] {
  const { data } = useInfiniteQuery({ ...changeRequestListOptions(place, 'open', ''), staleTime: 60_000 });
  const wanted = words.replace(/^#/u, '');
  return (data?.pages ?? [])
    .flatMap((page) => page.items)
    .filter((request) => wanted === '' || String(request.number).startsWith(wanted) || fitsWords(request.title, wanted))
    .slice(0, mode === 'requests' ? mostOptions : mostBeside)
    .map((request) => ({
      value: `request:${request.number}`,
      href: planHref(place, `change-requests/${request.number}`),
      content: <RequestRow request={request} />,
    }));
}

/** Members by name; taking one lists what they own. */
function usePeople(place: PlanPlace, mode: PaletteMode, words: string): PaletteOption[] {
  const { data } = useQuery({ ...memberChoicesOptions(place.workspace), enabled: mode === 'people' });
  return (data?.items ?? [])
    .filter((member) => words === '' || fitsWords(member.name, words))
    .slice(0, mostOptions)
    .map((member) => ({
      value: `person:${member.id}`,
      href: `${planHref(place, 'events')}?f=${encodeURIComponent(`owner:"${member.name}"`)}`,
      content: <PersonRow name={member.name} hint={roleWords[member.role].label} />,
    }));
}

/** Everything the palette offers for what was typed, at most 50 options in groups. */
export function useGroups(place: PlanPlace, at: string | null, mode: PaletteMode, words: string) {
  const items = useItems(place, at, mode, words);
  const requests = useRequests(place, mode, words);
  const people = usePeople(place, mode, words);
  const actions = useActions(place, words);
  // What was said, and is missing, belongs to the plan of today.
  const said = useSaid(place, mode === 'all' && at === null, words);
  const isVain = mode === 'all' && !items.isReading && !items.isSure && items.terms.length === 0 && said.length === 0;
  useVain(place, words, isVain && at === null);
  const groups: PaletteGroup[] = [];
  const itemsThen = at === null ? 'Items' : `Items as of ${asOfWords(at)}`;
  const add = (label: string, options: readonly PaletteOption[]) => {
    if (options.length > 0) groups.push({ label, options });
  };
  if (mode === 'people') add('People', people);
  if (mode === 'actions') add('Actions', actions.slice(0, mostOptions));
  if (mode === 'requests') add('Change requests', requests);
  if (mode === 'all') {
    const isUnsure = words !== '' && !items.isSure;
    // A word that the glossary explains for sure comes before items that are only close.
    if (isUnsure) add('Glossary', items.terms);
    add(words === '' ? 'Recent' : isUnsure ? 'No sure match; these are close' : itemsThen, items.options);
    if (!isUnsure) add('Glossary', items.terms);
    if (isUnsure && !items.isReading && at === null) {
      const href = proposeHref(place, { kind: 'event', name: words });
      const label = items.options.length === 0 ? 'Nothing is called so' : 'If it is none of these';
      add(label, [{ value: 'propose', href, content: <ProposeRow words={words} /> }]);
    }
    if (words !== '') add('Change requests', requests);
    add('In notes and discussions', said);
    add('Actions', actions.slice(0, words === '' ? 8 : mostBeside));
    if (words !== '') {
      const href = `${planHref(place, 'search')}?q=${encodeURIComponent(words)}${at === null ? '' : `&at=${encodeURIComponent(at)}`}`;
      const isNone = isUnsure && !items.isReading && at !== null && items.options.length === 0;
      add(isNone ? 'Nothing was called so then' : 'Search', [
        { value: 'search', href, content: <ActionRow icon={Search} label={`All results for “${words}”`} /> },
      ]);
    }
  }
  return { groups, isError: items.isError, isReading: items.isReading };
}
