'use client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useMemo } from 'react';
import { itemHref, planHref, proposeHref } from '@/components/shared/plan-href';
import { recentItems } from '@/components/shared/recent-items';
import { changeRequestListOptions } from '@/lib/client/change-requests';
import type { PlanPlace } from '@/lib/client/items';
import { memberChoicesOptions } from '@/lib/client/members';
import { searchIndexOptions } from '@/lib/client/search';
import { roleWords } from '@/lib/domain/access/roles';
import { searchIndex } from '@/lib/domain/search/search-index';
import type { FoundItem, PaletteGroup, PaletteOption } from './option';
import { prepareIndex } from './prepared-index';
import { fitsWords, type PaletteMode } from './read-query';
import { ActionRow, ItemRow, PersonRow, ProposeRow, RequestRow } from './rows';
import { useActions } from './use-actions';

/** Never more options than this in the page: each costs a little on every key. */
const mostOptions = 50;
const mostItems = 30;
const mostBeside = 5;

function itemOption(place: PlanPlace, item: FoundItem): PaletteOption {
  return { value: `item:${item.id}`, item, href: itemHref(place, item), content: <ItemRow item={item} /> };
}

/** Items for the words, or those looked at last when nothing is typed yet. */
function useItems(place: PlanPlace, mode: PaletteMode, words: string) {
  const { data, isError, isPending } = useQuery(searchIndexOptions(place));
  const options = useMemo(() => {
    if (mode !== 'all') return [];
    if (words === '') return recentItems(place).map((item) => itemOption(place, item));
    if (!data) return [];
    const hits = searchIndex(prepareIndex(data), words, mostItems);
    return hits.map(({ document, highlights }) => itemOption(place, { ...document, highlights }));
  }, [data, mode, words, place]);
  return { options, isError, isReading: isPending && words !== '' };
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
export function useGroups(place: PlanPlace, mode: PaletteMode, words: string) {
  const items = useItems(place, mode, words);
  const requests = useRequests(place, mode, words);
  const people = usePeople(place, mode, words);
  const actions = useActions(place, words);
  const groups: PaletteGroup[] = [];
  const add = (label: string, options: readonly PaletteOption[]) => {
    if (options.length > 0) groups.push({ label, options });
  };
  if (mode === 'people') add('People', people);
  if (mode === 'actions') add('Actions', actions.slice(0, mostOptions));
  if (mode === 'requests') add('Change requests', requests);
  if (mode === 'all') {
    add(words === '' ? 'Recent' : 'Items', items.options);
    if (words !== '') add('Change requests', requests);
    add('Actions', actions.slice(0, words === '' ? 8 : mostBeside));
    if (words !== '' && items.options.length === 0 && !items.isReading) {
      const href = proposeHref(place, { kind: 'event', name: words });
      add('Nothing is called so', [{ value: 'propose', href, content: <ProposeRow words={words} /> }]);
    }
    if (words !== '') {
      const href = `${planHref(place, 'search')}?q=${encodeURIComponent(words)}`;
      add('Search', [
        { value: 'search', href, content: <ActionRow icon={Search} label={`All results for “${words}”`} /> },
      ]);
    }
  }
  return { groups, isError: items.isError, isReading: items.isReading };
}
