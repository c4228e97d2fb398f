'use client';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { groupKeys, sortKeys } from '@/lib/domain/plan-query/list-keys';

const sorts = [...sortKeys, ...sortKeys.map((key) => `-${key}` as const)] as const;
export type Sort = (typeof sorts)[number];

/** What the address of a list holds: filter, order, groups, columns, the release read, the item peeked at, and the view it came from. */
export function useListState() {
  return useQueryStates(
    {
      f: parseAsString.withDefault(''),
      sort: parseAsStringLiteral(sorts).withDefault('name'),
      group: parseAsStringLiteral(groupKeys),
      cols: parseAsString,
      at: parseAsString,
      peek: parseAsString,
      view: parseAsString,
    },
    { history: 'replace', shallow: true },
  );
}
