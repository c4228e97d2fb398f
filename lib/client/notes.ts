import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CreateNote, UpdateNote } from '@/lib/contracts/notes';
import { api, newIdempotencyKey } from './http';
import { type PlanPlace, planPath } from './items';

const commonContract = () => import('@/lib/contracts/common');
const notesContract = () => import('@/lib/contracts/notes');

const pathOf = (place: PlanPlace, id?: string) =>
  `${planPath(place)}/notes${id === undefined ? '' : `/${encodeURIComponent(id)}`}`;
const keyOf = (place: PlanPlace) => ['notes', place.workspace, place.plan] as const;

/** What people wrote beside an item. */
export function notesOptions(place: PlanPlace, item: string) {
  return queryOptions({
    queryKey: [...keyOf(place), item],
    queryFn: ({ signal }) =>
      api(pathOf(place), { query: { item }, schema: async () => (await notesContract()).noteListSchema, signal }),
    staleTime: 30_000,
  });
}

/** Writes a note beside an item. */
export function useCreateNote(place: PlanPlace) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CreateNote) =>
      api(pathOf(place), {
        method: 'POST',
        body,
        schema: async () => (await notesContract()).noteViewSchema,
        idempotencyKey: newIdempotencyKey(),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(place) }),
  });
}

/** Writes a note again that nobody changed since it was read, or pins it. */
export function useUpdateNote(place: PlanPlace) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, lockVersion, ...body }: UpdateNote & { id: string; lockVersion: number }) =>
      api(pathOf(place, id), {
        method: 'PATCH',
        body,
        ifMatch: lockVersion,
        schema: async () => (await notesContract()).noteViewSchema,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(place) }),
  });
}

/** Deletes a note. */
export function useRemoveNote(place: PlanPlace) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      api(pathOf(place, id), { method: 'DELETE', schema: async () => (await commonContract()).doneSchema }),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(place) }),
  });
}
