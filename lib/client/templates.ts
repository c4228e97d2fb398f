import { queryOptions } from '@tanstack/react-query';
import { api } from './http';
import { type PlanPlace, planPath } from './items';

const templatesContract = () => import('@/lib/contracts/templates');

/** The templates a plan can begin from. */
export function templateListOptions(place: PlanPlace) {
  return queryOptions({
    queryKey: ['templates', place.workspace, place.plan],
    queryFn: ({ signal }) =>
      api(`${planPath(place)}/templates`, {
        schema: async () => (await templatesContract()).templateListSchema,
        signal,
      }),
    staleTime: 60_000,
  });
}
