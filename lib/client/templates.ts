import { queryOptions } from '@tanstack/react-query';
import { templateListSchema } from '@/lib/contracts/templates';
import { api } from './http';
import { type PlanPlace, planPath } from './items';

/** The templates a plan can begin from. */
export function templateListOptions(place: PlanPlace) {
  return queryOptions({
    queryKey: ['templates', place.workspace, place.plan],
    queryFn: ({ signal }) => api(`${planPath(place)}/templates`, { schema: templateListSchema, signal }),
    staleTime: 60_000,
  });
}
