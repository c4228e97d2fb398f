import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { changeRequestKeys, changeRequestPath } from './change-requests';
import { ApiError, api, newIdempotencyKey } from './http';
import type { PlanPlace } from './items';

const changeRequestsContract = () => import('@/lib/contracts/change-requests');

/** A new item that goes along with a proposal, such as a property made while its event was written. */
export interface NewItem {
  readonly itemId: string;
  readonly kind: ItemKind;
  readonly namespace: string | null;
  readonly name: string;
  readonly content: Record<string, unknown>;
}

/** A prose edit that is declared to leave the meaning as it is. */
export interface ProposedClaim {
  readonly field: string;
  readonly member: string | null;
  readonly part: string | null;
}

/** One item as the composer wants it: as a request of its own, or as part of an open one. */
export interface Proposal {
  /** The request it is added to; `null` starts one. */
  readonly number: number | null;
  readonly title: string;
  readonly reason: string;
  /** Sends a request that is started here for review at once. */
  readonly submit: boolean;
  readonly newItems: readonly NewItem[];
  /** For an item that is there already: its changed fields, and what the form had loaded of them. */
  readonly edit: {
    readonly itemId: string;
    readonly fields: Record<string, unknown>;
    readonly expected: Record<string, unknown>;
    /** Every claim of the item; absent leaves them as they are. */
    readonly claims?: readonly ProposedClaim[];
  } | null;
}

/** What was done already when a proposal failed half-way, so that trying again goes on from there. */
export interface Progress {
  number: number | null;
  /** Ids the server gave to new items, by the ids they were written with. */
  readonly ids: Record<string, string>;
  /** Names the start of the request until the server has answered, so that a lost answer starts no second one. */
  startKey: string | null;
}

/** Of a proposal of which nothing was done yet. */
export function newProgress(): Progress {
  return { number: null, ids: {}, startKey: null };
}

/** Sends a proposal; of edits only the fields that changed, so that nobody is overwritten. */
export function usePropose(place: PlanPlace) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ proposal, progress }: { proposal: Proposal; progress: Progress }) =>
      propose(place, proposal, progress),
    onSettled: () => client.invalidateQueries({ queryKey: changeRequestKeys.all(place) }),
  });
}

interface Proposed {
  readonly number: number;
  readonly itemId: string | null;
}

async function propose(place: PlanPlace, proposal: Proposal, progress: Progress): Promise<Proposed> {
  const { newItems, edit } = proposal;
  if (proposal.number === null && progress.number === null) {
    progress.startKey ??= newIdempotencyKey();
    const view = await api(changeRequestPath(place), {
      method: 'POST',
      schema: async () => (await changeRequestsContract()).changeRequestViewSchema,
      idempotencyKey: progress.startKey,
      body: {
        title: proposal.title,
        reason: proposal.reason,
        items: newItems,
        submit: proposal.submit && edit === null,
      },
    }).catch((error: unknown) => {
      if (error instanceof ApiError && error.status !== 0) progress.startKey = null;
      throw error;
    });
    progress.number = view.number;
    for (const item of newItems) progress.ids[item.itemId] = item.itemId;
  }
  const number = proposal.number ?? progress.number ?? 0;
  for (const item of newItems) {
    if (progress.ids[item.itemId] === undefined)
      progress.ids[item.itemId] = await addItem(place, number, resolved(item, progress));
  }
  if (edit) {
    await api(`${changeRequestPath(place, number)}/changes/${encodeURIComponent(edit.itemId)}`, {
      method: 'PATCH',
      schema: async () => (await changeRequestsContract()).changeViewSchema,
      body: {
        fields: resolved(edit.fields, progress),
        expected: edit.expected,
        ...(edit.claims ? { claims: edit.claims } : {}),
      },
    });
    if (proposal.number === null && proposal.submit) {
      await api(`${changeRequestPath(place, number)}/submit`, {
        method: 'POST',
        body: {},
        schema: async () => (await changeRequestsContract()).changeRequestViewSchema,
      });
    }
  }
  const last = newItems.at(-1);
  return { number, itemId: edit?.itemId ?? (last ? (progress.ids[last.itemId] ?? null) : null) };
}

async function addItem(place: PlanPlace, number: number, { kind, namespace, name, content }: NewItem): Promise<string> {
  const view = await api(`${changeRequestPath(place, number)}/changes`, {
    method: 'POST',
    schema: async () => (await changeRequestsContract()).changeViewSchema,
    idempotencyKey: newIdempotencyKey(),
    body: { kind, namespace, name, content },
  });
  return view.itemId;
}

/** The same value with the ids the server gave in place of those it was written with. */
function resolved<T>(value: T, progress: Progress): T {
  let text = JSON.stringify(value);
  for (const [written, given] of Object.entries(progress.ids)) text = text.replaceAll(`"${written}"`, `"${given}"`);
  return JSON.parse(text) as T;
}

/** Proposes that an item is removed, in a request that is open or in one of its own; gives the request's number. */
export function useProposeRemoval(place: PlanPlace) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ itemId, number, title }: { itemId: string; number: number | null; title: string }) => {
      const request = number ?? (await startRequest(place, title));
      await api(`${changeRequestPath(place, request)}/changes/${encodeURIComponent(itemId)}/remove`, {
        method: 'POST',
        body: {},
        schema: async () => (await changeRequestsContract()).changeViewSchema,
        idempotencyKey: newIdempotencyKey(),
      });
      return request;
    },
    onSettled: () => client.invalidateQueries({ queryKey: changeRequestKeys.all(place) }),
  });
}

async function startRequest(place: PlanPlace, title: string): Promise<number> {
  const view = await api(changeRequestPath(place), {
    method: 'POST',
    body: { title },
    schema: async () => (await changeRequestsContract()).changeRequestViewSchema,
    idempotencyKey: newIdempotencyKey(),
  });
  return view.number;
}
