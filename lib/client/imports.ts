import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ImportView } from '@/lib/contracts/imports';
import type { Mapping } from '@/lib/domain/transfer/mapping';
import { api, newIdempotencyKey } from './http';
import { type PlanPlace, planPath } from './items';

const importsContract = () => import('@/lib/contracts/imports');

const importsPath = (place: PlanPlace) => `${planPath(place)}/imports`;
const importPath = (place: PlanPlace, id: string) => `${importsPath(place)}/${encodeURIComponent(id)}`;

/** The latest imports of a plan. */
export function importListOptions(place: PlanPlace) {
  return queryOptions({
    queryKey: ['imports', place.workspace, place.plan, 'list'],
    queryFn: ({ signal }) =>
      api(importsPath(place), { schema: async () => (await importsContract()).importListSchema, signal }),
  });
}

/** One import with its mapping, findings and preview. */
export function importOptions(place: PlanPlace, id: string) {
  return queryOptions({
    queryKey: ['imports', place.workspace, place.plan, 'one', id],
    queryFn: ({ signal }) =>
      api(importPath(place, id), { schema: async () => (await importsContract()).importViewSchema, signal }),
  });
}

/** Where the rows that an import leaves out are downloaded. */
export function rejectedHref(place: PlanPlace, id: string): string {
  return `/api/v1${importPath(place, id)}/rejected`;
}

/** Stages a file. */
export function useCreateImport(place: PlanPlace) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: { readonly name: string; readonly content: Blob }) =>
      api(importsPath(place), {
        method: 'POST',
        // One type for every file: browsers name a CSV in many ways.
        body: new Blob([file.content], { type: 'text/csv' }),
        query: { name: file.name },
        schema: async () => (await importsContract()).importViewSchema,
      }),
    onSuccess: (view) => {
      client.setQueryData(importOptions(place, view.id).queryKey, view);
      return client.invalidateQueries({ queryKey: importListOptions(place).queryKey });
    },
  });
}

/** Reads the file in another way; the choice shows at once, what follows from it when the server has worked it out. */
export function useUpdateMapping(place: PlanPlace, id: string) {
  const client = useQueryClient();
  const { queryKey } = importOptions(place, id);
  return useMutation({
    // One after the other, so that the last choice is the one that stands.
    scope: { id: `import-${id}` },
    mutationFn: (mapping: Mapping) =>
      api(`${importPath(place, id)}/mapping`, {
        method: 'PUT',
        body: { mapping },
        schema: async () => (await importsContract()).importViewSchema,
      }),
    onMutate: async (mapping) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      if (before) client.setQueryData(queryKey, { ...before, mapping });
      return before;
    },
    onError: (_error, _mapping, before) => {
      if (before) client.setQueryData(queryKey, before);
    },
    onSuccess: (view, mapping) => {
      const shown = client.getQueryData(queryKey)?.mapping;
      if (shown === mapping || shown === undefined) client.setQueryData(queryKey, view);
    },
  });
}

/** Creates the teams that a file names as owners. */
export function useCreateImportTeams(place: PlanPlace, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (names: readonly string[]) =>
      api<ImportView>(`${importPath(place, id)}/teams`, {
        method: 'POST',
        body: { names },
        schema: async () => (await importsContract()).importViewSchema,
      }),
    onSuccess: (view) => {
      client.setQueryData(importOptions(place, id).queryKey, view);
      return client.invalidateQueries({ queryKey: ['teams', place.workspace] });
    },
  });
}

/** Makes the change request. */
export function useApplyImport(place: PlanPlace, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { title: string; reason: string }) =>
      api(`${importPath(place, id)}/change-request`, {
        method: 'POST',
        body,
        schema: async () => (await importsContract()).appliedImportSchema,
        idempotencyKey: newIdempotencyKey(),
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['imports', place.workspace, place.plan] });
      await client.invalidateQueries({ queryKey: ['change-requests'] });
    },
  });
}

/** Cancels an import. */
export function useDiscardImport(place: PlanPlace, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api(importPath(place, id), { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: importListOptions(place).queryKey }),
  });
}
