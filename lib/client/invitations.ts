import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { signedInViewSchema } from '@/lib/contracts/account';
import {
  acceptedViewSchema,
  createdInvitationViewSchema,
  invitationListSchema,
  invitationOfferSchema,
  invitationViewSchema,
} from '@/lib/contracts/invitations';
import type { Role } from '@/lib/domain/access/roles';
import { api } from './http';
import { workspacePath } from './workspaces';

/** The invitations of a workspace. */
export function invitationsOptions(workspace: string) {
  return queryOptions({
    queryKey: ['invitations', workspace],
    queryFn: ({ signal }) => api(`${workspacePath(workspace)}/invitations`, { schema: invitationListSchema, signal }),
  });
}

/** What a link offers. */
export function invitationOfferOptions(secret: string) {
  return queryOptions({
    queryKey: ['invitation-offer', secret],
    queryFn: ({ signal }) =>
      api('/invitation-offers', { method: 'POST', body: { secret }, schema: invitationOfferSchema, signal }),
    retry: false,
    staleTime: 60_000,
  });
}

/** Makes an invitation link. */
export function useCreateInvitation(workspace: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { role: Role; email: string | null; expiresInDays: number }) =>
      api(`${workspacePath(workspace)}/invitations`, { method: 'POST', body, schema: createdInvitationViewSchema }),
    onSuccess: () => client.invalidateQueries({ queryKey: invitationsOptions(workspace).queryKey }),
  });
}

/** Takes an invitation back. */
export function useRevokeInvitation(workspace: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      api(`${workspacePath(workspace)}/invitations/${id}`, { method: 'DELETE', schema: invitationViewSchema }),
    onSettled: () => client.invalidateQueries({ queryKey: invitationsOptions(workspace).queryKey }),
  });
}

/** Joins by a link with a new account. */
export function useJoin() {
  return useMutation({
    mutationFn: (body: { secret: string; name: string; email: string; password: string }) =>
      api('/invitation-joins', { method: 'POST', body, schema: signedInViewSchema }),
  });
}

/** Joins by a link as the person who is signed in. */
export function useAcceptInvitation() {
  return useMutation({
    mutationFn: (secret: string) =>
      api('/invitation-acceptances', { method: 'POST', body: { secret }, schema: acceptedViewSchema }),
  });
}
