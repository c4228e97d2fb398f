import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CreateSuppression } from '@/lib/contracts/conventions';
import type { ConventionSettings } from '@/lib/domain/conventions/settings';
import { canonicalJson } from '@/lib/kit/canonical';
import { api } from './http';
import { type PlanPlace, planPath } from './items';

const conventionsContract = () => import('@/lib/contracts/conventions');

const conventionKeys = {
  all: ({ workspace, plan }: PlanPlace) => ['conventions', workspace, plan] as const,
};

/** How names and definitions of a plan are to be written. */
export function conventionsOptions(place: PlanPlace) {
  return queryOptions({
    queryKey: [...conventionKeys.all(place), 'one'],
    queryFn: ({ signal }) =>
      api(`${planPath(place)}/conventions`, {
        schema: async () => (await conventionsContract()).conventionsViewSchema,
        signal,
      }),
  });
}

/** What conventions that need not be saved find in the plan as it is. */
export function conventionsTrialOptions(place: PlanPlace, conventions: ConventionSettings) {
  return queryOptions({
    queryKey: [...conventionKeys.all(place), 'trial', canonicalJson(conventions)],
    queryFn: ({ signal }) =>
      api(`${planPath(place)}/conventions/trial`, {
        method: 'POST',
        body: { conventions },
        schema: async () => (await conventionsContract()).conventionsTrialViewSchema,
        signal,
      }),
  });
}

/** Replaces the conventions of a plan, if they are still as they were read. */
export function useUpdateConventions(place: PlanPlace) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ conventions, ifMatch }: { conventions: ConventionSettings; ifMatch: number }) =>
      api(`${planPath(place)}/conventions`, {
        method: 'PUT',
        body: conventions,
        ifMatch,
        schema: async () => (await conventionsContract()).conventionsViewSchema,
      }),
    onSuccess: async (view) => {
      client.setQueryData(conventionsOptions(place).queryKey, view);
      // What requests break follows from them, and the plan's version is shared with its policy.
      await client.invalidateQueries({ queryKey: ['change-requests'] });
      await client.invalidateQueries({ queryKey: ['policy', place.workspace, place.plan] });
    },
  });
}

/** The findings of a plan that somebody answers for, or did. */
export function excusesOptions(place: PlanPlace) {
  return queryOptions({
    queryKey: [...conventionKeys.all(place), 'suppressions'],
    queryFn: ({ signal }) =>
      api(`${planPath(place)}/conventions/suppressions`, {
        schema: async () => (await conventionsContract()).suppressionListSchema,
        signal,
      }),
  });
}

function useRefreshExcuses(place: PlanPlace) {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: excusesOptions(place).queryKey });
    await client.invalidateQueries({ queryKey: ['change-requests'] });
  };
}

/** Excuses one finding on one item until a day. */
export function useExcuseFinding(place: PlanPlace) {
  const refresh = useRefreshExcuses(place);
  return useMutation({
    mutationFn: (body: CreateSuppression) =>
      api(`${planPath(place)}/conventions/suppressions`, {
        method: 'POST',
        body,
        schema: async () => (await conventionsContract()).suppressionViewSchema,
      }),
    onSuccess: refresh,
  });
}

/** Ends an excuse before its day. */
export function useEndExcuse(place: PlanPlace) {
  const refresh = useRefreshExcuses(place);
  return useMutation({
    mutationFn: (id: string) =>
      api(`${planPath(place)}/conventions/suppressions/${encodeURIComponent(id)}`, {
        method: 'DELETE',
        schema: async () => (await conventionsContract()).suppressionViewSchema,
      }),
    onSettled: refresh,
  });
}
