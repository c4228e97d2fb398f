import type { ListShape } from '@/lib/contracts/views';
import type { GroupKey } from '@/lib/domain/plan-query/list-keys';

/** What the address of a list says about how it looks. */
export interface ListLook {
  readonly f: string;
  readonly sort: ListShape['sort'];
  readonly group: GroupKey | null;
  readonly cols: string | null;
}

/** In place of a view's id: the list as it is, also for somebody whose list opens with a view. */
export const noView = 'all';

/** How a list looks, as a view keeps it. */
export function shapeOf({ f, sort, group, cols }: ListLook): ListShape {
  return {
    filter: f,
    sort,
    group,
    columns: cols === null ? null : cols.split(',').filter((id) => /^[A-Za-z]{1,40}$/u.test(id)),
  };
}

/** A view's shape, as the address of a list says it. */
export function lookOf({ filter, sort, group, columns }: ListShape): ListLook {
  return { f: filter, sort, group, cols: columns === null ? null : columns.join(',') };
}

/** Whether a list still looks as its view says. */
export function looksLike(look: ListLook, shape: ListShape): boolean {
  return JSON.stringify(shapeOf(look)) === JSON.stringify(shapeOf(lookOf(shape)));
}

/** The query of a list's address that shows a view; the address holds everything, the view only its name. */
export function viewSearch(view: { readonly id: string; readonly shape: ListShape }): string {
  const { f, sort, group, cols } = lookOf(view.shape);
  const search = new URLSearchParams();
  if (f !== '') search.set('f', f);
  if (sort !== 'name') search.set('sort', sort);
  if (group !== null) search.set('group', group);
  if (cols !== null) search.set('cols', cols);
  search.set('view', view.id);
  return search.toString();
}

const listMembers = ['f', 'sort', 'group', 'cols', 'at', 'peek', 'view'];

/** Whether an address asks for a list and says nothing of how, so that the reader's own view may say it. */
export function saysNothing(members: Iterable<string>): boolean {
  return ![...members].some((member) => listMembers.includes(member));
}
