import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ProposeFix } from '@/lib/contracts/plan-health';
import type { HealthKind } from '@/lib/domain/health/kinds';
import { changeRequestKeys } from './change-requests';
import { api, newIdempotencyKey } from './http';
import { itemKeys, type PlanPlace, planPath } from './items';

const changeRequestsContract = () => import('@/lib/contracts/change-requests');
const planHealthContract = () => import('@/lib/contracts/plan-health');

const healthKey = (place: PlanPlace) => [...itemKeys.all(place), 'health'] as const;

/** What a plan lacks in numbers; asked again while releases are still being counted. */
export function planHealthOptions(place: PlanPlace, at: string | null) {
  return queryOptions({
    queryKey: [...healthKey(place), 'numbers', at],
    queryFn: ({ signal }) =>
      api(`${planPath(place)}/health`, {
        schema: async () => (await planHealthContract()).planHealthSchema,
        signal,
        query: { at },
      }),
    refetchInterval: (query) => ((query.state.data?.uncounted ?? 0) > 0 ? 3_000 : false),
  });
}

/** What is wrong with the items of a plan, page by page. */
export function healthFindingsOptions(place: PlanPlace, ask: { kind: HealthKind | null; at: string | null }) {
  return infiniteQueryOptions({
    queryKey: [...healthKey(place), 'findings', ask],
    queryFn: ({ pageParam, signal }) =>
      api(`${planPath(place)}/health/findings`, {
        schema: async () => (await planHealthContract()).healthFindingListSchema,
        signal,
        query: { ...ask, cursor: pageParam },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** Proposes one fix for many items in one request. */
export function useProposeFix(place: PlanPlace) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ProposeFix) =>
      api(`${planPath(place)}/health/fixes`, {
        method: 'POST',
        body,
        schema: async () => (await changeRequestsContract()).changeRequestViewSchema,
        idempotencyKey: newIdempotencyKey(),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: changeRequestKeys.all(place) }),
  });
}
