import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CreateShareLink } from '@/lib/contracts/share-links';
import { api } from './http';
import { type PlanPlace, planPath } from './items';

const contract = () => import('@/lib/contracts/share-links');

/** The links by which a plan is read without an account. */
export function shareLinksOptions(place: PlanPlace) {
  return queryOptions({
    queryKey: ['share-links', place.workspace, place.plan],
    queryFn: ({ signal }) =>
      api(`${planPath(place)}/share-links`, { schema: async () => (await contract()).shareLinkListSchema, signal }),
  });
}

/** Makes a share link; its address is in the answer only. */
export function useCreateShareLink(place: PlanPlace) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CreateShareLink) =>
      api(`${planPath(place)}/share-links`, {
        method: 'POST',
        body,
        schema: async () => (await contract()).createdShareLinkSchema,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: shareLinksOptions(place).queryKey }),
  });
}

/** Ends a share link at once. */
export function useRevokeShareLink(place: PlanPlace) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      api(`${planPath(place)}/share-links/${id}`, {
        method: 'DELETE',
        schema: async () => (await contract()).shareLinkViewSchema,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: shareLinksOptions(place).queryKey }),
  });
}
