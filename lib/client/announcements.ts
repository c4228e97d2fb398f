import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CreateAnnouncement } from '@/lib/contracts/announcements';
import { api } from './http';
import { type PlanPlace, planPath } from './items';

const announcementsContract = () => import('@/lib/contracts/announcements');
const commonContract = () => import('@/lib/contracts/common');

const pathOf = (place: PlanPlace) => `${planPath(place)}/announcements`;
/** The key of everything pinned in a plan. */
export const announcementsKey = (place: PlanPlace) => ['announcements', place.workspace, place.plan] as const;

/** What is pinned on an item and on its plan. */
export function announcementsOptions(place: PlanPlace, item: string) {
  return queryOptions({
    queryKey: [...announcementsKey(place), item],
    queryFn: ({ signal }) =>
      api(pathOf(place), {
        query: { item },
        schema: async () => (await announcementsContract()).announcementListSchema,
        signal,
      }),
    staleTime: 30_000,
    // One that begins or ends while the page is open comes and goes without a reload.
    refetchInterval: 60_000,
  });
}

/** Pins words on an item or a plan. */
export function useCreateAnnouncement(place: PlanPlace) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CreateAnnouncement) =>
      api(pathOf(place), {
        method: 'POST',
        body,
        schema: async () => (await announcementsContract()).announcementViewSchema,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: announcementsKey(place) }),
  });
}

/** Ends an announcement before its time. */
export function useEndAnnouncement(place: PlanPlace) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      api(`${pathOf(place)}/${encodeURIComponent(id)}`, {
        method: 'DELETE',
        schema: async () => (await commonContract()).doneSchema,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: announcementsKey(place) }),
  });
}
