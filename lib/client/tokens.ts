import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Scope } from '@/lib/domain/access/scopes';
import { api } from './http';
import { workspacePath } from './workspaces';

const tokensContract = () => import('@/lib/contracts/tokens');

/** One's own tokens in a workspace; all of them for an admin. */
export function tokensOptions(workspace: string) {
  return queryOptions({
    queryKey: ['tokens', workspace],
    queryFn: ({ signal }) =>
      api(`${workspacePath(workspace)}/tokens`, {
        schema: async () => (await tokensContract()).tokenListSchema,
        signal,
      }),
  });
}

/** Makes a token; its secret is in the answer only. */
export function useCreateToken(workspace: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { name: string; scopes: Scope[]; expiresInDays: number | null }) =>
      api(`${workspacePath(workspace)}/tokens`, {
        method: 'POST',
        body,
        schema: async () => (await tokensContract()).createdTokenViewSchema,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: tokensOptions(workspace).queryKey }),
  });
}

/** Ends a token at once. */
export function useRevokeToken(workspace: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      api(`${workspacePath(workspace)}/tokens/${id}`, {
        method: 'DELETE',
        schema: async () => (await tokensContract()).tokenViewSchema,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: tokensOptions(workspace).queryKey }),
  });
}
