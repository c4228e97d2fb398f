import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { SaveAbsence } from '@/lib/contracts/review-people';
import { changeRequestKeys, changeRequestPath } from './change-requests';
import { api } from './http';
import type { PlanPlace } from './items';
import { workspacePath } from './workspaces';

const contract = () => import('@/lib/contracts/review-people');
const viewSchema = async () => (await import('@/lib/contracts/change-requests')).changeRequestViewSchema;

/** Who could be asked to review a request, the least loaded first. */
export function reviewerSuggestionsOptions(place: PlanPlace, number: number, lockVersion: number) {
  return queryOptions({
    queryKey: [...changeRequestKeys.one(place, number), 'reviewers', lockVersion],
    queryFn: ({ signal }) =>
      api(`${changeRequestPath(place, number)}/reviewers`, {
        schema: async () => (await contract()).reviewerSuggestionsSchema,
        signal,
      }),
  });
}

/** Asks a person, or one of a team, to review. */
export function useAskReview(place: PlanPlace, number: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { userId: string } | { teamId: string }) =>
      api(`${changeRequestPath(place, number)}/reviewers`, { method: 'POST', body, schema: viewSchema }),
    onSuccess: (view) => client.setQueryData(changeRequestKeys.view(place, number), view),
  });
}

/** Reviews in the place of a team mate. */
export function useTakeOverReview(place: PlanPlace, number: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (userId: string) =>
      api(`${changeRequestPath(place, number)}/reviewers/${encodeURIComponent(userId)}/take-over`, {
        method: 'POST',
        body: {},
        schema: viewSchema,
      }),
    onSuccess: (view) => client.setQueryData(changeRequestKeys.view(place, number), view),
  });
}

/** When the reader is away, and who stands in for them. */
export function absenceOptions(workspace: string) {
  return queryOptions({
    queryKey: ['absence', workspace],
    queryFn: ({ signal }) =>
      api(`${workspacePath(workspace)}/absence`, {
        schema: async () => (await contract()).absenceViewSchema,
        signal,
      }),
  });
}

/** Sets when the reader is away; `null` forgets it. */
export function useSaveAbsence(workspace: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SaveAbsence | null) =>
      api(`${workspacePath(workspace)}/absence`, {
        ...(body ? { method: 'PUT' as const, body } : { method: 'DELETE' as const }),
        schema: async () => (await contract()).absenceViewSchema,
      }),
    onSuccess: (view) => client.setQueryData(absenceOptions(workspace).queryKey, view),
  });
}
