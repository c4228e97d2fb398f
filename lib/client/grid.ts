import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Bulk, BulkAsk, BulkDone, EditMany, GridAsk } from '@/lib/contracts/grid';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { changeRequestKeys, changeRequestPath } from './change-requests';
import { api, newIdempotencyKey } from './http';
import { itemKeys, type PlanPlace, planPath } from './items';

const gridContract = () => import('@/lib/contracts/grid');

/** The rows of a grid; heard anew when somebody edits the request, or the plan. */
export function gridOptions(place: PlanPlace, ask: GridAsk) {
  const number = ask.number ?? null;
  const about = number === null ? itemKeys.all(place) : changeRequestKeys.one(place, number);
  return queryOptions({
    queryKey: [...about, 'grid', ask],
    queryFn: ({ signal }) =>
      api(`${planPath(place)}/grid`, {
        method: 'POST',
        body: ask,
        schema: async () => (await gridContract()).gridViewSchema,
        signal,
      }),
    staleTime: 30_000,
    refetchOnWindowFocus: true,
    placeholderData: keepPreviousData,
  });
}

/** Stores many edits of a request in one call; sent again under the same key it acts once. */
export function sendEdits(place: PlanPlace, body: EditMany, idempotencyKey: string) {
  return api(`${planPath(place)}/edits`, {
    method: 'POST',
    body,
    schema: async () => (await gridContract()).editedManySchema,
    idempotencyKey,
  });
}

/** What an action on a selection would change. */
export function bulkPreviewOptions(place: PlanPlace, ask: BulkAsk | null) {
  return queryOptions({
    queryKey: [...itemKeys.all(place), 'bulk', ask],
    queryFn: ({ signal }) =>
      api(`${planPath(place)}/bulk/preview`, {
        method: 'POST',
        body: ask,
        schema: async () => (await gridContract()).bulkPlanViewSchema,
        signal,
      }),
    enabled: ask !== null,
    placeholderData: keepPreviousData,
  });
}

/** Proposes an action for a selection, and takes it back: out of the request it went into, or with the request it started. */
export function useBulk(place: PlanPlace) {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: changeRequestKeys.all(place) });
  const propose = useMutation({
    mutationFn: (body: Bulk) =>
      api(`${planPath(place)}/bulk`, {
        method: 'POST',
        body,
        schema: async () => (await gridContract()).bulkDoneSchema,
        idempotencyKey: newIdempotencyKey(),
      }),
    onSuccess,
  });
  const undo = useMutation({
    mutationFn: async ({ isNew, number, lockVersion, undo: back }: BulkDone) => {
      if (!isNew) return (await sendEdits(place, { number, ...back }, newIdempotencyKey())).refused.length;
      await api(`${changeRequestPath(place, number)}/close`, {
        method: 'POST',
        body: { reason: 'Taken back at once.' },
        ifMatch: lockVersion,
        idempotencyKey: newIdempotencyKey(),
      });
      return 0;
    },
    onSuccess,
  });
  return { propose, undo };
}

/** Items of a kind by what is typed, to choose from. */
export async function findItems(place: PlanPlace, kind: ItemKind, words: string, signal: AbortSignal) {
  const found = await api(`${planPath(place)}/items`, {
    schema: async () => (await import('@/lib/contracts/items')).itemListSchema,
    signal,
    query: { kind, q: words, limit: 30 },
  });
  return found.items;
}
