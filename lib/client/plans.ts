import { useMutation } from '@tanstack/react-query';
import { planViewSchema } from '@/lib/contracts/plans';
import { api } from './http';
import { workspacePath } from './workspaces';

/** Begins an empty plan in a workspace. */
export function useCreatePlan(workspace: string) {
  return useMutation({
    mutationFn: (body: { name: string }) =>
      api(`${workspacePath(workspace)}/plans`, { method: 'POST', body, schema: planViewSchema }),
  });
}
