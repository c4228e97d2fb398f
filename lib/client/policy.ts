import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Policy } from '@/lib/domain/review/policy';
import { canonicalJson } from '@/lib/kit/canonical';
import { api } from './http';
import { type PlanPlace, planPath } from './items';

const policyContract = () => import('@/lib/contracts/policy');

/** Keys of everything read about a plan's policy; the noun alone invalidates all. */
const policyKeys = {
  all: ({ workspace, plan }: PlanPlace) => ['policy', workspace, plan] as const,
};

/** What a plan asks before a merge. */
export function policyOptions(place: PlanPlace) {
  return queryOptions({
    queryKey: [...policyKeys.all(place), 'one'],
    queryFn: ({ signal }) =>
      api(`${planPath(place)}/policy`, { schema: async () => (await policyContract()).policyViewSchema, signal }),
  });
}

/** What an open request would need under a policy that need not be saved. */
export function policyTrialOptions(place: PlanPlace, number: number, policy: Policy) {
  return queryOptions({
    queryKey: [...policyKeys.all(place), 'trial', number, canonicalJson(policy)],
    queryFn: ({ signal }) =>
      api(`${planPath(place)}/policy/trial`, {
        method: 'POST',
        body: { number, policy },
        schema: async () => (await policyContract()).policyTrialViewSchema,
        signal,
      }),
  });
}

/** Replaces the policy of a plan, if it is still as it was read. */
export function useUpdatePolicy(place: PlanPlace) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ policy, ifMatch }: { policy: Policy; ifMatch: number }) =>
      api(`${planPath(place)}/policy`, {
        method: 'PUT',
        body: policy,
        ifMatch,
        schema: async () => (await policyContract()).policyViewSchema,
      }),
    onSuccess: async (view) => {
      client.setQueryData(policyOptions(place).queryKey, view);
      // What requests need follows from it, and the plan's version is shared with its conventions.
      await client.invalidateQueries({ queryKey: ['change-requests'] });
      await client.invalidateQueries({ queryKey: ['conventions', place.workspace, place.plan] });
    },
  });
}
