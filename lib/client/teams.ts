import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { UpdateTeamRequest } from '@/lib/contracts/teams';
import { api } from './http';
import { workspacePath } from './workspaces';

const teamsContract = () => import('@/lib/contracts/teams');

/** The teams of a workspace, archived ones left out. */
export function teamsOptions(workspace: string) {
  return queryOptions({
    queryKey: ['teams', workspace],
    queryFn: ({ signal }) =>
      api(`${workspacePath(workspace)}/teams`, { schema: async () => (await teamsContract()).teamListSchema, signal }),
    staleTime: 60_000,
  });
}

function useRefreshTeams(workspace: string) {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: teamsOptions(workspace).queryKey });
    await client.invalidateQueries({ queryKey: ['members', workspace] });
  };
}

/** Creates a team. */
export function useCreateTeam(workspace: string) {
  const refresh = useRefreshTeams(workspace);
  return useMutation({
    mutationFn: (body: { name: string; description: string; memberIds: string[] }) =>
      api(`${workspacePath(workspace)}/teams`, {
        method: 'POST',
        body,
        schema: async () => (await teamsContract()).teamViewSchema,
      }),
    onSuccess: refresh,
  });
}

/** Renames a team or sets who is in it. */
export function useUpdateTeam(workspace: string) {
  const refresh = useRefreshTeams(workspace);
  return useMutation({
    mutationFn: ({ id, ...body }: UpdateTeamRequest & { id: string }) =>
      api(`${workspacePath(workspace)}/teams/${id}`, {
        method: 'PATCH',
        body,
        schema: async () => (await teamsContract()).teamViewSchema,
      }),
    onSuccess: refresh,
  });
}

/** Archives a team. */
export function useArchiveTeam(workspace: string) {
  const refresh = useRefreshTeams(workspace);
  return useMutation({
    mutationFn: (id: string) =>
      api(`${workspacePath(workspace)}/teams/${id}`, {
        method: 'DELETE',
        schema: async () => (await teamsContract()).teamViewSchema,
      }),
    onSuccess: refresh,
  });
}
