import { infiniteQueryOptions, useMutation } from '@tanstack/react-query';
import * as z from 'zod';
import type { Page } from '@/lib/contracts/common';
import { type ReleaseRow, releaseListSchema } from '@/lib/contracts/releases';
import { api, newIdempotencyKey } from './http';
import { type PlanPlace, planPath } from './items';

/** The releases of a plan, newest first, page by page. */
export function releaseListOptions(
  place: PlanPlace,
  ask: { significance?: string | undefined; item?: string | undefined },
) {
  return infiniteQueryOptions({
    queryKey: ['releases', place.workspace, place.plan, ask],
    queryFn: ({ pageParam, signal }): Promise<Page<ReleaseRow>> =>
      api(`${planPath(place)}/releases`, { schema: releaseListSchema, signal, query: { ...ask, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** Opens a change request that takes a release back. */
export function useRevertRelease(place: PlanPlace) {
  return useMutation({
    mutationFn: (release: number) =>
      api(`${planPath(place)}/releases/${release}/revert`, {
        method: 'POST',
        body: {},
        idempotencyKey: newIdempotencyKey(),
        schema: z.object({ number: z.number().int() }),
      }),
  });
}
