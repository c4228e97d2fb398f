import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReviewSettings } from '@/lib/domain/review/checklist';
import { changeRequestKeys, changeRequestPath } from './change-requests';
import { api } from './http';
import { type PlanPlace, planPath } from './items';

const contract = () => import('@/lib/contracts/review-settings');

/** How change requests of a plan begin and are seen through. */
export function reviewSettingsOptions(place: PlanPlace) {
  return queryOptions({
    queryKey: ['review-settings', place.workspace, place.plan],
    queryFn: ({ signal }) =>
      api(`${planPath(place)}/review-settings`, {
        schema: async () => (await contract()).reviewSettingsViewSchema,
        signal,
      }),
  });
}

/** Replaces them, if they are still as they were read. */
export function useUpdateReviewSettings(place: PlanPlace) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ settings, ifMatch }: { settings: ReviewSettings; ifMatch: number }) =>
      api(`${planPath(place)}/review-settings`, {
        method: 'PUT',
        body: settings,
        ifMatch,
        schema: async () => (await contract()).reviewSettingsViewSchema,
      }),
    onSuccess: async (view) => {
      client.setQueryData(reviewSettingsOptions(place).queryKey, view);
      await client.invalidateQueries({ queryKey: ['change-requests'] });
    },
  });
}

/** Ticks a line of the checklist on a request, or takes the tick back. */
export function useTickLine(place: PlanPlace, number: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ line, ticked }: { line: string; ticked: boolean }) =>
      api(`${changeRequestPath(place, number)}/checklist/${encodeURIComponent(line)}`, {
        method: 'PUT',
        body: { ticked },
        schema: async () => (await import('@/lib/contracts/change-requests')).changeRequestViewSchema,
      }),
    onSuccess: (view) => client.setQueryData(changeRequestKeys.view(place, number), view),
  });
}
