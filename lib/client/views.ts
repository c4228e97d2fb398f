import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CreateView, DefaultView, UpdateView } from '@/lib/contracts/views';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { api } from './http';
import { type PlanPlace, planPath } from './items';

const commonContract = () => import('@/lib/contracts/common');
const viewsContract = () => import('@/lib/contracts/views');

const keyOf = (place: PlanPlace) => ['views', place.workspace, place.plan] as const;
const pathOf = (place: PlanPlace, id?: string) =>
  `${planPath(place)}/views${id === undefined ? '' : `/${encodeURIComponent(id)}`}`;

/** The saved views of a list. */
export function viewsOptions(place: PlanPlace, kind: ItemKind) {
  return queryOptions({
    queryKey: [...keyOf(place), kind],
    queryFn: ({ signal }) =>
      api(pathOf(place), { query: { kind }, schema: async () => (await viewsContract()).savedViewListSchema, signal }),
    staleTime: 30_000,
  });
}

/** Keeps how a list looks under a name. */
export function useCreateView(place: PlanPlace) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CreateView) =>
      api(pathOf(place), { method: 'POST', body, schema: async () => (await viewsContract()).savedViewSchema }),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(place) }),
  });
}

/** Renames a view, shares it, or changes what it shows. */
export function useUpdateView(place: PlanPlace) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: UpdateView & { id: string }) =>
      api(pathOf(place, id), { method: 'PATCH', body, schema: async () => (await viewsContract()).savedViewSchema }),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(place) }),
  });
}

/** Deletes a view. */
export function useDeleteView(place: PlanPlace) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      api(pathOf(place, id), { method: 'DELETE', schema: async () => (await commonContract()).doneSchema }),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(place) }),
  });
}

/** Sets the view a list opens with for oneself. */
export function useSetDefaultView(place: PlanPlace) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: DefaultView) =>
      api(`${planPath(place)}/default-view`, {
        method: 'PUT',
        body,
        schema: async () => (await commonContract()).doneSchema,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(place) }),
  });
}
