import type { ItemListAsk } from '@/lib/client/items';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { groupKeys, sortKeys } from '@/lib/domain/plan-query/list-keys';

const sorts = [...sortKeys, ...sortKeys.map((key) => `-${key}` as const)] as const;

/** What the address of a list says, unchecked. */
export interface ListAddress {
  readonly f?: string | null | undefined;
  readonly sort?: string | null | undefined;
  readonly group?: string | null | undefined;
  readonly at?: string | null | undefined;
}

/** What to ask for the address of a list; server and browser ask alike, so that the first page is read once. */
export function listAsk(kind: ItemKind, address: ListAddress): ItemListAsk {
  const group = groupKeys.find((key) => key === address.group);
  return {
    kind,
    sort: sorts.find((sort) => sort === address.sort) ?? 'name',
    ...(address.f ? { filter: address.f } : {}),
    ...(group ? { group } : {}),
    ...(address.at ? { at: address.at } : {}),
  };
}
