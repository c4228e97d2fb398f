import { infiniteQueryOptions } from '@tanstack/react-query';
import { type ReleaseRow, releaseListSchema } from '@/lib/contracts/releases';
import type { Page } from '@/lib/contracts/common';
import { api } from './http';
import { type PlanPlace, planPath } from './items';

/** The releases of a plan, newest first, page by page. */
export function releaseListOptions(place: PlanPlace, ask: { significance?: string | undefined; item?: string | undefined }) {
  return infiniteQueryOptions({
    queryKey: ['releases', place.workspace, place.plan, ask],
    queryFn: ({ pageParam, signal }): Promise<Page<ReleaseRow>> =>
      api(`${planPath(place)}/releases`, { schema: releaseListSchema, signal, query: { ...ask, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}
