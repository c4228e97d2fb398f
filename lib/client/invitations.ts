import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Role } from '@/lib/domain/access/roles';
import { api } from './http';
import { workspacePath } from './workspaces';

const accountContract = () => import('@/lib/contracts/account');
const invitationsContract = () => import('@/lib/contracts/invitations');

/** The invitations of a workspace. */
export function invitationsOptions(workspace: string) {
  return queryOptions({
    queryKey: ['invitations', workspace],
    queryFn: ({ signal }) =>
      api(`${workspacePath(workspace)}/invitations`, {
        schema: async () => (await invitationsContract()).invitationListSchema,
        signal,
      }),
  });
}

/** What a link offers. */
export function invitationOfferOptions(secret: string) {
  return queryOptions({
    queryKey: ['invitation-offer', secret],
    queryFn: ({ signal }) =>
      api('/invitation-offers', {
        method: 'POST',
        body: { secret },
        schema: async () => (await invitationsContract()).invitationOfferSchema,
        signal,
      }),
    retry: false,
    staleTime: 60_000,
  });
}

/** Makes an invitation link. */
export function useCreateInvitation(workspace: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { role: Role; email: string | null; expiresInDays: number }) =>
      api(`${workspacePath(workspace)}/invitations`, {
        method: 'POST',
        body,
        schema: async () => (await invitationsContract()).createdInvitationViewSchema,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: invitationsOptions(workspace).queryKey }),
  });
}

/** Takes an invitation back. */
export function useRevokeInvitation(workspace: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      api(`${workspacePath(workspace)}/invitations/${id}`, {
        method: 'DELETE',
        schema: async () => (await invitationsContract()).invitationViewSchema,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: invitationsOptions(workspace).queryKey }),
  });
}

/** Joins by a link with a new account. */
export function useJoin() {
  return useMutation({
    mutationFn: (body: { secret: string; name: string; email: string; password: string }) =>
      api('/invitation-joins', {
        method: 'POST',
        body,
        schema: async () => (await accountContract()).signedInViewSchema,
      }),
  });
}

/** Joins by a link as the person who is signed in. */
export function useAcceptInvitation() {
  return useMutation({
    mutationFn: (secret: string) =>
      api('/invitation-acceptances', {
        method: 'POST',
        body: { secret },
        schema: async () => (await invitationsContract()).acceptedViewSchema,
      }),
  });
}
