import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Role } from '@/lib/domain/access/roles';
import { api } from './http';
import { workspacePath } from './workspaces';

const commonContract = () => import('@/lib/contracts/common');
const membersContract = () => import('@/lib/contracts/members');

const keyOf = (workspace: string) => ['members', workspace] as const;

/** The first members whose name or address holds `q`, for choosing one. */
export function memberChoicesOptions(workspace: string, q = '') {
  return queryOptions({
    queryKey: [...keyOf(workspace), 'choices', q],
    queryFn: ({ signal }) =>
      api(`${workspacePath(workspace)}/members`, {
        query: { q, limit: 200 },
        schema: async () => (await membersContract()).memberPageSchema,
        signal,
      }),
    staleTime: 60_000,
  });
}

/** The members of a workspace, page by page. */
export function membersOptions(workspace: string, q = '') {
  return infiniteQueryOptions({
    queryKey: [...keyOf(workspace), 'list', q],
    queryFn: ({ signal, pageParam }) =>
      api(`${workspacePath(workspace)}/members`, {
        query: { q, cursor: pageParam, limit: 100 },
        schema: async () => (await membersContract()).memberPageSchema,
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

/** Gives a member another role. */
export function useUpdateMember(workspace: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, role }: { id: string; role: Role }) =>
      api(`${workspacePath(workspace)}/members/${id}`, {
        method: 'PATCH',
        body: { role },
        schema: async () => (await membersContract()).memberViewSchema,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(workspace) }),
  });
}

/** Takes a member out of the workspace. */
export function useRemoveMember(workspace: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      api(`${workspacePath(workspace)}/members/${id}`, {
        method: 'DELETE',
        schema: async () => (await commonContract()).doneSchema,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(workspace) }),
  });
}
