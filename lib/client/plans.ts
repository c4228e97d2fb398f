import { useMutation } from '@tanstack/react-query';
import { api } from './http';
import { workspacePath } from './workspaces';

const plansContract = () => import('@/lib/contracts/plans');

/** Begins an empty plan in a workspace. */
export function useCreatePlan(workspace: string) {
  return useMutation({
    mutationFn: (body: { name: string }) =>
      api(`${workspacePath(workspace)}/plans`, {
        method: 'POST',
        body,
        schema: async () => (await plansContract()).planViewSchema,
      }),
  });
}
