import { itemPath } from '@/lib/domain/plan-query/item-path';

/** The address of something below a plan. */
export function planHref(place: { readonly workspace: string; readonly plan: string }, path = ''): string {
  return `/${encodeURIComponent(place.workspace)}/${encodeURIComponent(place.plan)}${path === '' ? '' : `/${path}`}`;
}

/** The address of an item, at a release when one is given. */
export function itemHref(
  place: { readonly workspace: string; readonly plan: string },
  item: Parameters<typeof itemPath>[0],
  at?: string | number | null,
): string {
  const search = at === undefined || at === null ? '' : `?at=${encodeURIComponent(at)}`;
  return `${planHref(place, itemPath(item))}${search}`;
}

/** Where an edit of an item, or a new one, is proposed. */
export function proposeHref(
  place: { readonly workspace: string; readonly plan: string },
  ask: { item?: string; kind?: string; name?: string; field?: string },
): string {
  const search = new URLSearchParams(
    Object.entries(ask).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  );
  return `${planHref(place, 'change-requests/new')}?${search}`;
}

/** Where many items of a kind are edited at once: in the request that is open for editing, when there is one. */
export function gridHref(
  place: { readonly workspace: string; readonly plan: string; readonly editing?: number | null },
  ask: { kind: string; f?: string; items?: string; only?: string },
): string {
  const { editing = null, ...own } = place;
  const request = editing === null ? {} : { request: String(editing) };
  const search = new URLSearchParams(Object.entries({ ...ask, ...request }).filter(([, value]) => value !== ''));
  return `${planHref(own, 'grid')}?${search}`;
}
