import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ChannelView, ReplayRequest, UpdateChannelRequest } from '@/lib/contracts/channels';
import { api } from './http';
import { workspacePath } from './workspaces';

const channelsContract = () => import('@/lib/contracts/channels');
const commonContract = () => import('@/lib/contracts/common');

/** What a form says of a channel to be made. */
export interface ChannelDraft {
  readonly type: string;
  readonly name: string;
  readonly own: boolean;
  readonly settings: Readonly<Record<string, string>>;
  readonly pace?: ChannelView['pace'];
  readonly filter?: ChannelView['filter'];
  readonly digestHour?: number;
}

function pathOf(workspace: string, id?: string): string {
  return `${workspacePath(workspace)}/channels${id === undefined ? '' : `/${encodeURIComponent(id)}`}`;
}

/** What the filter of a channel can name. */
export function filterChoicesOptions(workspace: string) {
  return queryOptions({
    queryKey: ['channels', workspace, 'choices'],
    queryFn: ({ signal }) =>
      api(pathOf(workspace, 'choices'), { schema: async () => (await channelsContract()).filterChoicesSchema, signal }),
    staleTime: 60_000,
  });
}

/** The channels of a workspace and one's own, with the kinds there are. */
export function channelsOptions(workspace: string) {
  return queryOptions({
    queryKey: ['channels', workspace],
    queryFn: ({ signal }) =>
      api(pathOf(workspace), { schema: async () => (await channelsContract()).channelListSchema, signal }),
  });
}

/** What a channel was given to say, newest first. */
export function deliveriesOptions(workspace: string, id: string) {
  return queryOptions({
    queryKey: ['channels', workspace, id, 'deliveries'],
    queryFn: ({ signal }) =>
      api(`${pathOf(workspace, id)}/deliveries`, {
        schema: async () => (await channelsContract()).deliveryPageSchema,
        signal,
        query: { limit: 50 },
      }),
  });
}

/** Makes a channel; its secret, or a feed's address, is in the answer only. */
export function useCreateChannel(workspace: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ChannelDraft) =>
      api(pathOf(workspace), {
        method: 'POST',
        body,
        schema: async () => (await channelsContract()).createdChannelViewSchema,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: channelsOptions(workspace).queryKey }),
  });
}

/** Changes a channel as it was read. */
export function useUpdateChannel(workspace: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      channel,
      patch,
    }: {
      channel: Pick<ChannelView, 'id' | 'lockVersion'>;
      patch: UpdateChannelRequest;
    }) =>
      api(pathOf(workspace, channel.id), {
        method: 'PATCH',
        body: patch,
        ifMatch: channel.lockVersion,
        schema: async () => (await channelsContract()).channelViewSchema,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: channelsOptions(workspace).queryKey }),
  });
}

/** Removes a channel. */
export function useRemoveChannel(workspace: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      api(pathOf(workspace, id), { method: 'DELETE', schema: async () => (await commonContract()).doneSchema }),
    onSettled: () => client.invalidateQueries({ queryKey: channelsOptions(workspace).queryKey }),
  });
}

/** Sends a test message and tells how it went. */
export function useTestChannel(workspace: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      api(`${pathOf(workspace, id)}/test`, {
        method: 'POST',
        schema: async () => (await channelsContract()).attemptViewSchema,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: channelsOptions(workspace).queryKey }),
  });
}

/** Makes a new signing secret; it is in the answer only. */
export function useRotateSecret(workspace: string) {
  return useMutation({
    mutationFn: (id: string) =>
      api(`${pathOf(workspace, id)}/secret`, {
        method: 'POST',
        schema: async () => (await channelsContract()).rotatedSecretSchema,
      }),
  });
}

/** Sends deliveries of a channel again. */
export function useReplayDeliveries(workspace: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Partial<ReplayRequest>) =>
      api(`${pathOf(workspace, id)}/replays`, {
        method: 'POST',
        body,
        schema: async () => (await channelsContract()).replayedSchema,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: deliveriesOptions(workspace, id).queryKey }),
  });
}
