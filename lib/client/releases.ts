import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Page } from '@/lib/contracts/common';
import type { ReleaseRow } from '@/lib/contracts/releases';
import { api, newIdempotencyKey } from './http';
import { type PlanPlace, planPath } from './items';

const changeRequestsContract = () => import('@/lib/contracts/change-requests');
const releaseNotesContract = () => import('@/lib/contracts/release-notes');
const releasesContract = () => import('@/lib/contracts/releases');

/** The releases of a plan, newest first, page by page. */
export function releaseListOptions(
  place: PlanPlace,
  ask: { significance?: string | undefined; item?: string | undefined },
) {
  return infiniteQueryOptions({
    queryKey: ['releases', place.workspace, place.plan, ask],
    queryFn: ({ pageParam, signal }): Promise<Page<ReleaseRow>> =>
      api(`${planPath(place)}/releases`, {
        schema: async () => (await releasesContract()).releaseListSchema,
        signal,
        query: { ...ask, cursor: pageParam },
      }),
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
        schema: async () => (await changeRequestsContract()).changeRequestViewSchema,
      }),
  });
}

const notesPath = (place: PlanPlace, release: number) => `${planPath(place)}/releases/${release}/notes`;

/** The notes of a release. */
export function releaseNotesOptions(place: PlanPlace, release: number) {
  return queryOptions({
    queryKey: ['release-notes', place.workspace, place.plan, release],
    queryFn: ({ signal }) =>
      api(notesPath(place, release), { schema: async () => (await releaseNotesContract()).releaseNotesSchema, signal }),
  });
}

/** Edits the notes of a release, or with `null` puts back what the product wrote; refused when they moved since they were read. */
export function useEditNotes(place: PlanPlace, release: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ text, lockVersion }: { text: string | null; lockVersion: number }) =>
      api(text === null ? `${notesPath(place, release)}/restore` : notesPath(place, release), {
        method: text === null ? 'POST' : 'PUT',
        body: text === null ? {} : { text },
        ifMatch: lockVersion,
        schema: async () => (await releaseNotesContract()).releaseNotesSchema,
      }),
    onSuccess: (notes) => client.setQueryData(releaseNotesOptions(place, release).queryKey, notes),
  });
}
