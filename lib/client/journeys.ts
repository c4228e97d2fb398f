import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CreateJourney, JourneyView, SaveJourney } from '@/lib/contracts/journeys';
import { api } from './http';
import { type PlanPlace, planPath } from './items';

const journeysContract = () => import('@/lib/contracts/journeys');

const pathOf = (place: PlanPlace, id?: string) =>
  `${planPath(place)}/journeys${id === undefined ? '' : `/${encodeURIComponent(id)}`}`;
const keyOf = (place: PlanPlace) => ['journeys', place.workspace, place.plan] as const;

/** Where the picture of a step is shown from. */
export function pictureSrc(place: PlanPlace, digest: string): string {
  return `/api/v1${planPath(place)}/journey-pictures/${encodeURIComponent(digest)}`;
}

/** The journeys of a plan. */
export function journeyListOptions(place: PlanPlace, at: string | null) {
  return queryOptions({
    queryKey: [...keyOf(place), 'list', at],
    queryFn: ({ signal }) =>
      api(pathOf(place), { schema: async () => (await journeysContract()).journeyListSchema, signal, query: { at } }),
    staleTime: 30_000,
  });
}

/** One journey, its events read at a release. */
export function journeyOptions(place: PlanPlace, id: string, at: string | null) {
  return queryOptions({
    queryKey: [...keyOf(place), 'one', id, at],
    queryFn: ({ signal }) =>
      api(pathOf(place, id), {
        schema: async () => (await journeysContract()).journeyViewSchema,
        signal,
        query: { at },
      }),
    staleTime: 30_000,
  });
}

function useKeep(place: PlanPlace) {
  const client = useQueryClient();
  return async (view: JourneyView) => {
    client.setQueryData(journeyOptions(place, view.id, null).queryKey, view);
    await client.invalidateQueries({ queryKey: [...keyOf(place), 'list'] });
  };
}

/** Begins a journey. */
export function useCreateJourney(place: PlanPlace) {
  const keep = useKeep(place);
  return useMutation({
    mutationFn: (body: CreateJourney) =>
      api(pathOf(place), { method: 'POST', body, schema: async () => (await journeysContract()).journeyViewSchema }),
    onSuccess: keep,
  });
}

/** Writes a journey whole that nobody changed since it was read. */
export function useSaveJourney(place: PlanPlace) {
  const keep = useKeep(place);
  return useMutation({
    mutationFn: ({ id, lockVersion, ...body }: SaveJourney & { id: string; lockVersion: number }) =>
      api(pathOf(place, id), {
        method: 'PUT',
        body,
        ifMatch: lockVersion,
        schema: async () => (await journeysContract()).journeyViewSchema,
      }),
    onSuccess: keep,
  });
}

/** Deletes a journey, or brings it back. */
export function useDeleteJourney(place: PlanPlace) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, back }: { id: string; back: boolean }) =>
      back
        ? api(`${pathOf(place, id)}/restore`, {
            method: 'POST',
            schema: async () => (await journeysContract()).journeyViewSchema,
          })
        : api(pathOf(place, id), {
            method: 'DELETE',
            schema: async () => (await journeysContract()).journeyViewSchema,
          }),
    // What is deleted is not asked for again by the page that still shows it.
    onSuccess: (_view, { id }) =>
      client.invalidateQueries({ queryKey: keyOf(place), predicate: ({ queryKey }) => queryKey[4] !== id }),
  });
}

/** Sends a picture for a step. */
export function useUploadPicture(place: PlanPlace) {
  return useMutation({
    mutationFn: (file: Blob) =>
      api(`${planPath(place)}/journey-pictures`, {
        method: 'POST',
        body: file,
        schema: async () => (await journeysContract()).pictureViewSchema,
      }),
  });
}

/** A journey as it is written: what a reader is shown beside it left out. */
export function writtenJourney({ name, description, steps }: Pick<JourneyView, 'name' | 'description' | 'steps'>) {
  return {
    name,
    description,
    steps: steps.map(
      ({ id, title, stage, eventId, knownAs, note, goesOn, branches, image, imageAlt, annotations }) => ({
        ...{ id, title, stage, eventId, knownAs, note, goesOn, branches, imageAlt },
        imageDigest: image?.digest ?? null,
        annotations: annotations.map(({ item: _item, ...mark }) => mark),
      }),
    ),
  } satisfies SaveJourney;
}
