import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { HandOver } from '@/lib/contracts/ownership';
import type { Owner } from '@/lib/domain/plan/parts';
import { changeRequestKeys } from './change-requests';
import { api, newIdempotencyKey } from './http';
import { type PlanPlace, planPath } from './items';
import { workspacePath } from './workspaces';

const changeRequestsContract = () => import('@/lib/contracts/change-requests');
const ownershipContract = () => import('@/lib/contracts/ownership');

const keyOf = (workspace: string) => ['ownership', workspace] as const;

/** What a team or a person owns in every plan. */
export function ownedOptions(workspace: string, owner: Owner) {
  return queryOptions({
    queryKey: [...keyOf(workspace), 'owned', owner.type, owner.id],
    queryFn: ({ signal }) =>
      api(`${workspacePath(workspace)}/owned`, {
        query: { ...owner },
        schema: async () => (await ownershipContract()).ownedSchema,
        signal,
      }),
  });
}

/** The items of a plan that nobody answers for. */
export function orphansOptions(place: PlanPlace) {
  return queryOptions({
    queryKey: [...keyOf(place.workspace), 'orphans', place.plan],
    queryFn: ({ signal }) =>
      api(`${planPath(place)}/orphans`, { schema: async () => (await ownershipContract()).orphansSchema, signal }),
  });
}

/** Proposes a new owner for everything of another in one plan. */
export function useHandOver(workspace: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ plan, ...body }: HandOver & { plan: string }) =>
      api(`${planPath({ workspace, plan })}/hand-overs`, {
        method: 'POST',
        body,
        schema: async () => (await changeRequestsContract()).changeRequestViewSchema,
        idempotencyKey: newIdempotencyKey(),
      }),
    onSuccess: (_view, { plan }) =>
      client.invalidateQueries({ queryKey: changeRequestKeys.lists({ workspace, plan }) }),
  });
}
