import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import type * as z from 'zod';
import type { previewChangeSchema } from '@/lib/contracts/change-previews';
import type {
  acknowledgeSchema,
  addItemSchema,
  approveSchema,
  ChangeRequestView,
  changeRequestTabs,
  createChangeRequestSchema,
  editChangeSchema,
  overturnClaimSchema,
} from '@/lib/contracts/change-requests';
import type { rebaseSchema } from '@/lib/contracts/conflicts';
import { api, newIdempotencyKey } from './http';
import { itemKeys, type PlanPlace, planPath } from './items';
import { unlessLive } from './live-pace';

const conflictsContract = () => import('@/lib/contracts/conflicts');
const changePreviewsContract = () => import('@/lib/contracts/change-previews');
const changeRequestsContract = () => import('@/lib/contracts/change-requests');

export type ChangeRequestTab = (typeof changeRequestTabs)[number];

/** Keys of everything read about change requests; the noun alone invalidates all. */
export const changeRequestKeys = {
  all: (place: PlanPlace) => ['change-requests', place.workspace, place.plan] as const,
  lists: (place: PlanPlace) => [...changeRequestKeys.all(place), 'list'] as const,
  list: (place: PlanPlace, tab: ChangeRequestTab, q: string) => [...changeRequestKeys.lists(place), tab, q] as const,
  one: (place: PlanPlace, number: number) => [...changeRequestKeys.all(place), 'one', number] as const,
  view: (place: PlanPlace, number: number) => [...changeRequestKeys.one(place, number), 'view'] as const,
  change: (place: PlanPlace, number: number, itemId: string) =>
    [...changeRequestKeys.one(place, number), 'change', itemId] as const,
  threads: (place: PlanPlace, number: number) => [...changeRequestKeys.one(place, number), 'threads'] as const,
  conflicts: (place: PlanPlace, number: number) => [...changeRequestKeys.one(place, number), 'conflicts'] as const,
};

/** The API's path of a plan's change requests, or of one. */
export function changeRequestPath(place: PlanPlace, number?: number): string {
  return `${planPath(place)}/change-requests${number === undefined ? '' : `/${number}`}`;
}

/** One tab of the list, page by page. */
export function changeRequestListOptions(place: PlanPlace, tab: ChangeRequestTab, q: string) {
  return infiniteQueryOptions({
    queryKey: changeRequestKeys.list(place, tab, q),
    queryFn: ({ pageParam, signal }) =>
      api(changeRequestPath(place), {
        schema: async () => (await changeRequestsContract()).changeRequestPageSchema,
        signal,
        query: { tab, q, cursor: pageParam },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    // Rows of another tab would be a lie while this one is read; those of other words of the same tab are not.
    placeholderData: (before, query) => (query?.queryKey[4] === tab ? before : undefined),
  });
}

/** Everything of a review but the diffs. */
export function changeRequestOptions(place: PlanPlace, number: number) {
  return queryOptions({
    queryKey: changeRequestKeys.view(place, number),
    queryFn: ({ signal }) =>
      api(changeRequestPath(place, number), {
        schema: async () => (await changeRequestsContract()).changeRequestViewSchema,
        signal,
      }),
    refetchInterval: unlessLive(5_000),
  });
}

/** The diff of one item; `digest` makes an edit a new entry of the cache. */
export function changeOptions(place: PlanPlace, number: number, itemId: string, digest: string) {
  return queryOptions({
    queryKey: [...changeRequestKeys.change(place, number, itemId), digest],
    queryFn: ({ signal }) =>
      api(`${changeRequestPath(place, number)}/changes/${encodeURIComponent(itemId)}`, {
        schema: async () => (await changeRequestsContract()).changeViewSchema,
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What clashes with the plan as it is by now, and what merges by itself. */
export function conflictListOptions(place: PlanPlace, number: number) {
  return queryOptions({
    queryKey: changeRequestKeys.conflicts(place, number),
    queryFn: ({ signal }) =>
      api(`${changeRequestPath(place, number)}/conflicts`, {
        schema: async () => (await conflictsContract()).conflictsViewSchema,
        signal,
      }),
  });
}

/** What a draft would do, asked for while it is written. */
export function previewOptions(place: PlanPlace, number: number | null, draft: z.input<typeof previewChangeSchema>) {
  return queryOptions({
    queryKey: [...changeRequestKeys.all(place), 'preview', number, draft],
    queryFn: ({ signal }) =>
      api(`${planPath(place)}/change-requests/preview`, {
        method: 'POST',
        body: { ...draft, number },
        schema: async () => (await changePreviewsContract()).previewViewSchema,
        signal,
      }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

/** Starts a request, with items in it or empty. */
export function useCreateChangeRequest(place: PlanPlace) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<typeof createChangeRequestSchema>) =>
      api(changeRequestPath(place), {
        method: 'POST',
        body,
        schema: async () => (await changeRequestsContract()).changeRequestViewSchema,
        idempotencyKey: newIdempotencyKey(),
      }),
    onSuccess: (view) => {
      client.setQueryData(changeRequestKeys.view(place, view.number), view);
      return client.invalidateQueries({ queryKey: changeRequestKeys.lists(place) });
    },
  });
}

interface MoveBodies {
  submit: Record<string, never>;
  approve: z.input<typeof approveSchema>;
  'request-changes': { body: string };
  comment: { body: string };
  close: { reason: string };
  reopen: Record<string, never>;
  'take-over': Record<string, never>;
  rebase: z.input<typeof rebaseSchema>;
  acknowledge: z.input<typeof acknowledgeSchema>;
  'overturn-claim': z.input<typeof overturnClaimSchema>;
}
export type Move = keyof MoveBodies;

/**
 * Makes a move and puts the request's new state on screen; names the version that was read. With `foresee` the outcome
 * shows at once, and what was there comes back when the server refuses.
 */
export function useMove<M extends Move>(
  place: PlanPlace,
  number: number,
  move: M,
  foresee?: (view: ChangeRequestView, body: MoveBodies[M]) => ChangeRequestView,
) {
  const client = useQueryClient();
  const queryKey = changeRequestKeys.view(place, number);
  return useMutation({
    mutationFn: ({ body, lockVersion }: { body: MoveBodies[M]; lockVersion: number }) =>
      api(`${changeRequestPath(place, number)}/${move}`, {
        method: 'POST',
        body,
        ifMatch: lockVersion,
        schema: async () => (await changeRequestsContract()).changeRequestViewSchema,
        idempotencyKey: newIdempotencyKey(),
      }),
    onMutate: async ({ body }) => {
      if (!foresee) return undefined;
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData<ChangeRequestView>(queryKey);
      if (before) client.setQueryData(queryKey, foresee(before, body));
      return before;
    },
    onSuccess: (view) => {
      client.setQueryData<ChangeRequestView>(queryKey, view);
      return Promise.all([
        client.invalidateQueries({ queryKey: changeRequestKeys.lists(place) }),
        // A verdict takes the comments along that were kept.
        client.invalidateQueries({ queryKey: changeRequestKeys.threads(place, number) }),
      ]);
    },
    onError: (_error, _asked, before) => {
      if (before) client.setQueryData(queryKey, before);
      return client.invalidateQueries({ queryKey });
    },
  });
}

/** Takes one's own verdict back, or lifts somebody else's with a reason. */
export function useLiftVerdict(place: PlanPlace, number: number, how: 'withdraw' | 'dismiss') {
  const client = useQueryClient();
  const queryKey = changeRequestKeys.view(place, number);
  return useMutation({
    mutationFn: ({
      verdictId,
      reason = '',
      lockVersion,
    }: {
      verdictId: string;
      reason?: string;
      lockVersion: number;
    }) =>
      api(`${changeRequestPath(place, number)}/verdicts/${encodeURIComponent(verdictId)}/${how}`, {
        method: 'POST',
        body: how === 'dismiss' ? { reason } : {},
        ifMatch: lockVersion,
        schema: async () => (await changeRequestsContract()).changeRequestViewSchema,
        idempotencyKey: newIdempotencyKey(),
      }),
    onSuccess: (view) => {
      client.setQueryData<ChangeRequestView>(queryKey, view);
      return client.invalidateQueries({ queryKey: changeRequestKeys.lists(place) });
    },
    onError: () => client.invalidateQueries({ queryKey }),
  });
}

/** Merges: everything that shows the plan is asked for again. */
export function useMergeChangeRequest(place: PlanPlace, number: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (lockVersion: number) =>
      api(`${changeRequestPath(place, number)}/merge`, {
        method: 'POST',
        body: {},
        ifMatch: lockVersion,
        schema: async () => (await changeRequestsContract()).mergedViewSchema,
        idempotencyKey: newIdempotencyKey(),
      }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: changeRequestKeys.all(place) }),
        client.invalidateQueries({ queryKey: itemKeys.all(place) }),
        client.invalidateQueries({ queryKey: ['search-index'] }),
      ]),
  });
}

/** Changes title or reason. */
export function useUpdateChangeRequest(place: PlanPlace, number: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ lockVersion, ...body }: { title?: string; reason?: string; lockVersion: number }) =>
      api(changeRequestPath(place, number), {
        method: 'PATCH',
        body,
        ifMatch: lockVersion,
        schema: async () => (await changeRequestsContract()).changeRequestViewSchema,
      }),
    onSuccess: (view) => client.setQueryData(changeRequestKeys.view(place, number), view),
  });
}

/** Proposes a new item in a request. */
export function useAddItem(place: PlanPlace, number: number) {
  return useEditing(place, number, (body: z.input<typeof addItemSchema>) =>
    api(`${changeRequestPath(place, number)}/changes`, {
      method: 'POST',
      body,
      schema: async () => (await changeRequestsContract()).changeViewSchema,
      idempotencyKey: newIdempotencyKey(),
    }),
  );
}

/** Edits fields of one item in a request; says what it saw in them, so that nobody is overwritten. */
export function useEditChange(place: PlanPlace, number: number) {
  return useEditing(place, number, ({ itemId, ...body }: z.input<typeof editChangeSchema> & { itemId: string }) =>
    api(`${changeRequestPath(place, number)}/changes/${encodeURIComponent(itemId)}`, {
      method: 'PATCH',
      body,
      schema: async () => (await changeRequestsContract()).changeViewSchema,
    }),
  );
}

/** Proposes that an item is removed. */
export function useRemoveItem(place: PlanPlace, number: number) {
  return useEditing(place, number, ({ itemId }: { itemId: string }) =>
    api(`${changeRequestPath(place, number)}/changes/${encodeURIComponent(itemId)}/remove`, {
      method: 'POST',
      body: {},
      schema: async () => (await changeRequestsContract()).changeViewSchema,
      idempotencyKey: newIdempotencyKey(),
    }),
  );
}

/** Takes an item's change out of a request. */
export function useDropChange(place: PlanPlace, number: number) {
  return useEditing(place, number, ({ itemId }: { itemId: string }) =>
    api(`${changeRequestPath(place, number)}/changes/${encodeURIComponent(itemId)}`, { method: 'DELETE' }),
  );
}

/** Makes an edit of what is proposed, and has everything asked for again that shows it. */
export function useEditing<B, V>(place: PlanPlace, number: number, mutationFn: (body: B) => Promise<V>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: changeRequestKeys.one(place, number) }),
        client.invalidateQueries({ queryKey: changeRequestKeys.lists(place) }),
      ]),
  });
}
