import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { UpdateWorkspaceRequest } from '@/lib/contracts/workspaces';
import { accountOptions } from './account';
import { api } from './http';

const workspacesContract = () => import('@/lib/contracts/workspaces');

/** Path of a workspace below the API's root. */
export function workspacePath(workspace: string): string {
  return `/workspaces/${encodeURIComponent(workspace)}`;
}

/** A workspace as its reader sees it. */
export function workspaceOptions(workspace: string) {
  return queryOptions({
    queryKey: ['workspace', workspace],
    queryFn: ({ signal }) =>
      api(workspacePath(workspace), { schema: async () => (await workspacesContract()).workspaceViewSchema, signal }),
  });
}

/** Renames a workspace or moves its address, if it is still as it was read. */
export function useUpdateWorkspace(workspace: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ ifMatch, ...body }: UpdateWorkspaceRequest & { ifMatch: number }) =>
      api(workspacePath(workspace), {
        method: 'PATCH',
        body,
        ifMatch,
        schema: async () => (await workspacesContract()).workspaceViewSchema,
      }),
    onSuccess: (view) => {
      client.setQueryData(workspaceOptions(workspace).queryKey, view);
      return client.invalidateQueries({ queryKey: accountOptions().queryKey });
    },
  });
}

/** Begins another workspace. */
export function useCreateWorkspace() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { name: string }) =>
      api('/workspaces', {
        method: 'POST',
        body,
        schema: async () => (await workspacesContract()).workspaceViewSchema,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: accountOptions().queryKey }),
  });
}
