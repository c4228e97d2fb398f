import {
  infiniteQueryOptions,
  onlineManager,
  type QueryClient,
  useMutation,
  useMutationState,
  useQueryClient,
} from '@tanstack/react-query';
import type { InboxEntry, InboxPage, Triage } from '@/lib/contracts/inbox';
import { type InboxTab, inboxTabs } from '@/lib/contracts/inbox-tabs';
import { api } from './http';
import { inboxKeys } from './inbox-count';
import { type InboxPages, isUnread, placed, triaged } from './inbox-pages';
import { itemKeys, planPath } from './items';
import { workspacePath } from './workspaces';

const inboxContract = () => import('@/lib/contracts/inbox');
const watchesContract = () => import('@/lib/contracts/watches');

/** A tab of the reader's inbox, page by page. */
export function inboxOptions(workspace: string, tab: InboxTab) {
  return infiniteQueryOptions({
    queryKey: inboxKeys.tab(workspace, tab),
    queryFn: ({ pageParam, signal }): Promise<InboxPage> =>
      api(`${workspacePath(workspace)}/inbox`, {
        schema: async () => (await inboxContract()).inboxPageSchema,
        signal,
        query: { tab, limit: 100, cursor: pageParam },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: 20_000,
    // One tab's rows are no stand-in for another's.
    placeholderData: () => undefined,
  });
}

/** Entries as they are now, and what is to be done with them. */
export interface Triaging {
  readonly entries: readonly InboxEntry[];
  readonly triage: Triage;
}

/**
 * Triage that shows at once: the row leaves, and comes back when the server refuses, of which `onRefused` hears each
 * time. Without a connection it waits for one, in order.
 */
export function useTriage(workspace: string, onRefused: (error: Error, what: Triaging) => void) {
  const client = useQueryClient();
  const mutationKey = inboxKeys.triage(workspace);
  return useMutation({
    mutationKey,
    scope: { id: `inbox ${workspace}` },
    networkMode: 'online',
    mutationFn: ({ entries, triage }: Triaging) => send(workspace, entries, triage),
    onMutate: async ({ entries, triage }) => {
      const at = new Date();
      show(
        client,
        workspace,
        entries.map((entry) => triaged(entry, triage, at)),
      );
      await client.cancelQueries({ queryKey: inboxKeys.all(workspace) });
    },
    onError: (error, what) => {
      show(client, workspace, what.entries);
      onRefused(error, what);
    },
    onSettled: () => {
      // Reading again while more is on its way would bring back rows that have left.
      if (client.isMutating({ mutationKey }) === 1)
        return client.invalidateQueries({ queryKey: inboxKeys.all(workspace) });
      return undefined;
    },
  });
}

async function send(workspace: string, entries: readonly InboxEntry[], triage: Triage): Promise<void> {
  const path = `${workspacePath(workspace)}/inbox`;
  const [only, ...more] = entries;
  if (!only) return;
  if (more.length === 0)
    await api(`${path}/${encodeURIComponent(only.id)}`, {
      method: 'PATCH',
      body: triage,
      schema: async () => (await inboxContract()).inboxEntrySchema,
    });
  else
    await api(path, {
      method: 'PATCH',
      body: { ids: entries.map((entry) => entry.id), ...triage },
      schema: async () => (await inboxContract()).bulkTriagedSchema,
    });
}

function show(client: QueryClient, workspace: string, entries: readonly InboxEntry[]): void {
  const at = new Date();
  const known = new Map(
    inboxTabs
      .flatMap(
        (tab) =>
          client.getQueryData<InboxPages>(inboxKeys.tab(workspace, tab))?.pages.flatMap((page) => page.items) ?? [],
      )
      .map((entry) => [entry.id, entry]),
  );
  const step = entries.reduce((sum, entry) => {
    const before = known.get(entry.id);
    return sum + Number(isUnread(entry, at)) - Number(before !== undefined && isUnread(before, at));
  }, 0);
  for (const tab of inboxTabs) {
    client.setQueryData<InboxPages>(
      inboxKeys.tab(workspace, tab),
      (data) => data && entries.reduce((pages, entry) => placed(pages, tab, entry, at), data),
    );
  }
  client.setQueryData<{ unread: number }>(
    inboxKeys.count(workspace),
    (count) => count && { unread: Math.max(0, count.unread + step) },
  );
}

/** How many triages wait for a connection. */
export function useQueuedTriage(workspace: string): number {
  const paused = useMutationState({
    filters: { mutationKey: inboxKeys.triage(workspace) },
    // One that waits for its turn is paused as well.
    select: (mutation) => mutation.state.isPaused && !onlineManager.isOnline(),
  });
  return paused.filter(Boolean).length;
}

/** Stops or takes up watching what an entry is about. */
export function useWatchEntry(workspace: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ entry, watching }: { entry: InboxEntry; watching: boolean }) => {
      for (const { target, level } of entry.watched) {
        await api(`${planPath({ workspace, plan: entry.plan.slug })}/watches/${encodeURIComponent(target)}`, {
          method: watching ? 'PUT' : 'DELETE',
          schema: async () => (await watchesContract()).watchStateSchema,
          ...(watching ? { body: { level } } : {}),
        });
      }
    },
    onSettled: async (_done, _error, { entry }) => {
      await client.invalidateQueries({ queryKey: ['watches'] });
      await client.invalidateQueries({ queryKey: itemKeys.all({ workspace, plan: entry.plan.slug }) });
    },
  });
}
