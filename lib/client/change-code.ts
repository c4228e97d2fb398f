import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CodeViewName } from '@/lib/contracts/change-code';
import { changeRequestKeys, changeRequestPath } from './change-requests';
import { api } from './http';
import type { PlanPlace } from './items';

/** What one change does to code; another `lockVersion` of its request is a new entry of the cache. */
export function changeCodeOptions(
  place: PlanPlace,
  number: number,
  itemId: string,
  lockVersion: number,
  view: CodeViewName,
) {
  return queryOptions({
    queryKey: [...changeRequestKeys.change(place, number, itemId), 'code', view, lockVersion],
    queryFn: ({ signal }) =>
      api(`${changeRequestPath(place, number)}/changes/${encodeURIComponent(itemId)}/code`, {
        schema: async () => (await import('@/lib/contracts/change-code')).changeCodeViewSchema,
        signal,
        query: { view },
      }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
