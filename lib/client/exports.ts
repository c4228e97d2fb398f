import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ExportAsk } from './export-href';
import { api } from './http';
import { type PlanPlace, planPath } from './items';

const exportsContract = () => import('@/lib/contracts/exports');

/** The formats there are. */
export function exportFormatsOptions(workspace: string) {
  return queryOptions({
    queryKey: ['exports', workspace, 'formats'],
    queryFn: ({ signal }) =>
      api(`/workspaces/${encodeURIComponent(workspace)}/export-formats`, {
        schema: async () => (await exportsContract()).exportFormatsSchema,
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What an export would write and lose. */
export function exportPreviewOptions(place: PlanPlace, ask: ExportAsk) {
  return queryOptions({
    queryKey: ['exports', place.workspace, place.plan, 'preview', ask],
    queryFn: ({ signal }) =>
      api(`${planPath(place)}/exports/preview`, {
        schema: async () => (await exportsContract()).exportPreviewSchema,
        signal,
        query: { ...ask },
      }),
    placeholderData: keepPreviousData,
    retry: false,
  });
}
