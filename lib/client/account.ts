import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ChangePasswordRequest, FirstAdminRequest, SignInRequest } from '@/lib/contracts/account';
import { api } from './http';

const accountContract = () => import('@/lib/contracts/account');
const commonContract = () => import('@/lib/contracts/common');

/** Who is signed in, and the workspaces they belong to. */
export function accountOptions() {
  return queryOptions({
    queryKey: ['account'],
    queryFn: ({ signal }) =>
      api('/account', { schema: async () => (await accountContract()).accountViewSchema, signal }),
    staleTime: 60_000,
  });
}

/** Where the person is signed in. */
export function sessionsOptions() {
  return queryOptions({
    queryKey: ['account', 'sessions'],
    queryFn: ({ signal }) =>
      api('/account/sessions', { schema: async () => (await accountContract()).sessionListSchema, signal }),
  });
}

/** Signs in by password; the page then loads the wanted address anew, so that nothing of before remains. */
export function useSignIn() {
  return useMutation({
    mutationFn: (body: SignInRequest) =>
      api('/session', { method: 'POST', body, schema: async () => (await accountContract()).signedInViewSchema }),
  });
}

/** Signs out of this browser. */
export function useSignOut() {
  return useMutation({
    mutationFn: () => api('/session', { method: 'DELETE', schema: async () => (await commonContract()).doneSchema }),
  });
}

/** Creates the instance's first admin. */
export function useFirstAdmin() {
  return useMutation({
    mutationFn: (body: FirstAdminRequest) =>
      api('/first-admin', { method: 'POST', body, schema: async () => (await accountContract()).signedInViewSchema }),
  });
}

/** Enters the demo as one of its people. */
export function useEnterDemo() {
  return useMutation({
    mutationFn: (userId: string) =>
      api('/demo-session', {
        method: 'POST',
        body: { userId },
        schema: async () => (await accountContract()).signedInViewSchema,
      }),
  });
}

/** Changes the name under which one's work is shown. */
export function useRenameMyself() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) =>
      api('/account', {
        method: 'PATCH',
        body: { name },
        schema: async () => (await accountContract()).accountViewSchema,
      }),
    onSuccess: (account) => client.setQueryData(accountOptions().queryKey, account),
  });
}

/** Sets a new password; every other session ends. */
export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ChangePasswordRequest) =>
      api('/account/password', { method: 'PUT', body, schema: async () => (await commonContract()).doneSchema }),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionsOptions().queryKey }),
  });
}

/** Ends one session, or with `others` every one but this. */
export function useRevokeSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (which: { id: string } | 'others') =>
      api(which === 'others' ? '/account/sessions' : `/account/sessions/${which.id}`, {
        method: 'DELETE',
        schema: async () => (await commonContract()).doneSchema,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionsOptions().queryKey }),
  });
}
